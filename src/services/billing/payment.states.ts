import type { PaymentStatus } from '../../entities/billing/payment.entity.ts';
import type { StateTable } from '../kernel/states.ts';

export type PaymentVerb = 'pay' | 'fail' | 'expire' | 'refund' | 'refundPartly' | 'restore';

/**
 * The status of a payment is synchronised with the provider's, which is asked each time. A confirmed payment always counts:
 * one that had failed or expired becomes paid when the provider reports it. A refund that fails at the bank leads back.
 */
export const paymentStates: StateTable<PaymentStatus, PaymentVerb> = {
  PENDING: { pay: 'PAID', fail: 'FAILED', expire: 'EXPIRED' },
  FAILED: { pay: 'PAID' },
  EXPIRED: { pay: 'PAID', fail: 'FAILED' },
  PAID: { refund: 'REFUNDED', refundPartly: 'PARTIALLY_REFUNDED' },
  PARTIALLY_REFUNDED: { refund: 'REFUNDED', refundPartly: 'PARTIALLY_REFUNDED', restore: 'PAID' },
  REFUNDED: { refundPartly: 'PARTIALLY_REFUNDED', restore: 'PAID' },
};
