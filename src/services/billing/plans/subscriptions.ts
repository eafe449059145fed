import { subscribe, type Subscription } from '../../platform/context.ts';
import { planActivated, planEnded, planSuspended } from './events.ts';
import { notifyPlanBegunTask, notifyPlanEndedTask, notifyPlanSuspendedTask } from './tasks/plan-jobs.ts';

/**
 * What plans do about their own events. `plan.renewed` has no task: the payer gets the invoice. `plan.past-due` neither: the
 * reminder of that day says it.
 */
export const planSubscriptions: readonly Subscription[] = [
  subscribe(planActivated, notifyPlanBegunTask),
  subscribe(planSuspended, notifyPlanSuspendedTask),
  subscribe(planEnded, notifyPlanEndedTask),
];
