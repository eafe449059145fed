import { IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID } from 'type-graphql';
import type { OrderStatus } from '../../entities/orders/order.entity.ts';
import { searchedArgs } from '../shared/list.args.ts';
import { OrderFilterInput } from './order-filter.input.ts';
import { OrderStatusEnum } from './order.enums.ts';

@ArgsType()
export class MyOrdersArgs extends searchedArgs('OrderSort', {
  of: 'orders',
  within: 'a title, a service or a reference',
}) {
  @Field(() => OrderStatusEnum, { nullable: true, description: 'Only orders that stand there.' })
  @IsOptional()
  status?: OrderStatus | null;
}

@ArgsType()
export class OrdersArgs extends MyOrdersArgs {
  @Field(() => ID, { nullable: true, description: 'Only orders of this customer.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only orders assigned to this proofreader.' })
  @IsOptional()
  @IsUUID()
  proofreaderId?: string | null;

  @Field(() => OrderFilterInput, {
    nullable: true,
    description: 'Which ones, beside what the other arguments say; all unless given.',
  })
  @IsOptional()
  @ValidateNested()
  filter?: OrderFilterInput | null;
}
