import type { Payment } from '../../entities/billing/payment.entity.ts';
import type { PaymentIds } from './events.ts';

/** Ids of a payment, as its events carry them. */
export const idsOf = (payment: Payment): PaymentIds => ({
  paymentId: payment.id,
  subjectType: payment.subjectType,
  subjectId: payment.subjectId,
  payerId: payment.payer?.id ?? null,
});
