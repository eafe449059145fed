import { defineEntity, p, type InferEntity, type Opt } from '@mikro-orm/core';
import { currencies, money, type Money } from '../../services/kernel/money.ts';
import { base, instant, wholeNumber } from '../base.ts';
import { Payment } from './payment.entity.ts';

export const disputeStatuses = ['OPEN', 'WON', 'LOST'] as const;
export type DisputeStatus = (typeof disputeStatuses)[number];

const DisputeSchema = defineEntity({
  name: 'Dispute',
  tableName: 'dispute',
  properties: {
    ...base(),
    payment: () => p.manyToOne(Payment).lazyRef().deleteRule('restrict'),
    status: p.enum(disputeStatuses).default('OPEN'),
    /** The payment's provider, and its id of the dispute (`dp_…`). */
    provider: p.string().length(20),
    providerDisputeId: p.string().length(255),
    amountCents: wholeNumber(),
    currency: p.enum(currencies).default('EUR'),
    /** As the provider's code: `fraudulent`. */
    reason: p.string().length(100),
    /** Until when an answer is accepted; null when none is awaited. */
    respondBy: instant().strictNullable().default(null),
    /** When its end was known here; null while it is open. */
    closedAt: instant().strictNullable().default(null),
  },
  uniques: [{ properties: ['provider', 'providerDisputeId'] }],
  indexes: [{ properties: ['status'] }, { properties: ['closedAt'] }],
});

/** The payer's bank claims a payment back. Owned by the payer, seen by admins; lives and dies with the payment. */
class DisputeClass extends DisputeSchema.class {
  get amount(): Opt<Money> {
    return money(this.amountCents, this.currency);
  }
}
DisputeSchema.setClass(DisputeClass);

export const Dispute = DisputeSchema;
export type Dispute = InferEntity<typeof DisputeSchema>;
