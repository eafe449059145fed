import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { disputeStatuses } from '../../entities/billing/dispute.entity.ts';
import { DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { enumOf } from '../shared/enum-of.ts';
import { MoneyType } from '../shared/money.type.ts';

export const DisputeStatusEnum = enumOf(disputeStatuses);
registerEnumType(DisputeStatusEnum, {
  name: 'DisputeStatus',
  description: 'Status of a dispute.',
  valuesConfig: {
    OPEN: { description: 'The bank has not decided; the payment is not refunded meanwhile.' },
    WON: { description: 'The money stays here.' },
    LOST: { description: 'The bank took the money: the invoice is owed again. It may still be won.' },
  },
});

@ObjectType('Dispute', { description: 'The payer’s bank claims a payment back.', simpleResolvers: true })
export class DisputeType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => ID, { description: 'The payment.' })
  paymentId!: string;

  @Field(() => DisputeStatusEnum, { description: 'Status.' })
  status!: string;

  @Field(() => MoneyType, { description: 'What the bank claims.' })
  amount!: MoneyType;

  @Field(() => String, { description: 'Why, as the provider’s code: fraudulent.' })
  reason!: string;

  @Field(() => String, { description: 'The payment’s provider.' })
  provider!: string;

  @Field(() => String, { description: 'As the provider calls it.' })
  providerDisputeId!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the provider’s dashboard accepts an answer; null when none is awaited.',
  })
  respondBy!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When its end was known here; null while it is open.' })
  closedAt!: Date | null;

  @Field(() => DateTime, { description: 'When it was first known here.' })
  createdAt!: Date;
}

export const DisputeConnection = connectionOf(DisputeType, 'Dispute', { isCounted: true });
export type DisputeConnection = InstanceType<typeof DisputeConnection>;
