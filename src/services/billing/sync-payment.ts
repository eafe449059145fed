import type { Payment } from '../../entities/billing/payment.entity.ts';
import type { PaymentReading, ReadingStatus } from '../adapters/payments/port.ts';
import { allows, transition } from '../kernel/states.ts';
import type { Tx } from '../platform/context.ts';
import type { Billables, ConfirmationContext } from './billable.ts';
import { paymentExpired, paymentFailed, paymentProcessing } from './events.ts';
import { paymentStates } from './payment.states.ts';
import { confirmPayment } from './confirm-payment.ts';
import { idsOf } from './payment-ids.ts';

export interface AppliedReading {
  readonly payment: Payment;
  /** Verified: its amount, currency and target are ours. */
  readonly state: PaymentReading;
}

type SyncContext = ConfirmationContext & Tx<'config'>;

/** Brings a payment's status in line with what was read of it. A reading older than the payment changes nothing. */
export async function syncPayment(tx: SyncContext, billables: Billables, reading: AppliedReading): Promise<void> {
  const { payment, state } = reading;
  payment.providerSessionId ??= state.sessionId;
  payment.providerPaymentId ??= state.providerPaymentId;
  if (state.status === 'PAID') await syncPaid(tx, billables, reading);
  else unpaidSync[state.status](tx, reading);
  if (payment.status !== 'UNKNOWN') payment.unknownSince = null;
  if (payment.status !== 'AUTHORIZED') payment.captureBefore = null;
}

async function syncPaid(tx: SyncContext, billables: Billables, { payment }: AppliedReading): Promise<void> {
  if (allows(paymentStates, payment.status, 'pay')) await confirmPayment(tx, billables[payment.subjectType], payment);
}

const unpaidSync: Record<Exclude<ReadingStatus, 'PAID'>, (tx: Tx<'emit'>, reading: AppliedReading) => void> = {
  OPEN: syncOpen,
  PROCESSING: (tx, { payment }) => {
    if (!allows(paymentStates, payment.status, 'process')) return;
    payment.failureReason = null;
    transition(paymentStates, payment, 'process');
    tx.emit(paymentProcessing, idsOf(payment));
  },
  AUTHORIZED: (_tx, { payment, state }) => {
    if (allows(paymentStates, payment.status, 'authorize')) {
      payment.failureReason = null;
      transition(paymentStates, payment, 'authorize');
    }
    if (payment.status === 'AUTHORIZED') payment.captureBefore = state.captureBefore ?? null;
  },
  FAILED: (tx, { payment, state }) => {
    if (!allows(paymentStates, payment.status, 'fail')) return;
    payment.failureReason = state.failureReason;
    transition(paymentStates, payment, 'fail');
    tx.emit(paymentFailed, idsOf(payment));
  },
  EXPIRED: (tx, { payment }) => {
    if (payment.status === 'AUTHORIZED') {
      // Its payer took it for paid: they hear that nothing was taken.
      transition(paymentStates, payment, 'release');
      tx.emit(paymentFailed, idsOf(payment));
    } else if (allows(paymentStates, payment.status, 'expire')) {
      transition(paymentStates, payment, 'expire');
      tx.emit(paymentExpired, idsOf(payment));
    }
  },
};

/** A refused card: the payer may try another one. A page that was completed never opens again, a payment of a form does. */
function syncOpen(_tx: Tx<'emit'>, { payment, state }: AppliedReading): void {
  const isOlder = payment.status === 'PROCESSING' && state.sessionId !== null;
  if (!isOlder && allows(paymentStates, payment.status, 'reopen')) transition(paymentStates, payment, 'reopen');
  if (payment.status === 'PENDING') payment.failureReason = state.failureReason;
}
