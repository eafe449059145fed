import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { currencies } from '../../services/kernel/money.ts';
import { base, instant, wholeNumber } from '../base.ts';
import { Payment } from './payment.entity.ts';

/**
 * The money of a payment without a provider never came: a cheque bounced, a transfer was called back. The payment stays as it was
 * recorded; this row takes it back, whole and once. Owned by the payer, seen by admins; lives and dies with the payment.
 */
export const PaymentReversal = defineEntity({
  name: 'PaymentReversal',
  tableName: 'payment_reversal',
  properties: {
    ...base(),
    payment: () => p.oneToOne(Payment).lazyRef().owner().deleteRule('restrict'),
    amountCents: wholeNumber(),
    currency: p.enum(currencies).default('EUR'),
    /** Why, in the words of the admin. */
    reason: p.string().length(500),
    at: instant(),
  },
  indexes: [{ properties: ['at'] }],
});
export type PaymentReversal = InferEntity<typeof PaymentReversal>;
