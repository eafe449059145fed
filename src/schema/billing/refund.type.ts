import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { refundOrigins, refundStatuses } from '../../entities/billing/refund.entity.ts';
import { refundReasons } from '../../services/kernel/refund-reasons.ts';
import { DateTime, LocalDate } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { enumOf } from '../shared/enum-of.ts';
import { MoneyType } from '../shared/money.type.ts';

export const RefundStatusEnum = enumOf(refundStatuses);
registerEnumType(RefundStatusEnum, {
  name: 'RefundStatus',
  description: 'Status of a refund.',
  valuesConfig: {
    PENDING: { description: 'Decided; the provider has not been asked, or it must be paid by hand.' },
    REQUESTED: { description: 'The provider was asked; the money has not arrived.' },
    SUCCEEDED: { description: 'The money has arrived, or left by hand.' },
    FAILED: { description: 'The money did not leave, or the bank sent it back: it is still owed.' },
    CANCELLED: { description: 'Cancelled at the provider.' },
    UNKNOWN: { description: 'The provider was asked and did not answer; it is asked again.' },
  },
});

export const RefundOriginEnum = enumOf(refundOrigins);
registerEnumType(RefundOriginEnum, {
  name: 'RefundOrigin',
  description: 'Where a refund was decided.',
  valuesConfig: {
    SYSTEM: { description: 'Here.' },
    PROVIDER: { description: 'By somebody at the payment provider.' },
  },
});

export const RefundReasonEnum = enumOf(refundReasons);
registerEnumType(RefundReasonEnum, {
  name: 'RefundReason',
  description: 'Why money goes back.',
  valuesConfig: {
    REQUESTED_BY_CUSTOMER: { description: 'The customer asked for it.' },
    DUPLICATE: { description: 'It had been paid twice.' },
    WITHDRAWAL: { description: 'The customer withdrew from the contract.' },
    NOT_DELIVERED: { description: 'What was paid for was not delivered.' },
    GOODWILL: { description: 'A gesture.' },
    FRAUD: { description: 'The payment was fraudulent.' },
  },
});

@ObjectType('Refund', { description: 'Money of a payment that goes back to its payer.', simpleResolvers: true })
export class RefundType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => ID, { description: 'The payment.' })
  paymentId!: string;

  @Field(() => ID, { nullable: true, description: 'The credit note that documents it; null when it has none.' })
  creditNoteId!: string | null;

  @Field(() => RefundStatusEnum, { description: 'Status.' })
  status!: string;

  @Field(() => RefundOriginEnum, { description: 'Where it was decided.' })
  origin!: string;

  @Field(() => RefundReasonEnum, {
    nullable: true,
    description: 'Why; null for one made at the provider without a reason.',
  })
  reason!: string | null;

  @Field(() => MoneyType, { description: 'What goes back.' })
  amount!: MoneyType;

  @Field(() => String, { description: 'The payment’s provider.' })
  provider!: string;

  @Field(() => Int, { description: '1, and one more each time that it was asked for again.' })
  attempt!: number;

  @Field(() => Boolean, { description: 'Is it paid by hand? Record it with its proof once it is.' })
  isManual!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it failed, as the provider’s code; null when it did not.' })
  failureReason!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the money had left; null before.' })
  succeededAt!: Date | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day on which it was paid by hand; null when it was not.',
  })
  paidOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Reference of the transfer by hand; null when it was not paid by hand.',
  })
  reference!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The proof’s file, for `requestDownload`; null when it was not paid by hand.',
  })
  proofFileId!: string | null;

  @Field(() => DateTime, { description: 'When it was decided.' })
  createdAt!: Date;
}

export const RefundConnection = connectionOf(RefundType, 'Refund', { isCounted: true });
export type RefundConnection = InstanceType<typeof RefundConnection>;
