import { Field, Int, ObjectType } from 'type-graphql';
import { Cost } from '../directives/cost.ts';
import { OrderStatusEnum } from './order.enums.ts';
import { OrderType } from './order.type.ts';

@ObjectType('OrderStatusCount', { description: 'How many orders stand in a state.', simpleResolvers: true })
export class OrderStatusCountType {
  @Field(() => OrderStatusEnum, { description: 'The state.' })
  status!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('OrderCounts', {
  description: 'How many orders there are behind each tab, as the filter of `orders` of the same name finds them.',
  simpleResolvers: true,
})
export class OrderCountsType {
  @Field(() => Int, { description: 'All of them.' })
  total!: number;

  @Cost({ size: 9 })
  @Field(() => [OrderStatusCountType], { description: 'By state, every one.' })
  byStatus!: OrderStatusCountType[];

  @Field(() => Int, { description: 'That the team has to do something about.' })
  needsAttention!: number;

  @Field(() => Int, { description: 'Paid, without a proofreader.' })
  unassigned!: number;

  @Field(() => Int, { description: 'Late.' })
  late!: number;

  @Field(() => Int, { description: 'Still to be paid.' })
  unpaid!: number;
}

@ObjectType('OrderColumn', { description: 'Orders of one state, as a board shows them.', simpleResolvers: true })
export class OrderColumnType {
  @Field(() => OrderStatusEnum, { description: 'The state.' })
  status!: string;

  @Cost({ cost: 20 })
  @Field(() => Int, { description: 'How many there are in all.' })
  totalCount!: number;

  @Cost({ size: 20 })
  @Field(() => [OrderType], {
    description:
      'The first twenty: those due soonest, then those without a due date; of orders that are over, the newest.',
  })
  orders!: OrderType[];
}

@ObjectType('MyWork', { description: 'What a proofreader has to do.', simpleResolvers: true })
export class MyWorkType {
  @Cost({ size: 20 })
  @Field(() => [OrderType], { description: 'What was due before now, the latest first; at most 100.' })
  late!: OrderType[];

  @Cost({ size: 20 })
  @Field(() => [OrderType], { description: 'What is due by the end of the day, the soonest first; at most 100.' })
  today!: OrderType[];

  @Cost({ size: 20 })
  @Field(() => [OrderType], {
    description:
      'What the customer has to answer: deliveries of the last fourteen days, then orders whose manuscript is missing; at most 100 of each.',
  })
  waitingForCustomer!: OrderType[];
}
