import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { extensionStatuses } from '../../entities/orders/order-extension.entity.ts';
import { UserType } from '../identity/user.type.ts';
import { DateTime } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';

export const ExtensionStatusEnum = enumOf(extensionStatuses);
registerEnumType(ExtensionStatusEnum, {
  name: 'ExtensionStatus',
  description: 'Where a request for a later due date stands.',
  valuesConfig: {
    PENDING: { description: 'An admin has to answer.' },
    GRANTED: { description: 'The due date was moved.' },
    REFUSED: { description: 'The due date stays.' },
    LAPSED: {
      description: 'Nobody answered before it became pointless: a delivery, another proofreader, another date.',
    },
  },
});

@ObjectType('OrderExtension', {
  description: 'A request of the proofreader for a later due date. Seen by them and by admins.',
  simpleResolvers: true,
})
export class OrderExtensionType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => ID, { description: 'The order.' })
  orderId!: string;

  @Field(() => ExtensionStatusEnum, { description: 'Where it stands.' })
  status!: string;

  @Field(() => DateTime, { description: 'The due date when it was asked for.' })
  dueAt!: unknown;

  @Field(() => DateTime, { description: 'The due date that is asked for.' })
  until!: unknown;

  @Field(() => String, { description: 'Why; empty once the words of the order were forgotten.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'What the admin says; null when they say nothing.' })
  note!: string | null;

  @Field(() => DateTime, { description: 'When it was asked for.' })
  createdAt!: unknown;

  @Field(() => DateTime, { nullable: true, description: 'When it was answered, or lapsed; null before.' })
  answeredAt!: unknown;

  @Field(() => UserType, { nullable: true, description: 'Who asks.' })
  askedBy!: UserType | null;
}
