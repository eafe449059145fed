import { personOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Keyed } from '../../platform/request-keys.ts';
import type { Db } from '../../platform/context.ts';
import { openCheckout, type CheckoutSession } from '../open-checkout.ts';
import { billablePlanPeriod } from './billable-plan-period.ts';
import type { OfFamily } from './cancel-plan.ts';
import { liveKey } from './load-plan.ts';

type Needed = Parameters<ReturnType<typeof openCheckout>>[0] & Parameters<typeof duePeriodId>[0];

/**
 * Opens the payment page of what is due of the caller’s plan: a change that was asked for, else the oldest period that is not
 * paid. Errors: NOT_FOUND (nothing is due), and those of a checkout.
 */
export async function paySubscription(ctx: Needed, { family, key }: OfFamily & Keyed): Promise<CheckoutSession> {
  const subjectId = await duePeriodId(ctx, family);
  return openCheckout('PLAN_PERIOD', billablePlanPeriod)(ctx, { subjectId, key });
}

async function duePeriodId(
  { db, actor }: { readonly db: Db; readonly actor: Parameters<typeof personOf>[0] },
  family: OfFamily['family'],
): Promise<string> {
  const due = await db
    .selectFrom('plan_period as period')
    .innerJoin('plan_subscription as subscription', 'subscription.id', 'period.subscription_id')
    .select(['period.id', 'period.live_for'])
    .where('subscription.live_for', '=', liveKey(personOf(actor), family))
    .where('period.status', '=', 'DUE')
    .orderBy('period.starts_on')
    .orderBy('period.id')
    .execute();
  const [first] = [...due.filter(({ live_for }) => live_for?.endsWith(':change')), ...due];
  if (first === undefined) throw new DomainError('NOT_FOUND');
  return first.id;
}
