import { ArrayMaxSize, ArrayMinSize, IsOptional, IsUUID } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { Priority } from '../../entities/notifications/notification.entity.ts';
import type { OrderSource, OrderStatus } from '../../entities/orders/order.entity.ts';
import { longestSearch } from '../../services/kernel/list-orders.ts';
import { DateTime } from '../scalars/index.ts';
import { searchDescription } from '../shared/list.args.ts';
import { Line } from '../shared/text.rules.ts';
import { OrderSourceEnum, OrderStatusInputEnum, PriorityInputEnum } from './order.enums.ts';

@InputType({ description: 'Which orders; what is absent does not matter.' })
export class OrderFilterInput {
  @Field(() => [OrderStatusInputEnum], { nullable: true, description: 'Those that stand in one of these, 1 to 9.' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(9)
  statuses?: OrderStatus[] | null;

  @Field(() => [PriorityInputEnum], { nullable: true, description: 'Those as pressing as one of these, 1 to 4.' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(4)
  priorities?: Priority[] | null;

  @Field(() => ID, { nullable: true, description: 'Those assigned to this proofreader.' })
  @IsOptional()
  @IsUUID()
  proofreaderId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Those that nobody is assigned to, or those that somebody is.' })
  @IsOptional()
  isUnassigned?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Those of this customer.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Those that were paid, or those that are still to be paid: not the ones that were given up before.',
  })
  @IsOptional()
  isPaid?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Those being worked on, or about to be, whose due date has passed; or all others.',
  })
  @IsOptional()
  isLate?: boolean | null;

  @Field(() => OrderSourceEnum, { nullable: true, description: 'Those placed in this way.' })
  @IsOptional()
  source?: OrderSource | null;

  @Field(() => ID, { nullable: true, description: 'Those of this service, from `priceItems`.' })
  @IsOptional()
  @IsUUID()
  priceItemId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Placed at this instant or later.' })
  @IsOptional()
  createdFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Placed before this instant.' })
  @IsOptional()
  createdTo?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Due at this instant or later.' })
  @IsOptional()
  dueFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Due before this instant.' })
  @IsOptional()
  dueTo?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Delivered at this instant or later.' })
  @IsOptional()
  completedFrom?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Delivered before this instant.' })
  @IsOptional()
  completedTo?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Those that the team has to do something about, or all others: a request for a review or a consultation, also one that came back from a quote that was refused or that expired; paid without a proofreader; late; money owed back.',
  })
  @IsOptional()
  needsAttention?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: searchDescription('a title, a service, a reference, or the customer’s name or address'),
  })
  @IsOptional()
  @Line(0, longestSearch)
  text?: string | null;
}
