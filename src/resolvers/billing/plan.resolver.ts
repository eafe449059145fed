import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  ChangePlanInput,
  ChoosePlanInput,
  PaySubscriptionInput,
  PlanOfFamilyInput,
  PreviewPlanChangeArgs,
} from '../../schema/billing/plan.input.ts';
import { PlanFamilyEnum } from '../../schema/billing/plan.enums.ts';
import {
  PlanChangePreviewType,
  PlanPaymentType,
  PlanSubscriptionType,
} from '../../schema/billing/plan-subscription.type.ts';
import { PlanType } from '../../schema/billing/plan.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import { MoneyType } from '../../schema/shared/money.type.ts';
import {
  cancelPlan,
  changePlan,
  choosePlan,
  getMyPlanSubscription,
  getPlanSubscription,
  paySubscription,
  plansById,
  previewPlanChange,
  resumePlan,
  type ChangeTerms,
  type PlanPayment,
  type PlanRow,
  type PlanSubscriptionRow,
} from '../../services/billing/index.ts';
import { money, type Money } from '../../services/kernel/money.ts';
import type { PlanFamily } from '../../services/kernel/plans.ts';
import { loadSure, type Context } from '../context.ts';

/** One's own plan. */
@Resolver(() => PlanChangePreviewType)
export class PlanResolver {
  @Auth('plan:choose')
  @Query(() => PlanSubscriptionType, {
    nullable: true,
    description: 'Your plan of a family; null while you have chosen none, or none that lives.',
  })
  myPlanSubscription(
    @Arg('family', () => PlanFamilyEnum, { defaultValue: 'ARTISAN', description: 'The family.' }) family: PlanFamily,
    @Ctx() context: Context,
  ): Promise<PlanSubscriptionRow | null> {
    return getMyPlanSubscription(context.read, family);
  }

  @Auth('plan:choose')
  @Query(() => PlanChangePreviewType, {
    description:
      'What a change of your plan would cost, to the cent, and when it would count. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, PLAN_ALREADY_CHOSEN.',
  })
  previewPlanChange(
    @Args(() => PreviewPlanChangeArgs) args: PreviewPlanChangeArgs,
    @Ctx() context: Context,
  ): Promise<ChangeTerms> {
    return context.run(previewPlanChange, args);
  }

  @Auth('plan:choose')
  @Mutation(() => PlanSubscriptionType, {
    description:
      'Chooses a plan: one that costs nothing begins at once, any other one when `paySubscription` is paid, within 23 hours. Errors: PLAN_ALREADY_CHOSEN, INPUT_INVALID, CONFLICT.',
  })
  async choosePlan(
    @Arg('input', () => ChoosePlanInput, { description: 'Which plan.' }) input: ChoosePlanInput,
    @Ctx() context: Context,
  ): Promise<PlanSubscriptionRow> {
    return getPlanSubscription(context.read, (await context.run(choosePlan, input)).id);
  }

  @Heavy()
  @Auth('plan:choose')
  @Mutation(() => PlanPaymentType, {
    description:
      'Pays what is due of your plan: by a saved card, which then renews it, by mobile money, or on the payment page. Errors: NOT_FOUND when nothing is due or the card is not yours, INPUT_INVALID, ACTION_NOT_ALLOWED, BILLING_PROFILE_INCOMPLETE, AMOUNT_TOO_SMALL, AMOUNT_TOO_LARGE, PAYMENT_IN_DOUBT, PAYMENT_UNAVAILABLE, RATE_LIMITED, CONFLICT.',
  })
  paySubscription(
    @Arg('input', () => PaySubscriptionInput, { description: 'Which plan, and how.' }) input: PaySubscriptionInput,
    @Ctx() context: Context,
  ): Promise<PlanPayment> {
    return context.perform(paySubscription, input);
  }

  @Auth('plan:choose')
  @Mutation(() => PlanSubscriptionType, {
    description:
      'Changes your plan: to a dearer one once its difference is paid (`paySubscription`), to any other one at the end of what is paid. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, PLAN_ALREADY_CHOSEN, PLAN_OVER_QUOTA, CONFLICT.',
  })
  async changePlan(
    @Arg('input', () => ChangePlanInput, { description: 'To which plan.' }) input: ChangePlanInput,
    @Ctx() context: Context,
  ): Promise<PlanSubscriptionRow> {
    return getPlanSubscription(context.read, (await context.run(changePlan, input)).id);
  }

  @Auth('plan:choose')
  @Mutation(() => PlanSubscriptionType, {
    description:
      'Cancels your plan at the end of what is paid; where nothing is paid it ends at once. Errors: NOT_FOUND.',
  })
  async cancelPlan(
    @Arg('input', () => PlanOfFamilyInput, { description: 'Which plan.' }) input: PlanOfFamilyInput,
    @Ctx() context: Context,
  ): Promise<PlanSubscriptionRow> {
    return getPlanSubscription(context.read, (await context.run(cancelPlan, input)).id);
  }

  @Auth('plan:choose')
  @Mutation(() => PlanSubscriptionType, {
    description: 'Takes the cancellation of your plan back, before it ends. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async resumePlan(
    @Arg('input', () => PlanOfFamilyInput, { description: 'Which plan.' }) input: PlanOfFamilyInput,
    @Ctx() context: Context,
  ): Promise<PlanSubscriptionRow> {
    return getPlanSubscription(context.read, (await context.run(resumePlan, input)).id);
  }

  @FieldResolver(() => MoneyType, { description: 'What each whole period costs afterwards.' })
  renewsAt(@Root() { price: { amountCents, currency } }: ChangeTerms): Money {
    return money(amountCents, currency);
  }

  @FieldResolver(() => PlanType, { description: 'The other plan.' })
  plan(@Root() { plan }: ChangeTerms, @Ctx() context: Context): Promise<PlanRow> {
    return loadSure(context, plansById, plan.id);
  }
}
