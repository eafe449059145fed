import type { Refund } from '../../../entities/billing/refund.entity.ts';
import {
  capabilityOf,
  PaymentFailure,
  type ProviderRefund,
  type RefundRequest,
  type RefundsPort,
} from '../../adapters/payments/port.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { RefundReason } from '../../kernel/refund-reasons.ts';
import { allows, transition } from '../../kernel/states.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { lockRefund } from '../lock-refunds.ts';
import { refundStates } from '../refund.states.ts';
import { noteFailed, updateRefundedTotal } from '../refunded-total.ts';
import { syncRefunds, type SyncRefundsContext } from '../sync-refunds.ts';
import type { requestRefundTask } from './refund-jobs.ts';

export type RequestRefundNeeds = Pick<AppContext, 'run' | 'payments' | 'log'>;

/**
 * Asks the provider for a refund that somebody decided, then reads what became of it. Asked for again after a crash or a
 * time-out, it is first looked for among the payment's refunds: nothing goes back twice. One paid by hand is left alone.
 */
export async function requestRefund(
  ctx: RequestRefundNeeds,
  { refundId }: Pick<PayloadOf<typeof requestRefundTask>, 'refundId'>,
): Promise<void> {
  const begun = await ctx.run(beginRefund, { refundId });
  if (begun === null) return;
  crashPoint('after-refund-begun');
  const port = capabilityOf(ctx.payments, begun.provider, 'refunds');
  if (port === undefined) throw new DomainError('PAYMENT_UNAVAILABLE', { provider: begun.provider });
  const refusal = await askOnce(ctx, port, begun.request);
  crashPoint('after-refund-asked');
  const found = await port.readRefunds(begun.request.providerPaymentId);
  crashPoint('after-refund-read');
  await ctx.run(applyReading, { refundId, found, refusal });
  if (refusal === undefined && ours(found, begun.request) === undefined)
    throw new DomainError('PAYMENT_UNAVAILABLE', { refundId });
}

const ours = (found: readonly ProviderRefund[], { refundId, attempt }: RefundRequest): ProviderRefund | undefined =>
  found.find(({ request }) => request?.refundId === refundId && request.attempt === attempt);

/** Answers why the provider refused; undefined when it did not. Silence leaves the refund UNKNOWN, and the job is tried again. */
async function askOnce(
  ctx: RequestRefundNeeds,
  port: RefundsPort,
  request: RefundRequest,
): Promise<string | undefined> {
  if (ours(await port.readRefunds(request.providerPaymentId), request) !== undefined) return undefined;
  try {
    await port.requestRefund(request);
    return undefined;
  } catch (error) {
    if (!(error instanceof PaymentFailure)) throw error;
    ctx.log.warn({ refundId: request.refundId, kind: error.kind, reason: error.reason }, 'refund not made');
    if (error.kind === 'refused') return error.reason;
    await ctx.run(loseRefund, { refundId: request.refundId });
    throw new DomainError('PAYMENT_UNAVAILABLE', { refundId: request.refundId }, { cause: error });
  }
}

interface BegunRefund {
  readonly provider: string;
  readonly request: RefundRequest;
}

/** What to ask for; null when there is nothing to ask any more. It is REQUESTED before the provider hears of it. */
async function beginRefund(tx: Tx<'em'>, { refundId }: { refundId: string }): Promise<BegunRefund | null> {
  const { payment, refund } = await lockRefund(tx, refundId);
  if (refund.isManual || refund.origin === 'PROVIDER' || payment.providerPaymentId === null) return null;
  if (refund.status === 'PENDING') transition(refundStates, refund, 'request');
  return isAsked(refund)
    ? {
        provider: refund.provider,
        request: {
          refundId,
          attempt: refund.attempt,
          paymentId: payment.id,
          providerPaymentId: payment.providerPaymentId,
          amount: { amount: refund.amountCents, currency: refund.currency },
          reason: refund.reason as RefundReason,
        },
      }
    : null;
}

const isAsked = ({ status }: Refund): boolean => status === 'REQUESTED' || status === 'UNKNOWN';

async function loseRefund(tx: Tx<'em'>, { refundId }: { refundId: string }): Promise<void> {
  const { refund } = await lockRefund(tx, refundId);
  if (allows(refundStates, refund.status, 'lose')) transition(refundStates, refund, 'lose');
}

interface ReadRefunds {
  readonly refundId: string;
  readonly found: readonly ProviderRefund[];
  readonly refusal?: string | undefined;
}

async function applyReading(tx: SyncRefundsContext, { refundId, found, refusal }: ReadRefunds): Promise<void> {
  const { payment, refunds, refund } = await lockRefund(tx, refundId);
  await syncRefunds(tx, { payment, refunds }, found);
  if (refusal === undefined || !isAsked(refund)) return;
  transition(refundStates, refund, 'fail');
  noteFailed(tx, payment, { refund, reason: refusal.slice(0, 255) });
  updateRefundedTotal(tx, payment, refunds);
}
