import type { PaymentStatus } from '../../entities/billing/payment.entity.ts';
import { statesAllowing, type StateTable } from '../kernel/states.ts';

export type PaymentVerb =
  | 'pay'
  | 'fail'
  | 'expire'
  | 'process'
  | 'authorize'
  | 'release'
  | 'lose'
  | 'reopen'
  | 'refund'
  | 'refundPartly'
  | 'restore';

/**
 * The status of a payment is synchronised with the provider's, which is asked each time. A confirmed payment always counts:
 * one that had failed or expired becomes paid when the provider reports it. UNKNOWN: the provider was asked and did not
 * answer; nobody knows until it is read again. A refund that fails at the bank leads back.
 */
export const paymentStates: StateTable<PaymentStatus, PaymentVerb> = {
  PENDING: {
    pay: 'PAID',
    fail: 'FAILED',
    expire: 'EXPIRED',
    process: 'PROCESSING',
    authorize: 'AUTHORIZED',
    lose: 'UNKNOWN',
  },
  PROCESSING: {
    pay: 'PAID',
    fail: 'FAILED',
    expire: 'EXPIRED',
    authorize: 'AUTHORIZED',
    reopen: 'PENDING',
    lose: 'UNKNOWN',
  },
  AUTHORIZED: { pay: 'PAID', release: 'EXPIRED' },
  UNKNOWN: {
    pay: 'PAID',
    fail: 'FAILED',
    expire: 'EXPIRED',
    process: 'PROCESSING',
    authorize: 'AUTHORIZED',
    reopen: 'PENDING',
  },
  FAILED: { pay: 'PAID', authorize: 'AUTHORIZED' },
  EXPIRED: { pay: 'PAID', fail: 'FAILED', authorize: 'AUTHORIZED' },
  PAID: { refund: 'REFUNDED', refundPartly: 'PARTIALLY_REFUNDED' },
  PARTIALLY_REFUNDED: { refund: 'REFUNDED', refundPartly: 'PARTIALLY_REFUNDED', restore: 'PAID' },
  REFUNDED: { refundPartly: 'PARTIALLY_REFUNDED', restore: 'PAID' },
};

/** Not at an end: each is read again until it is. */
export const openPaymentStatuses: readonly PaymentStatus[] = ['PENDING', 'PROCESSING', 'AUTHORIZED', 'UNKNOWN'];
/** While a payment is in one of them, its subject cannot be paid by another one: it might be paid twice. */
export const doubtfulPaymentStatuses: readonly PaymentStatus[] = ['PROCESSING', 'UNKNOWN'];
/** Nothing was paid, and the payment did not come to its end by being paid back. */
export const unpaidPaymentStatuses: readonly PaymentStatus[] = statesAllowing(paymentStates, 'pay');
