import { IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { OrderStatus } from '../../entities/orders/order.entity.ts';
import { Lines } from '../shared/text.rules.ts';
import { OrderStatusEnum } from './order.enums.ts';

@InputType({ description: 'The state that an order is to be in.' })
export class SetOrderStatusInput {
  @Field(() => ID, { description: 'The order.' })
  @MaxLength(36)
  orderId!: string;

  @Field(() => OrderStatusEnum, { description: 'The state; its French name is understood too.' })
  status!: OrderStatus;

  @Field(() => String, { nullable: true, description: 'Why, where that is kept: at most 2,000 characters.' })
  @IsOptional()
  @Lines(0, 2_000)
  reason?: string | null;
}
