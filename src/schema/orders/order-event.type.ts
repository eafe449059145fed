import { ArgsType, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { orderEventKinds } from '../../entities/orders/order-event.entity.ts';
import { orderAuthors } from '../../services/kernel/order-authors.ts';
import { UserType } from '../identity/user.type.ts';
import { DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { enumOf } from '../shared/enum-of.ts';
import { sortedArgs } from '../shared/list.args.ts';
import { MoneyType } from '../shared/money.type.ts';
import { OrderStatusEnum } from './order.enums.ts';

export const OrderEventKindEnum = enumOf(orderEventKinds);
registerEnumType(OrderEventKindEnum, {
  name: 'OrderEventKind',
  description: 'What happened to an order.',
  valuesConfig: {
    CREATED: { description: 'It was placed.' },
    UPDATED: { description: 'Its words, priority or price were changed.' },
    SUBMITTED_FOR_REVIEW: { description: 'The team is to check the number of pages.' },
    PAGES_VERIFIED: { description: 'The team counted the pages.' },
    PAGES_ACCEPTED: { description: 'The customer accepted the counted pages.' },
    CONSULTATION_REQUESTED: { description: 'A conversation was asked for.' },
    CONSULTATION_CLOSED: { description: 'The conversation took place.' },
    QUOTED: { description: 'A price was proposed.' },
    QUOTE_ACCEPTED: { description: 'The proposed price was accepted.' },
    QUOTE_REFUSED: { description: 'The proposed price was refused.' },
    QUOTE_EXPIRED: { description: 'The proposed price is no longer valid.' },
    PAID: { description: 'It was paid.' },
    ASSIGNED: { description: 'A proofreader was assigned.' },
    UNASSIGNED: { description: 'It was taken from its proofreader.' },
    DECLINED: { description: 'The proofreader declined it.' },
    STARTED: { description: 'The work began.' },
    PROGRESSED: { description: 'The proofreader said how far they are.' },
    FILE_ADDED: { description: 'A file arrived.' },
    FILE_REPLACED: { description: 'A file took the place of another.' },
    DELIVERED: { description: 'The work was handed over.' },
    DELIVERY_ACCEPTED: { description: 'The delivery was accepted.' },
    CHANGES_REQUESTED: { description: 'The customer asked for changes.' },
    NOTED: { description: 'A note was written.' },
    DUE_DATE_SET: { description: 'It has a due date.' },
    DUE_DATE_MOVED: { description: 'Its due date was moved.' },
    EXTENSION_ASKED: { description: 'The proofreader asked for a later due date.' },
    EXTENSION_ANSWERED: { description: 'An admin answered that request.' },
    LATE: { description: 'The due date passed without a delivery.' },
    SUSPENDED: { description: 'The work was stopped for a while.' },
    RESUMED: { description: 'The work went on.' },
    CANCELLATION_REQUESTED: { description: 'The customer asked to give it up.' },
    CANCELLED: { description: 'It was given up.' },
    REFUNDED: { description: 'Money went back.' },
    DISPUTED: { description: 'The customer’s bank claimed the money back.' },
  },
});

export const OrderAuthorEnum = enumOf(orderAuthors);
registerEnumType(OrderAuthorEnum, {
  name: 'OrderAuthor',
  description: 'Who did something, as the people of an order know each other.',
  valuesConfig: {
    CUSTOMER: { description: 'Who placed it.' },
    PROOFREADER: { description: 'Who proofreads it now.' },
    TEAM: { description: 'Somebody else of the team.' },
    APPLICATION: { description: 'The application by itself.' },
  },
});

@ObjectType('OrderEvent', { description: 'A step in the life of an order.', simpleResolvers: true })
export class OrderEventType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => OrderEventKindEnum, { description: 'What happened.' })
  kind!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: unknown;

  @Field(() => OrderAuthorEnum, { description: 'By whom.' })
  by!: string;

  @Field(() => UserType, {
    nullable: true,
    description: 'The person; null for the application, and for those of the team that the customer does not know.',
  })
  actor!: UserType | null;

  @Field(() => OrderStatusEnum, { nullable: true, description: 'Where the order stood; null where it did not move.' })
  from!: string | null;

  @Field(() => OrderStatusEnum, { nullable: true, description: 'Where it stands since; null where it did not move.' })
  to!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'The due date it is about; null where it is about none.' })
  dueAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'The due date before; null where there was none.' })
  previousDueAt!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Was the request granted? Null where nothing was asked for.' })
  isGranted!: boolean | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: 'The amount it is about, in all so far; null where it is about none, and for proofreaders.',
  })
  amount!: MoneyType | null;

  @Field(() => ID, { nullable: true, description: 'The file it is about; null where it is about none.' })
  fileId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The note it is about; null where it is about none.' })
  noteId!: string | null;
}

export const OrderEventConnection = connectionOf(OrderEventType, 'OrderEvent', { isCounted: true });
export type OrderEventConnection = InstanceType<typeof OrderEventConnection>;

@ArgsType()
export class OrderEventsArgs extends sortedArgs('OrderEventSort', 'what happened to an order') {}
