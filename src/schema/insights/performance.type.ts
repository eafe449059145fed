import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { funnelSteps, orderPaymentStates, receivableAges } from '../../services/kernel/figures.ts';
import { OrderStatusEnum } from '../orders/order.enums.ts';
import { enumOf } from '../shared/enum-of.ts';
import { MoneyType } from '../shared/money.type.ts';
import { BucketType } from './bucket.type.ts';

export const OrderPaymentStateEnum = enumOf(orderPaymentStates);
registerEnumType(OrderPaymentStateEnum, { name: 'OrderPaymentState', description: 'What became of an order’s money.' });
export const FunnelStepEnum = enumOf(funnelSteps);
registerEnumType(FunnelStepEnum, { name: 'FunnelStep', description: 'How far an order has come.' });
export const ReceivableAgeEnum = enumOf(receivableAges);
registerEnumType(ReceivableAgeEnum, { name: 'ReceivableAge', description: 'How long something has been due.' });

@ObjectType('OrderPerformanceRow', {
  description: 'Orders of one state, one state of payment and one currency.',
  simpleResolvers: true,
})
export class PerformanceRowType {
  @Field(() => OrderStatusEnum, { description: 'Their state.' })
  status!: string;

  @Field(() => OrderPaymentStateEnum, { description: 'What became of their money.' })
  payment!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;

  @Field(() => MoneyType, { description: 'The sum of what they cost.' })
  amount!: MoneyType;

  @Field(() => MoneyType, { description: 'The sum of what was shown first.' })
  estimated!: MoneyType;

  @Field(() => MoneyType, { description: 'The sum of the prices that the team fixed, where it did.' })
  final!: MoneyType;

  @Field(() => Float, {
    nullable: true,
    description: 'What fixed prices exceed the estimates by: 0.1 is a tenth more; null without any.',
  })
  finalAgainstEstimate!: number | null;

  @Field(() => Float, { nullable: true, description: 'Null without any.' })
  averageDeclaredPages!: number | null;

  @Field(() => Float, { nullable: true, description: 'Null without any.' })
  averageMeasuredPages!: number | null;

  @Field(() => Float, { nullable: true, description: 'Null without any.' })
  averageVerifiedPages!: number | null;

  @Field(() => Float, { description: 'Changes that customers asked for.' })
  averageRevisions!: number;
}

@ObjectType('OrderPerformance', { description: 'How the orders placed within a period went.', simpleResolvers: true })
export class OrderPerformanceType {
  @Field(() => BucketType, { description: 'The period.' })
  bucket!: BucketType;

  @Field(() => [PerformanceRowType], { description: 'By state, payment and currency.' })
  rows!: PerformanceRowType[];

  @Field(() => Float, {
    nullable: true,
    description: 'Days from payment to delivery: half of them took less. Null without any.',
  })
  medianDays!: number | null;

  @Field(() => Float, { nullable: true, description: 'Nine of ten took no more. Null without any.' })
  p90Days!: number | null;
}

@ObjectType('OrderFunnelStep', { description: 'A step of the funnel.', simpleResolvers: true })
export class FunnelRowType {
  @Field(() => FunnelStepEnum, { description: 'Which.' })
  step!: string;

  @Field(() => Int, { description: 'How many came as far.' })
  count!: number;

  @Field(() => Int, { description: 'How many of the step before did not.' })
  lost!: number;

  @Field(() => Float, { nullable: true, description: 'Of those of the first step; null without any.' })
  share!: number | null;
}

@ObjectType('OrderFunnel', {
  description: 'How far the orders that were begun within a period have come.',
  simpleResolvers: true,
})
export class OrderFunnelType {
  @Field(() => BucketType, { description: 'The period.' })
  bucket!: BucketType;

  @Field(() => [FunnelRowType], { description: 'In their order.' })
  steps!: FunnelRowType[];
}

@ObjectType('ProofreaderWorkload', {
  description: 'What a proofreader has open, and how they did in the last 90 days.',
  simpleResolvers: true,
})
export class WorkloadType {
  @Field(() => ID, { description: 'The proofreader.' })
  proofreaderId!: string;

  @Field(() => Int, { description: 'Paid and not over.' })
  openOrders!: number;

  @Field(() => Int, { description: 'Their pages.' })
  openPages!: number;

  @Field(() => Int, { description: 'Those past their due date and not suspended.' })
  lateOrders!: number;

  @Field(() => Int, { description: 'Delivered in the last 90 days.' })
  completed!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Of those with a due date, the share delivered by then; null without any.',
  })
  onTimeShare!: number | null;
}

@ObjectType('ProofreaderStats', { description: 'One’s own work.', simpleResolvers: true })
export class ProofreaderStatsType {
  @Field(() => Int, { description: 'Paid and not over.' })
  openOrders!: number;

  @Field(() => Int, { description: 'Their pages.' })
  openPages!: number;

  @Field(() => Int, { description: 'Those past their due date and not suspended.' })
  lateOrders!: number;

  @Field(() => Int, { description: 'Delivered in the last 90 days.' })
  completed!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Of those with a due date, the share delivered by then; null without any.',
  })
  onTimeShare!: number | null;

  @Field(() => Float, { nullable: true, description: 'Days from beginning to delivery; null without any.' })
  medianDays!: number | null;

  @Field(() => Float, { nullable: true, description: 'Changes that customers asked for; null without any delivery.' })
  averageRevisions!: number | null;
}

@ObjectType('AgedReceivables', {
  description: 'What is owed on invoices, of one age and currency.',
  simpleResolvers: true,
})
export class AgedReceivablesType {
  @Field(() => ReceivableAgeEnum, { description: 'Days since the due day.' })
  age!: string;

  @Field(() => Int, { description: 'How many invoices.' })
  count!: number;

  @Field(() => MoneyType, { description: 'What is owed.' })
  owed!: MoneyType;
}

@ObjectType('PublicStats', { description: 'What everybody may know; nothing of money.', simpleResolvers: true })
export class PublicStatsType {
  @Field(() => Int, {
    nullable: true,
    description: 'Manuscripts proofread and delivered; null while there are fewer than 20.',
  })
  manuscripts!: number | null;

  @Field(() => Int, { nullable: true, description: 'Their pages; null as well.' })
  pages!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'What customers gave accepted work, 1 to 5, in mean; null while fewer than 20 did.',
  })
  averageRating!: number | null;
}
