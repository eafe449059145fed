import { IsEnum, MaxLength } from 'class-validator';
import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import type { OrderAudience } from '../../entities/orders/order-event.entity.ts';
import { UserType } from '../identity/user.type.ts';
import { DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { sortedArgs } from '../shared/list.args.ts';
import { Lines } from '../shared/text.rules.ts';
import { OrderAuthorEnum } from './order-event.type.ts';

/** Audiences of the order under the names of the API: what is for the customer is for everybody of the order. */
export const NoteAudienceEnum = { CUSTOMER: 'ALL', STAFF: 'STAFF', ADMIN: 'ADMIN' } as const satisfies Record<
  string,
  OrderAudience
>;
registerEnumType(NoteAudienceEnum, {
  name: 'NoteAudience',
  description: 'Who reads a note.',
  valuesConfig: {
    CUSTOMER: { description: 'Everybody of the order: its customer, its proofreader and admins.' },
    STAFF: { description: 'Its proofreader and admins. Written by them.' },
    ADMIN: { description: 'Admins. Written by them.' },
  },
});

@InputType({ description: 'A note about an order.' })
export class NoteOrderInput extends KeyedInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;

  @Field(() => String, { description: 'The text, 1 to 5,000 characters.' })
  @Lines(1, 5_000)
  text!: string;

  @Field(() => NoteAudienceEnum, { description: 'Who reads it.' })
  @IsEnum(NoteAudienceEnum)
  audience!: OrderAudience;
}

@ObjectType('OrderNote', { description: 'A note about an order. Never changed.', simpleResolvers: true })
export class OrderNoteType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'The text.' })
  text!: string;

  @Field(() => NoteAudienceEnum, { description: 'Who reads it.' })
  audience!: string;

  @Field(() => DateTime, { description: 'When it was written.' })
  createdAt!: unknown;

  @Field(() => OrderAuthorEnum, { description: 'By whom.' })
  by!: string;

  @Field(() => UserType, {
    nullable: true,
    description: 'The person; null for those of the team that the customer does not know.',
  })
  author!: UserType | null;
}

export const OrderNoteConnection = connectionOf(OrderNoteType, 'OrderNote', { isCounted: true });
export type OrderNoteConnection = InstanceType<typeof OrderNoteConnection>;

@ArgsType()
export class OrderNotesArgs extends sortedArgs('OrderNoteSort', 'the notes of an order') {}
