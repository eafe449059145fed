import { z } from 'zod';
import { LockMode } from '@mikro-orm/core';
import { Payment } from '../../../entities/billing/payment.entity.ts';
import { providersAble, type PaymentReading } from '../../adapters/payments/port.ts';
import { DomainError } from '../../kernel/errors.ts';
import { transition } from '../../kernel/states.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { Tx, AppContext } from '../../platform/context.ts';
import { defineTask } from '../../platform/task.ts';
import { processReading } from '../process-reading.ts';
import type { Billables } from '../billable.ts';
import { cancelIntent } from '../cancel-intent.ts';
import { readPayment } from '../read-payment.ts';
import { openPaymentStatuses, paymentStates } from '../payment.states.ts';

/** Asks the providers about pending payments: makes up for lost webhooks, closes expired pages. */
export const reconcilePaymentsTask = defineTask('billing.reconcile-payments', z.object({}), { priority: 200 });

const batch = 100;
/** The provider repeats an event for three days; a day more, and what still waits will not come. */
const lookBackMs = 4 * 24 * 3_600_000;

type ReconcileNeeds = Pick<AppContext, 'db' | 'run' | 'payments' | 'now' | 'log'>;

interface Waiting {
  readonly id: string;
  readonly provider: string;
  readonly sessionId: string | null;
  readonly providerPaymentId: string | null;
  readonly isOverdue: boolean;
  readonly isRecent: boolean;
}

/** Every open payment in turn. One that cannot be asked about does not stop the others; the job is then tried again. */
export const reconcilePayments =
  (billables: Billables) =>
  async (ctx: ReconcileNeeds): Promise<void> => {
    let failures = 0;
    for await (const payment of waiting(ctx)) {
      try {
        await reconcile(ctx, billables, payment);
      } catch (error) {
        failures += 1;
        ctx.log.warn({ paymentId: payment.id, error }, 'payment not reconciled');
      }
    }
    if (failures > 0) throw new DomainError('PAYMENT_UNAVAILABLE', { failures });
  };

async function* waiting({ db, now, payments }: ReconcileNeeds): AsyncGenerator<Waiting> {
  let after = '';
  for (;;) {
    const rows = await db
      .selectFrom('payment')
      .select(['id', 'provider', 'provider_session_id', 'provider_payment_id', 'expires_at', 'created_at'])
      .where('status', 'in', openPaymentStatuses)
      .where(
        'provider',
        'in',
        providersAble(payments, 'checkout').map(({ provider }) => provider),
      )
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .execute();
    for (const row of rows) {
      yield {
        id: row.id,
        provider: row.provider,
        sessionId: row.provider_session_id,
        providerPaymentId: row.provider_payment_id,
        isOverdue: row.expires_at !== null && instantFrom(row.expires_at) <= now,
        isRecent: now.getTime() - instantFrom(row.created_at).getTime() <= lookBackMs,
      };
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return;
    after = last.id;
  }
}

async function reconcile(ctx: ReconcileNeeds, billables: Billables, payment: Waiting): Promise<void> {
  const { id, provider, isOverdue, isRecent } = payment;
  const state = isRecent || isOverdue ? await readToItsEnd(ctx, payment) : undefined;
  if (state !== undefined) await ctx.run(processReading(billables), { provider, state, event: null });
  else if (isOverdue) await ctx.run(expirePayment, { paymentId: id });
}

/** A page runs out by itself; a form that nobody filled in is ended at its provider. */
async function readToItsEnd(ctx: ReconcileNeeds, payment: Waiting): Promise<PaymentReading | undefined> {
  const state = await readPayment(ctx, payment);
  if (state?.status !== 'OPEN' || state.sessionId !== null || !payment.isOverdue) return state;
  return cancelIntent(ctx, payment);
}

/** A page that was never opened, or that the provider no longer knows. */
async function expirePayment({ em }: Tx<'em'>, { paymentId }: { paymentId: string }): Promise<void> {
  const payment = await em.findOneOrFail(Payment, { id: paymentId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (payment.status === 'PENDING') transition(paymentStates, payment, 'expire');
}
