import { Field, Float, Int, ObjectType } from 'type-graphql';
import { CurrencyEnum, MoneyType } from '../shared/money.type.ts';

@ObjectType('UsersNow', { description: 'Accounts now.', simpleResolvers: true })
export class UsersNowType {
  @Field(() => Int, { description: 'Accounts that are not erased.' })
  total!: number;

  @Field(() => Int, { description: 'Those that can sign in.' })
  active!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Accounts made in the last 30 days against the 30 before: 0.25 is a quarter more; null when there were none before.',
  })
  growth!: number | null;
}

@ObjectType('OrdersNow', { description: 'Orders now.', simpleResolvers: true })
export class OrdersNowType {
  @Field(() => Int, { description: 'All that there are.' })
  total!: number;

  @Field(() => Int, { description: 'Paid and not over.' })
  active!: number;

  @Field(() => Int, { description: 'Delivered.' })
  completed!: number;

  @Field(() => Int, { description: 'Paid, not suspended, and past their due date.' })
  late!: number;

  @Field(() => Int, { description: 'Paid, and without a proofreader.' })
  unassigned!: number;

  @Field(() => Int, { description: 'Waiting for a review of their price.' })
  toReview!: number;
}

@ObjectType('RevenueTrend', { description: 'How the revenue of one currency moves.', simpleResolvers: true })
export class RevenueTrendType {
  @Field(() => CurrencyEnum, { description: 'The currency.' })
  currency!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'The running month so far against the same days of the month before; null when there was nothing.',
  })
  growth!: number | null;
}

@ObjectType('RevenueNow', { description: 'Revenue now.', simpleResolvers: true })
export class RevenueNowType {
  @Field(() => [MoneyType], { description: 'Received minus returned in the running month, by currency.' })
  month!: MoneyType[];

  @Field(() => [RevenueTrendType], { description: 'How it moves, by currency.' })
  trend!: RevenueTrendType[];
}

@ObjectType('ResponseMinutes', {
  description: 'How long customers waited for an answer, in minutes of business time.',
  simpleResolvers: true,
})
export class ResponseMinutesType {
  @Field(() => Float, { description: 'The middle one.' })
  median!: number;

  @Field(() => Float, { description: 'The mean.' })
  mean!: number;
}

@ObjectType('MessagesNow', { description: 'Messages now.', simpleResolvers: true })
export class MessagesNowType {
  @Field(() => Int, { description: 'Conversations of the last 30 days in which the last word is a customer’s.' })
  pending!: number;

  @Field(() => ResponseMinutesType, {
    nullable: true,
    description: 'The team’s answers of the last 30 days; null without any.',
  })
  responseMinutes!: ResponseMinutesType | null;
}

@ObjectType('TicketsNow', { description: 'Tickets now.', simpleResolvers: true })
export class TicketsNowType {
  @Field(() => Int, { description: 'Those that are to be resolved.' })
  open!: number;

  @Field(() => Int, { description: 'Those of them whose next target is missed.' })
  breached!: number;
}

@ObjectType('Dashboard', {
  description: 'How the business stands now; each figure is defined in docs/figures.md.',
  simpleResolvers: true,
})
export class DashboardType {
  @Field(() => UsersNowType, { description: 'Accounts.' })
  users!: UsersNowType;

  @Field(() => OrdersNowType, { description: 'Orders.' })
  orders!: OrdersNowType;

  @Field(() => RevenueNowType, { description: 'Money.' })
  revenue!: RevenueNowType;

  @Field(() => MessagesNowType, { description: 'Messages.' })
  messages!: MessagesNowType;

  @Field(() => TicketsNowType, { description: 'Tickets.' })
  tickets!: TicketsNowType;
}
