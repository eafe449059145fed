import type { Payment } from '../../entities/billing/payment.entity.ts';
import type { SessionStatus, SessionState } from '../adapters/payments/port.ts';
import { allows, transition } from '../kernel/states.ts';
import type { Tx } from '../platform/context.ts';
import type { Billables, ConfirmationContext } from './billable.ts';
import { paymentFailed } from './events.ts';
import { paymentStates } from './payment.states.ts';
import { confirmPayment } from './confirm-payment.ts';
import { idsOf } from './payment-ids.ts';

export interface SessionReading {
  readonly payment: Payment;
  /** Verified: its amount, currency and target are ours. */
  readonly state: SessionState;
}

type SyncContext = ConfirmationContext & Tx<'config'>;

/** Brings a payment's status in line with its session. A reading older than the payment changes nothing. */
export async function syncPayment(tx: SyncContext, billables: Billables, reading: SessionReading): Promise<void> {
  const { payment, state } = reading;
  payment.providerSessionId ??= state.sessionId;
  payment.providerPaymentId ??= state.providerPaymentId;
  if (state.status === 'PAID') await syncPaid(tx, billables, reading);
  else unpaidSync[state.status](tx, reading);
}

async function syncPaid(tx: SyncContext, billables: Billables, { payment }: SessionReading): Promise<void> {
  if (allows(paymentStates, payment.status, 'pay')) await confirmPayment(tx, billables[payment.subjectType], payment);
}

const unpaidSync: Record<Exclude<SessionStatus, 'PAID'>, (tx: Tx<'emit'>, reading: SessionReading) => void> = {
  OPEN: noteFailedAttempt,
  PROCESSING: noteFailedAttempt,
  FAILED: (tx, { payment, state }) => {
    if (!allows(paymentStates, payment.status, 'fail')) return;
    payment.failureReason = state.failureReason;
    transition(paymentStates, payment, 'fail');
    tx.emit(paymentFailed, idsOf(payment));
  },
  EXPIRED: (_tx, { payment }) => {
    if (allows(paymentStates, payment.status, 'expire')) transition(paymentStates, payment, 'expire');
  },
};

/** A refused card: the page is still open, the payer may try another one. */
function noteFailedAttempt(_tx: Tx<'emit'>, { payment, state }: SessionReading): void {
  if (payment.status === 'PENDING') payment.failureReason = state.failureReason;
}
