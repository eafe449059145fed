import { DomainError } from '../../kernel/errors.ts';
import type { AppContext } from '../../platform/context.ts';
import { lookAtPush, type LookNeeds } from '../mobile-money/look-at-push.ts';
import { doubtfulPaymentStatuses } from '../payment.states.ts';

/** Younger ones have their own looks. */
const dayMs = 24 * 3_600_000;

type ReconcileNeeds = LookNeeds & Pick<AppContext, 'db' | 'now' | 'log'>;

/** Reads every push again whose end is still not known after its first day. One that fails does not stop the others. */
export async function reconcilePushes(ctx: ReconcileNeeds): Promise<void> {
  const open = await ctx.db
    .selectFrom('payment')
    .select('id')
    .where('flow', '=', 'PUSH')
    .where('status', 'in', doubtfulPaymentStatuses)
    .where('created_at', '<', new Date(ctx.now.getTime() - dayMs))
    .orderBy('id')
    .execute();
  let failures = 0;
  for (const { id: paymentId } of open) {
    try {
      await lookAtPush(ctx, { paymentId });
    } catch (error) {
      failures += 1;
      ctx.log.warn({ paymentId, error }, 'push not reconciled');
    }
  }
  if (failures > 0) throw new DomainError('PAYMENT_UNAVAILABLE', { failures });
}
