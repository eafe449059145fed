import { IsOptional, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars/index.ts';
import { LiveArgs } from '../shared/live.args.ts';
import { OrderFilterInput } from './order-filter.input.ts';
import { OrderStatusEnum } from './order.enums.ts';
import { OrderType } from './order.type.ts';

@ArgsType()
export class OrdersUpdatedArgs extends LiveArgs {
  @Field(() => OrderFilterInput, {
    nullable: true,
    description: 'Which orders; all of them unless given. One that leaves the states of the filter is said once more.',
  })
  @IsOptional()
  @ValidateNested()
  filter?: OrderFilterInput | null;
}

@ObjectType('OrdersUpdated', { description: 'One of many orders has just changed.', simpleResolvers: true })
export class OrdersUpdatedType {
  @Field(() => ID, { description: 'The order.' })
  orderId!: string;

  @Field(() => OrderStatusEnum, { nullable: true, description: 'Where it stands now; null when it is gone.' })
  status!: string | null;

  @Field(() => Cursor, { description: 'Where the stream stands: give it back as `after` when you reconnect.' })
  cursor!: string;
}

@ObjectType('MyWorkUpdated', { description: 'Something of a proofreader’s work has changed.', simpleResolvers: true })
export class MyWorkUpdatedType {
  @Field(() => ID, { description: 'The order.' })
  orderId!: string;

  @Field(() => OrderType, { nullable: true, description: 'The order as it is now; null when it is no longer yours.' })
  order!: OrderType | null;

  @Field(() => Cursor, { description: 'Where the stream stands: give it back as `after` when you reconnect.' })
  cursor!: string;
}
