import { capabilityOf, type PaymentReading, type PushState } from '../../adapters/payments/port.ts';
import { Payment } from '../../../entities/billing/payment.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { processReading } from '../process-reading.ts';
import { lockPush, losePush } from './store-push.ts';

export type LookNeeds = Pick<AppContext, 'run' | 'payments' | 'billables'>;

export interface LookAtPush {
  readonly paymentId: string;
  /** The provider's id as somebody reports it; needed only where our own copy was lost with the answer. */
  readonly reported?: string | undefined;
}

/** APPLIED: the payment is as its provider shows it. UNREAD: nobody could say. REFUSED: what was read is not ours. */
export type LookResult = 'APPLIED' | 'UNREAD' | 'REFUSED';

/** Longer than any call to a provider lasts: a push without an id by then lost its answer, or never left. */
const patienceMs = 60_000;

/**
 * Reads a push again and brings its payment in line, as often as one likes. A reported id is believed only when what is read
 * under it names our payment.
 */
export async function lookAtPush(ctx: LookNeeds, { paymentId, reported }: LookAtPush): Promise<LookResult> {
  const { provider, providerPaymentId: held } = await ctx.run(findPush, { paymentId });
  const id = held ?? reported;
  if (id === undefined) return ctx.run(loseUnanswered, { paymentId });
  const port = capabilityOf(ctx.payments, provider, 'push');
  if (port === undefined) throw new DomainError('PAYMENT_UNAVAILABLE', { provider });
  const state = await port.readPush(id);
  crashPoint('after-push-read');
  return held === null ? adopt(ctx, { paymentId, provider, state }) : apply(ctx, { paymentId, provider, state });
}

interface ReadPush {
  readonly paymentId: string;
  readonly provider: string;
  readonly state: PushState;
}

/** Under an id that somebody reported: it is ours only when it names our payment, and otherwise says nothing of it. */
async function adopt(ctx: LookNeeds, read: ReadPush): Promise<LookResult> {
  if (read.state.status === 'UNKNOWN') return 'UNREAD';
  return read.state.reference === read.paymentId ? apply(ctx, read) : 'REFUSED';
}

/** Under an id that the provider gave us for this payment, a reading that names no payment is still ours. */
async function apply({ run, billables }: LookNeeds, { paymentId, provider, state }: ReadPush): Promise<LookResult> {
  const { status, ...found } = state;
  if (status === 'UNKNOWN') return run(doubt, { paymentId, reason: state.failureReason });
  const reading: PaymentReading = {
    ...found,
    status,
    reference: found.reference ?? paymentId,
    sessionId: null,
    metadata: null,
  };
  const result = await run(processReading(billables), { provider, state: reading, event: null });
  return result === 'IGNORED' ? 'REFUSED' : 'APPLIED';
}

interface FoundPush {
  readonly provider: string;
  readonly providerPaymentId: string | null;
}

/** In a transaction, so that a lagging read replica never hides an id that was just stored. */
async function findPush({ em }: Tx<'em'>, { paymentId }: LookAtPush): Promise<FoundPush> {
  const payment = await em.findOne(Payment, { id: paymentId, flow: 'PUSH' });
  if (payment === null) throw new DomainError('NOT_FOUND');
  return { provider: payment.provider, providerPaymentId: payment.providerPaymentId };
}

async function loseUnanswered(tx: Tx<'em' | 'now' | 'emit'>, { paymentId }: LookAtPush): Promise<LookResult> {
  const payment = await lockPush(tx, paymentId);
  const isLate = tx.now.getTime() - payment.createdAt.getTime() >= patienceMs;
  if (isLate && payment.providerPaymentId === null) losePush(tx, payment, 'no_answer');
  return 'UNREAD';
}

async function doubt(
  tx: Tx<'em' | 'now' | 'emit'>,
  { paymentId, reason }: { paymentId: string; reason: string | null },
): Promise<LookResult> {
  losePush(tx, await lockPush(tx, paymentId), reason);
  return 'UNREAD';
}
