import { IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { PlanSubscriptionStatus } from '../../entities/billing/plan-subscription.entity.ts';
import type { PlanFamily } from '../../services/kernel/plans.ts';
import { sortedArgs } from '../shared/list.args.ts';
import { PlanFamilyEnum, PlanSubscriptionStatusEnum } from './plan.enums.ts';

@InputType({ description: 'Which subscriptions; what is absent does not matter.' })
export class PlanSubscriptionFilterInput {
  @Field(() => PlanSubscriptionStatusEnum, { nullable: true, description: 'In this status.' })
  @IsOptional()
  status?: PlanSubscriptionStatus | null;

  @Field(() => PlanFamilyEnum, { nullable: true, description: 'Of this family.' })
  @IsOptional()
  family?: PlanFamily | null;

  @Field(() => ID, { nullable: true, description: 'To this plan.' })
  @IsOptional()
  @IsUUID()
  planId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this person.' })
  @IsOptional()
  @IsUUID()
  personId?: string | null;
}

@ArgsType()
export class PlanSubscriptionsArgs extends sortedArgs('PlanSubscriptionSort', 'subscriptions') {
  @Field(() => PlanSubscriptionFilterInput, { nullable: true, description: 'Which subscriptions; all unless said.' })
  @IsOptional()
  @ValidateNested()
  filter?: PlanSubscriptionFilterInput | null;
}
