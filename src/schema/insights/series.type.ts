import { Field, Float, Int, ObjectType } from 'type-graphql';
import { MoneyType } from '../shared/money.type.ts';
import { BucketType } from './bucket.type.ts';

@ObjectType('MonthStats', { description: 'The figures of a month.', simpleResolvers: true })
export class MonthStatsType {
  @Field(() => BucketType, { description: 'The month.' })
  bucket!: BucketType;

  @Field(() => Int, { description: 'Orders placed.' })
  orders!: number;

  @Field(() => Int, { description: 'Orders delivered.' })
  completed!: number;

  @Field(() => Int, { description: 'Orders cancelled.' })
  cancelled!: number;

  @Field(() => [MoneyType], { description: 'Received minus returned, by the day of each; by currency.' })
  revenue!: MoneyType[];

  @Field(() => Int, { description: 'Accounts made.' })
  newUsers!: number;

  @Field(() => Int, { description: 'Pages of the orders delivered.' })
  pages!: number;

  @Field(() => [MoneyType], { description: 'What an order paid in the month costs on average, by currency.' })
  averageBasket!: MoneyType[];
}

@ObjectType('RevenuePoint', { description: 'Revenue of a bucket.', simpleResolvers: true })
export class RevenuePointType {
  @Field(() => BucketType, { description: 'When.' })
  bucket!: BucketType;

  @Field(() => [MoneyType], { description: 'Received minus returned, by currency; empty when nothing moved.' })
  value!: MoneyType[];
}

@ObjectType('RevenueStats', { description: 'Revenue over time.', simpleResolvers: true })
export class RevenueStatsType {
  @Field(() => [RevenuePointType], { description: 'Every bucket of the period, in order.' })
  points!: RevenuePointType[];

  @Field(() => [MoneyType], { description: 'Money received, by currency.' })
  received!: MoneyType[];

  @Field(() => [MoneyType], { description: 'Refunded, taken back by a bank, or never arrived after all; by currency.' })
  returned!: MoneyType[];

  @Field(() => [MoneyType], { description: 'The difference, by currency.' })
  net!: MoneyType[];
}

@ObjectType('UserPoint', { description: 'Accounts of a bucket.', simpleResolvers: true })
export class UserPointType {
  @Field(() => BucketType, { description: 'When.' })
  bucket!: BucketType;

  @Field(() => Int, { description: 'Accounts made.' })
  value!: number;
}

@ObjectType('UserGrowth', { description: 'Accounts over time.', simpleResolvers: true })
export class UserGrowthType {
  @Field(() => [UserPointType], { description: 'Every bucket of the period, in order.' })
  points!: UserPointType[];

  @Field(() => Int, { description: 'Accounts made within the period.' })
  total!: number;

  @Field(() => Int, { description: 'Accounts made before it that are not erased.' })
  before!: number;

  @Field(() => Int, { description: 'The same at its end.' })
  after!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'The growth from the one to the other; null when there was none before.',
  })
  growth!: number | null;
}
