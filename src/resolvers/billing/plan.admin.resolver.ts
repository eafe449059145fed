import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { GrantPlanInput, RevivePlanInput, SetPlanPriceInput } from '../../schema/billing/plan.input.ts';
import { PlanSubscriptionConnection, PlanSubscriptionType } from '../../schema/billing/plan-subscription.type.ts';
import { PlanSubscriptionsArgs } from '../../schema/billing/plan-subscriptions.args.ts';
import { PlanPriceType } from '../../schema/billing/plan.type.ts';
import { PriceSyncLineType, SyncStripePricesInput } from '../../schema/billing/price-sync.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import {
  getPlanSubscription,
  grantPlan,
  listPlanSubscriptions,
  planPricesById,
  revivePlan,
  setPlanPrice,
  syncPrices,
  type PlanPriceRow,
  type PlanSubscriptionRow,
  type PriceSyncLine,
} from '../../services/billing/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import { loadSure, type Context } from '../context.ts';

/** Plans of everybody, for admins. */
@Resolver()
export class PlanAdminResolver {
  @Auth('plan:read-any')
  @Query(() => PlanSubscriptionConnection, { description: 'Subscriptions of everybody, newest first.' })
  planSubscriptions(
    @Args(() => PlanSubscriptionsArgs) args: PlanSubscriptionsArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<PlanSubscriptionRow>> {
    return listPlanSubscriptions(context.read, args);
  }

  @Cost({ cost: 5, size: 60 })
  @Auth('price:sync')
  @Mutation(() => [PriceSyncLineType], {
    description:
      'Brings the products and prices of Stripe in line with the price list and the plans. Errors: PAYMENT_UNAVAILABLE without Stripe, or when it does not answer.',
  })
  syncStripePrices(
    @Arg('input', () => SyncStripePricesInput, { description: 'Whether to change anything.' })
    input: SyncStripePricesInput,
    @Ctx() context: Context,
  ): Promise<PriceSyncLine[]> {
    return context.perform(syncPrices, input);
  }

  @Auth('plan:manage', { stepUp: true })
  @Mutation(() => PlanSubscriptionType, {
    description:
      'Gives a customer a plan free of charge until a day, or changes what was given. Errors: NOT_FOUND, PLAN_ALREADY_CHOSEN for one who pays, INPUT_INVALID, CONFLICT.',
  })
  async grantPlan(
    @Arg('input', () => GrantPlanInput, { description: 'Which plan, for whom, until when.' }) input: GrantPlanInput,
    @Ctx() context: Context,
  ): Promise<PlanSubscriptionRow> {
    return getPlanSubscription(context.read, (await context.run(grantPlan, input)).id);
  }

  @Auth('plan:manage', { stepUp: true })
  @Mutation(() => PlanSubscriptionType, {
    description:
      'Gives a customer their plan again for money that came after its end: a whole period from today, invoiced now, instead of the refund that is due. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, PLAN_ALREADY_CHOSEN, CONFLICT.',
  })
  async revivePlan(
    @Arg('input', () => RevivePlanInput, { description: 'Which money.' }) input: RevivePlanInput,
    @Ctx() context: Context,
  ): Promise<PlanSubscriptionRow> {
    return getPlanSubscription(context.read, (await context.run(revivePlan, input)).id);
  }

  @Auth('plan:manage', { stepUp: true })
  @Mutation(() => PlanPriceType, {
    description:
      'Writes a new price of a plan, for periods that begin on a day at least 30 days away; what was sold stays as it is. Errors: INPUT_INVALID, ACTION_NOT_ALLOWED, CONFLICT.',
  })
  async setPlanPrice(
    @Arg('input', () => SetPlanPriceInput, { description: 'Which price, from when on.' }) input: SetPlanPriceInput,
    @Ctx() context: Context,
  ): Promise<PlanPriceRow> {
    return loadSure(context, planPricesById, (await context.run(setPlanPrice, input)).id);
  }
}
