import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant, wholeNumber } from '../base.ts';
import { Invoice } from './invoice.entity.ts';
import { Payment } from './payment.entity.ts';

/** PAYMENT: money came. REFUND: it went back. DISPUTE: the payer's bank took it, or returned it. REVERSAL: it never came. */
export const allocationCauses = ['PAYMENT', 'REFUND', 'DISPUTE', 'REVERSAL'] as const;
export type AllocationCause = (typeof allocationCauses)[number];

/**
 * What of a payment counts for an invoice: positive when it pays, negative when it is taken back. Only added, never changed:
 * triggers of the database refuse that, and sums above the payment or the invoice. Lives and dies with the payment.
 */
export const PaymentAllocation = defineEntity({
  name: 'PaymentAllocation',
  tableName: 'payment_allocation',
  properties: {
    ...base(),
    payment: () => p.manyToOne(Payment).lazyRef().deleteRule('restrict'),
    invoice: () => p.manyToOne(Invoice).lazyRef().deleteRule('restrict'),
    cause: p.enum(allocationCauses),
    amountCents: wholeNumber(),
    at: instant(),
  },
});
export type PaymentAllocation = InferEntity<typeof PaymentAllocation>;
