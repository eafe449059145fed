import { Field, ID, Int, ObjectType } from 'type-graphql';
import { InvoiceType } from '../billing/invoice.type.ts';
import { PaymentType } from '../billing/payment.type.ts';
import { DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { MoneyType } from '../shared/money.type.ts';
import { UserType } from '../identity/user.type.ts';
import { PriorityEnum } from '../shared/priority.enum.ts';
import { CancellationReasonEnum } from './delivery.enums.ts';
import { DeliveryType } from './delivery.type.ts';
import { OrderFileType } from './order-file.type.ts';
import { PriceDifferenceType } from './price-difference.type.ts';
import { OrderActionEnum, OrderSourceEnum, OrderStatusEnum } from './order.enums.ts';
import { Cost } from '../directives/cost.ts';

@ObjectType('Order', { description: 'A manuscript to be proofread.', simpleResolvers: true })
export class OrderType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'What people call it by, as « SL-7F3A09C2 ».' })
  reference!: string;

  @Field(() => String, { description: 'Title of the manuscript.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What the customer says of it; null when they said nothing.' })
  description!: string | null;

  @Field(() => OrderStatusEnum, { description: 'Where it stands.' })
  status!: string;

  @Field(() => PriorityEnum, { description: 'How pressing it is.' })
  priority!: string;

  @Field(() => String, { description: 'The service, as the price list named it when the order was placed.' })
  service!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Pages of 1,500 characters, as the customer counts them; null for a pack without a count.',
  })
  declaredPages!: number | null;

  @Field(() => Int, { nullable: true, description: 'Pages as counted by the team; null until then.' })
  verifiedPages!: number | null;

  @Field(() => MoneyType, { description: 'What the customer pays, VAT included.' })
  total!: MoneyType;

  @Field(() => MoneyType, {
    nullable: true,
    description: 'What the customer was shown first, VAT included; null for orders of before this was kept.',
  })
  estimatedTotal!: MoneyType | null;

  @Field(() => MoneyType, {
    nullable: true,
    description:
      'The price that the team fixed, by verified pages or an accepted quote, VAT included; null while the first price stands.',
  })
  finalTotal!: MoneyType | null;

  @Field(() => PriceDifferenceType, {
    nullable: true,
    description: 'Both counts of its pages, where that of the team differs from the customer’s; null otherwise.',
  })
  priceDifference!: PriceDifferenceType | null;

  @Field(() => ID, { nullable: true, description: 'The quote that fixed its price; null without an accepted one.' })
  quoteId!: string | null;

  @Field(() => String, { nullable: true, description: 'Instructions of the customer; null when there are none.' })
  customerNote!: string | null;

  @Field(() => String, { nullable: true, description: 'Remarks of the proofreader; null when there are none.' })
  proofreaderNote!: string | null;

  @Field(() => DateTime, { description: 'When it was placed.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was paid; null before.' })
  paidAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the work began; null before.' })
  startedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was last delivered; null before, and while changes are made.',
  })
  completedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was given up; null unless it was.' })
  cancelledAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it is due; null until it is paid and its manuscript is there.',
  })
  dueAt!: Date | null;

  @Field(() => Boolean, { description: 'Should it be delivered by now?' })
  isLate!: boolean;

  @Field(() => DateTime, { description: 'When anything last happened to it.' })
  lastActivityAt!: Date;

  @Field(() => OrderSourceEnum, { description: 'Who placed it.' })
  source!: string;

  @Field(() => CancellationReasonEnum, {
    nullable: true,
    description: 'Why it was given up; null unless it was, or before reasons were kept.',
  })
  cancellationReason!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the team noted about that, for those who see every order; null for others, and for nothing.',
  })
  cancellationNote!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the work is stopped, in the team’s words; null when it is not, or without words.',
  })
  suspendedReason!: string | null;

  @Field(() => Int, { description: 'How many times the customer may still ask for changes.' })
  revisionsLeft!: number;

  @Field(() => Int, { description: 'The share of the work that is done, as the proofreader says: 0 to 100.' })
  progressPercent!: number;

  @Field(() => [OrderActionEnum], { description: 'What you may do with it now.' })
  availableActions!: string[];

  @Field(() => UserType, { description: 'Who placed it.' })
  customer!: UserType;

  @Field(() => UserType, { nullable: true, description: 'Who proofreads it; null until someone is assigned.' })
  proofreader!: UserType | null;

  @Cost({ size: 5 })
  @Field(() => [OrderFileType], { description: 'Its files, oldest first.' })
  files!: OrderFileType[];

  @Cost({ size: 2 })
  @Field(() => [DeliveryType], { description: 'What was handed over, oldest first.' })
  deliveries!: DeliveryType[];

  @Cost({ size: 3 })
  @Field(() => [InvoiceType], { description: 'Its invoices, oldest first; none for its proofreader.' })
  invoices!: InvoiceType[];

  @Field(() => [PaymentType], { description: 'The attempts to pay for it, oldest first; none for its proofreader.' })
  payments!: PaymentType[];
}

export const OrderConnection = connectionOf(OrderType, 'Order', { isCounted: true });
export type OrderConnection = InstanceType<typeof OrderConnection>;
