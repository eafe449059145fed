import type { Actor } from '../../access/actor.ts';
import { planActions, type PlanAction } from '../../kernel/plans.ts';
import { allows } from '../../kernel/states.ts';
import { planSubscriptionStates } from './plan-subscription.states.ts';
import type { PlanPeriodRow, PlanSubscriptionRow } from './queries/plan-subscriptions.ts';

/** What the actor may do with a plan now: nothing with another person’s. `due`: what is to be paid of it. */
export function actionsOfPlan(actor: Actor, plan: PlanSubscriptionRow, due: PlanPeriodRow | null): PlanAction[] {
  const isLive = allows(planSubscriptionStates, plan.status, 'end');
  if (actor.userId !== plan.personId || !isLive) return [];
  const { status, cancelsAtPeriodEnd: isCancelled } = plan;
  return planActions.filter(
    (action) =>
      ({ PAY: due !== null, CHANGE: status === 'ACTIVE' && !isCancelled, CANCEL: !isCancelled, RESUME: isCancelled })[
        action
      ],
  );
}
