import { doubtfulPaymentStatuses } from '../payment.states.ts';
import type { Tx } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { idsOf } from '../payment-ids.ts';
import { lookAtPush, type LookNeeds } from '../mobile-money/look-at-push.ts';
import { planLook } from '../mobile-money/prepare-push.ts';
import { lockPush } from '../mobile-money/store-push.ts';
import type { lookAtPushTask } from './look-at-push.task.ts';
import { alertDoubtfulPaymentTask } from './mobile-money-jobs.ts';

/** One look at a push. Its next one is planned in a transaction of its own: a crash in between repeats a reading, no more. */
export async function lookAgain(ctx: LookNeeds, { paymentId }: PayloadOf<typeof lookAtPushTask>): Promise<void> {
  const result = await lookAtPush(ctx, { paymentId });
  // What does not match is for the admins, who are alerted already.
  if (result !== 'REFUSED') await ctx.run(planNext, { paymentId });
}

/** After a day nobody waits any longer: the admins look at the provider's own list. */
async function planNext(tx: Tx<'em' | 'now' | 'enqueue'>, { paymentId }: { paymentId: string }): Promise<void> {
  const payment = await lockPush(tx, paymentId);
  if (!doubtfulPaymentStatuses.includes(payment.status)) return;
  if (!planLook(tx, payment, tx.now))
    tx.enqueue(alertDoubtfulPaymentTask, idsOf(payment), {
      dedupeKey: `${alertDoubtfulPaymentTask.kind}:${paymentId}`,
    });
}
