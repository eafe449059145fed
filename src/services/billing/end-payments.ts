import type { Subject } from '../kernel/subject.ts';
import type { AppContext } from '../platform/context.ts';
import { cancelIntent } from './cancel-intent.ts';
import { processReading } from './process-reading.ts';

/**
 * Ends at their providers whatever was begun to pay a subject, and takes over what became of it: one that was paid in the meantime is
 * confirmed. Money that is on its way stays on its way. Throws when a provider does not answer.
 */
export async function endPayments(
  ctx: Pick<AppContext, 'db' | 'run' | 'payments' | 'billables'>,
  { type, id }: Subject,
): Promise<void> {
  const open = await ctx.db
    .selectFrom('payment')
    .select(['provider', 'provider_session_id as sessionId', 'provider_payment_id as providerPaymentId'])
    .where('subject_type', '=', type)
    .where('subject_id', '=', id)
    .where('status', '=', 'PENDING')
    .orderBy('id')
    .execute();
  for (const at of open) {
    const state = await cancelIntent(ctx, at);
    if (state === undefined) continue;
    await ctx.run(processReading(ctx.billables), { provider: at.provider, state, event: null });
  }
}
