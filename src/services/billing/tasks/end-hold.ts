import { capabilityOf } from '../../adapters/payments/port.ts';
import { DomainError } from '../../kernel/errors.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { AppContext } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import type { Billables } from '../billable.ts';
import { cancelIntent, unlessRefused } from '../cancel-intent.ts';
import { processReading } from '../process-reading.ts';
import { readPayment, type PaymentAtProvider } from '../read-payment.ts';
import type { cancelIntentTask, endHoldTask, endLateHoldsTask } from './intent-jobs.ts';

type HoldNeeds = Pick<AppContext, 'db' | 'run' | 'payments' | 'now'>;

const rows = (db: HoldNeeds['db']) =>
  db
    .selectFrom('payment')
    .select([
      'id',
      'provider',
      'provider_session_id as sessionId',
      'provider_payment_id as providerPaymentId',
      'status',
      'hold_decision as decision',
      'amount_cents',
      'currency',
    ]);

/**
 * Takes or releases a hold at its provider, as was decided. Run again it asks again: what is taken is taken once. What the
 * provider refuses is read again; a hold that is still there is tried later.
 */
export const endHold =
  (billables: Billables) =>
  async (ctx: HoldNeeds, { paymentId }: PayloadOf<typeof endHoldTask>): Promise<void> => {
    const held = await rows(ctx.db).where('id', '=', paymentId).executeTakeFirst();
    // A read replica may not have it yet.
    if (held === undefined) throw new DomainError('NOT_FOUND', { paymentId });
    const { provider, providerPaymentId, status, decision, currency } = held;
    if (status !== 'AUTHORIZED' || decision === null || providerPaymentId === null) return;
    const intents = capabilityOf(ctx.payments, provider, 'intents');
    if (intents === undefined) throw new DomainError('PAYMENT_UNAVAILABLE', { provider });
    const amount = { amount: Number(held.amount_cents), currency };
    await unlessRefused(() =>
      decision === 'CAPTURE'
        ? intents.captureIntent({ providerPaymentId, amount })
        : intents.cancelIntent(providerPaymentId),
    );
    crashPoint('after-hold-ended');
    const state = await readPayment(ctx, held);
    if (state === undefined || state.status === 'AUTHORIZED')
      throw new DomainError('PAYMENT_UNAVAILABLE', { provider });
    await ctx.run(processReading(billables), { provider, state, event: null });
  };

/** Ends a payment of a form or page that is not wanted any more; one that was paid in the meantime counts. */
export const cancelReplaced =
  (billables: Billables) =>
  async (ctx: HoldNeeds, { paymentId }: PayloadOf<typeof cancelIntentTask>): Promise<void> => {
    const row = await rows(ctx.db).where('id', '=', paymentId).executeTakeFirst();
    if (row === undefined) throw new DomainError('NOT_FOUND', { paymentId });
    await end(ctx, billables, row);
  };

/** Holds and forms whose time has passed: the provider has ended them, or does now. A page runs out by itself. */
export const endLateHolds =
  (billables: Billables) =>
  async (ctx: HoldNeeds, _: PayloadOf<typeof endLateHoldsTask>): Promise<void> => {
    const late = await rows(ctx.db)
      .where((where) =>
        where.or([
          where.and([where('status', '=', 'AUTHORIZED'), where('capture_before', '<=', ctx.now)]),
          where.and([
            where('status', '=', 'PENDING'),
            where('flow', '=', 'FORM'),
            where('provider_payment_id', 'is not', null),
            where('expires_at', '<=', ctx.now),
          ]),
        ]),
      )
      .orderBy('id')
      .limit(500)
      .execute();
    for (const row of late) await end(ctx, billables, row);
  };

async function end(ctx: HoldNeeds, billables: Billables, at: PaymentAtProvider): Promise<void> {
  const state = await cancelIntent(ctx, at);
  if (state !== undefined) await ctx.run(processReading(billables), { provider: at.provider, state, event: null });
}
