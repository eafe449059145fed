/** What the rest of billing, and through it the application, uses of plans. */
export { billablePlanPeriod } from './billable-plan-period.ts';
export { advanceSubscription } from './advance-subscription.ts';
export { actionsOfPlan } from './plan-actions.ts';
export { cancelPlan, resumePlan } from './cancel-plan.ts';
export { changePlan, previewPlanChange } from './change-plan.ts';
export { choosePlan } from './choose-plan.ts';
export { entitlementOf, requireFeature, type FeatureUse } from './entitlement.ts';
export { planActivated, planEnded, planPastDue, planRenewed, planSuspended } from './events.ts';
export { grantPlan } from './grant-plan.ts';
export { paySubscription, type PlanPayment } from './pay-subscription.ts';
export type { ChangeTerms } from './plan-change.ts';
export { planPeriodStates } from './plan-period.states.ts';
export { planSubscriptionStates } from './plan-subscription.states.ts';
export {
  entitlementsOfPlans,
  listPlans,
  planPricesById,
  plansById,
  pricesOfPlans,
  pricesOn,
  type PlanEntitlementRow,
  type PlanPriceRow,
  type PlanRow,
} from './queries/list-plans.ts';
export {
  dueOf,
  getMyPlanSubscription,
  getPlanSubscription,
  listPlanSubscriptions,
  periodsOfSubscriptions,
  type PlanPeriodRow,
  type PlanSubscriptionRow,
} from './queries/plan-subscriptions.ts';
export { seedPlans } from './seed-plans.ts';
export { revivePlan } from './revive-plan.ts';
export { setPlanPrice } from './set-plan-price.ts';
