import type { Payment } from '../../entities/billing/payment.entity.ts';
import type { SessionStatus, SessionState } from '../adapters/payments/port.ts';
import { allows, transition } from '../kernel/states.ts';
import type { Tx } from '../platform/context.ts';
import type { Billables, SettlementNeeds } from './billable.ts';
import { paymentFailed, paymentRefunded } from './events.ts';
import { paymentStates } from './payment.states.ts';
import { factsOf, settlePayment } from './settle-payment.ts';

export interface Step {
  readonly payment: Payment;
  /** Verified: its amount, currency and target are ours. */
  readonly state: SessionState;
}

type FollowNeeds = SettlementNeeds & Tx<'config'>;

/** Moves a payment to where its session is. A reading older than the payment changes nothing. */
export async function followSession(tx: FollowNeeds, billables: Billables, step: Step): Promise<void> {
  const { payment, state } = step;
  payment.providerSessionId ??= state.sessionId;
  payment.providerPaymentId ??= state.providerPaymentId;
  if (state.standing === 'PAID') await followPaid(tx, billables, step);
  else unpaidSteps[state.standing](tx, step);
}

async function followPaid(tx: FollowNeeds, billables: Billables, { payment, state }: Step): Promise<void> {
  if (allows(paymentStates, payment.status, 'pay')) await settlePayment(tx, billables[payment.subjectType], payment);
  refundIfMore(tx, payment, state.refunded);
}

const unpaidSteps: Record<Exclude<SessionStatus, 'PAID'>, (tx: Tx<'emit'>, step: Step) => void> = {
  OPEN: noteFailedAttempt,
  PROCESSING: noteFailedAttempt,
  FAILED: (tx, { payment, state }) => {
    if (!allows(paymentStates, payment.status, 'fail')) return;
    payment.failureReason = state.failureReason;
    transition(paymentStates, payment, 'fail');
    tx.emit(paymentFailed, factsOf(payment));
  },
  EXPIRED: (_tx, { payment }) => {
    if (allows(paymentStates, payment.status, 'expire')) transition(paymentStates, payment, 'expire');
  },
};

/** A refused card: the page is still open, the payer may try another one. */
function noteFailedAttempt(_tx: Tx<'emit'>, { payment, state }: Step): void {
  if (payment.status === 'PENDING') payment.failureReason = state.failureReason;
}

/** Refunds only ever grow. */
function refundIfMore(tx: Tx<'record' | 'emit'>, payment: Payment, refundedCents: number): void {
  if (refundedCents <= payment.refundedCents) return;
  const isWhole = refundedCents >= payment.amountCents;
  payment.refundedCents = refundedCents;
  transition(paymentStates, payment, isWhole ? 'refund' : 'refundPartly');
  if (isWhole) payment.refundDueReason = null;
  tx.record({
    action: 'PAYMENT_REFUNDED',
    targetType: 'payment',
    targetId: payment.id,
    severity: 'HIGH',
    payload: { refundedCents, isWhole },
  });
  tx.emit(paymentRefunded, { ...factsOf(payment), refundedCents, isWhole });
}
