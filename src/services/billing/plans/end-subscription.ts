import type { PlanEndReason, PlanSubscription } from '../../../entities/billing/plan-subscription.entity.ts';
import type { PlanPeriod } from '../../../entities/billing/plan-period.entity.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { planEnded } from './events.ts';
import { lockPeriods } from './load-plan.ts';
import { planPeriodStates } from './plan-period.states.ts';
import { planSubscriptionStates } from './plan-subscription.states.ts';

/**
 * Ends a subscription, which is locked: nothing of it is to be paid any more. Money that comes all the same is recorded and due for a
 * refund.
 */
export async function endSubscription(
  tx: Tx<'em' | 'now' | 'emit' | 'record'>,
  subscription: PlanSubscription,
  reason: PlanEndReason,
): Promise<void> {
  const from = subscription.status;
  transition(planSubscriptionStates, subscription, 'end');
  subscription.liveFor = null;
  subscription.endedAt = tx.now;
  subscription.endReason = reason;
  subscription.expiresAt = null;
  subscription.paymentMethodId = null;
  for (const period of await lockPeriods(tx, subscription, 'DUE')) voidPeriod(period);
  const personId = subscription.person.id;
  tx.record({
    action: 'PLAN_ENDED',
    targetType: 'user',
    targetId: personId,
    payload: { subscriptionId: subscription.id, from, reason },
  });
  tx.emit(planEnded, { subscriptionId: subscription.id, personId, reason });
}

/** It is never to be paid any more. */
export function voidPeriod(period: PlanPeriod): void {
  transition(planPeriodStates, period, 'void');
  period.liveFor = null;
}
