import { IsUUID } from 'class-validator';
import { ArgsType, Field, ID, ObjectType } from 'type-graphql';
import { Cursor } from '../scalars/index.ts';
import { LiveArgs } from '../shared/live.args.ts';
import { OrderUpdateReasonEnum } from './order.enums.ts';
import { OrderType } from './order.type.ts';

@ArgsType()
export class OrderUpdatedArgs extends LiveArgs {
  @Field(() => ID, { description: 'The order to watch.' })
  @IsUUID()
  orderId!: string;
}

@ObjectType('OrderUpdated', { description: 'An order that has just changed.', simpleResolvers: true })
export class OrderUpdatedType {
  @Field(() => OrderType, { description: 'The order as it is now.' })
  order!: OrderType;

  @Field(() => OrderUpdateReasonEnum, { description: 'Why it is shown again.' })
  reason!: string;

  @Field(() => Cursor, { description: 'Where the stream stands: give it back as `after` when you reconnect.' })
  cursor!: string;
}
