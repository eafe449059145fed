import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PlanPeriodType, PlanSubscriptionType } from '../../schema/billing/plan-subscription.type.ts';
import { PlanActionEnum } from '../../schema/billing/plan.enums.ts';
import { PlanPriceType, PlanType } from '../../schema/billing/plan.type.ts';
import { Cost } from '../../schema/directives/cost.ts';
import {
  actionsOfPlan,
  dueOf,
  periodsOfSubscriptions,
  planPricesById,
  plansById,
  type PlanPeriodRow,
  type PlanPriceRow,
  type PlanRow,
  type PlanSubscriptionRow,
} from '../../services/billing/index.ts';
import type { PlanAction } from '../../services/kernel/plans.ts';
import { loadSure, type Context } from '../context.ts';

/** What a subscription consists of, for its person and for admins. */
@Resolver(() => PlanSubscriptionType)
export class PlanSubscriptionResolver {
  @FieldResolver(() => PlanType, { description: 'The plan.' })
  plan(@Root() { planId }: PlanSubscriptionRow, @Ctx() context: Context): Promise<PlanRow> {
    return loadSure(context, plansById, planId);
  }

  @FieldResolver(() => PlanPriceType, {
    nullable: true,
    description: 'What it was sold at; null for one that was granted.',
  })
  async price(@Root() { priceId }: PlanSubscriptionRow, @Ctx() context: Context): Promise<PlanPriceRow | null> {
    return priceId === null ? null : loadSure(context, planPricesById, priceId);
  }

  @FieldResolver(() => PlanType, {
    nullable: true,
    description: 'What it changes to at the end of what is paid; null when it does not.',
  })
  async nextPlan(@Root() { nextPlanId }: PlanSubscriptionRow, @Ctx() context: Context): Promise<PlanRow | null> {
    return nextPlanId === null ? null : loadSure(context, plansById, nextPlanId);
  }

  @Cost({ size: 12 })
  @FieldResolver(() => [PlanPeriodType], { description: 'Its periods, newest first.' })
  periods(@Root() { id }: PlanSubscriptionRow, @Ctx() context: Context): Promise<PlanPeriodRow[]> {
    return loadSure(context, periodsOfSubscriptions, id);
  }

  @FieldResolver(() => PlanPeriodType, {
    nullable: true,
    description: 'What is to be paid next, by `paySubscription`; null when nothing is.',
  })
  async duePeriod(@Root() { id }: PlanSubscriptionRow, @Ctx() context: Context): Promise<PlanPeriodRow | null> {
    return dueOf(await loadSure(context, periodsOfSubscriptions, id));
  }

  @FieldResolver(() => [PlanActionEnum], { description: 'What you may do with it now.' })
  async availableActions(@Root() plan: PlanSubscriptionRow, @Ctx() context: Context): Promise<PlanAction[]> {
    const due = dueOf(await loadSure(context, periodsOfSubscriptions, plan.id));
    return actionsOfPlan(context.actor, plan, due);
  }
}

/** The plan of a period. */
@Resolver(() => PlanPeriodType)
export class PlanPeriodResolver {
  @FieldResolver(() => PlanType, { description: 'The plan.' })
  plan(@Root() { planId }: PlanPeriodRow, @Ctx() context: Context): Promise<PlanRow> {
    return loadSure(context, plansById, planId);
  }
}
