import { authenticationRequired, PaymentFailure, type IntentReading } from '../adapters/payments/port.ts';
import type { AppContext } from '../platform/context.ts';
import { abandonPayment } from './abandon-payment.ts';
import { beginIntent, losePayment } from './begin-intent.ts';
import type { Billables } from './billable.ts';
import { processReading, type ProcessContext } from './process-reading.ts';
import { cancelIntentTask } from './tasks/intent-jobs.ts';

export type ChargeNeeds = Pick<AppContext, 'run' | 'payments' | 'billables' | 'log'>;

/**
 * Charges a saved card, or reads what became of it, and applies that. Answers the client secret of a payment that its owner
 * must confirm; null otherwise. Silence of the provider leaves the payment UNKNOWN.
 */
export async function chargeCard(ctx: ChargeNeeds, paymentId: string): Promise<string | null> {
  try {
    const begun = await beginIntent(ctx, paymentId);
    await ctx.run(applyCharge(ctx.billables), { ...begun, paymentId });
    return needsOwner(begun.reading) ? begun.reading.clientSecret : null;
  } catch (error) {
    if (!(error instanceof PaymentFailure)) throw error;
    ctx.log.warn({ paymentId, kind: error.kind, reason: error.reason }, 'saved card not charged');
    if (error.kind === 'unavailable') await ctx.run(losePayment, { paymentId });
    else await ctx.run(abandonPayment, { paymentId, reason: error.reason });
    return null;
  }
}

interface Charged {
  readonly paymentId: string;
  readonly provider: string;
  readonly reading: IntentReading;
}

/** A refused card leaves the payment open at the provider, where nobody could finish it: it is ended there as well. */
const applyCharge =
  (billables: Billables) =>
  async (tx: ProcessContext, { paymentId, provider, reading }: Charged): Promise<void> => {
    const isRefused = reading.status === 'OPEN' && !needsOwner(reading);
    const state = isRefused ? { ...reading, status: 'FAILED' as const } : reading;
    await processReading(billables)(tx, { provider, state, event: null });
    if (isRefused) tx.enqueue(cancelIntentTask, { paymentId }, { dedupeKey: `${cancelIntentTask.kind}:${paymentId}` });
  };

const needsOwner = ({ status, failureReason }: IntentReading): boolean =>
  status === 'OPEN' && (failureReason === null || failureReason === authenticationRequired);
