import { defineEntity, p, type InferEntity, type Opt } from '@mikro-orm/core';
import { currencies, money, type Money } from '../../services/kernel/money.ts';
import { refundReasons } from '../../services/kernel/refund-reasons.ts';
import { base, instant, wholeNumber } from '../base.ts';
import { StoredFile } from '../files/stored-file.entity.ts';
import { Invoice } from './invoice.entity.ts';
import { Payment, refundDueReasons } from './payment.entity.ts';

export const refundStatuses = ['PENDING', 'REQUESTED', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'UNKNOWN'] as const;
export type RefundStatus = (typeof refundStatuses)[number];
/** SYSTEM: asked for here. PROVIDER: made by somebody at the provider. */
export const refundOrigins = ['SYSTEM', 'PROVIDER'] as const;
export type RefundOrigin = (typeof refundOrigins)[number];

/** So much of a line of an invoice, VAT included. */
export interface RefundedLine {
  readonly lineId: string;
  readonly amountCents: number;
}

const RefundSchema = defineEntity({
  name: 'Refund',
  tableName: 'refund',
  properties: {
    ...base(),
    payment: () => p.manyToOne(Payment).lazyRef().deleteRule('restrict'),
    /** The credit note that documents it; null for money that never had an invoice. */
    creditNote: () => p.manyToOne(Invoice).lazyRef().strictNullable().deleteRule('restrict').default(null),
    status: p.enum(refundStatuses).default('PENDING'),
    origin: p.enum(refundOrigins).default('SYSTEM'),
    /** Null for one that was made at the provider without a reason. */
    reason: p.enum(refundReasons).strictNullable().default(null),
    amountCents: wholeNumber(),
    /** What of the invoice goes back, VAT included: its credit note says so. Null: a part of the whole. */
    refundedLines: p.json<readonly RefundedLine[]>().strictNullable().default(null),
    currency: p.enum(currencies).default('EUR'),
    /** The payment's provider. */
    provider: p.string().length(20),
    /** The provider's refund (`re_…`) of the latest attempt; null until it has answered, and for one paid by hand. */
    providerRefundId: p.string().length(255).strictNullable().default(null),
    /** 1, and one more each time that a failed refund is asked for again. */
    attempt: p.integer().default(1),
    /** The provider cannot pay it: somebody pays it otherwise and records that with a proof. */
    isManual: p.boolean().default(false),
    /** Why the payment was due for a refund when this one was asked for: due again when this one fails. */
    dueReason: p.enum(refundDueReasons).strictNullable().default(null),
    /** Why it failed, as the provider's code; null when it did not. */
    failureReason: p.string().length(255).strictNullable().default(null),
    /** When the money arrived, or left by hand; null before. */
    succeededAt: instant().strictNullable().default(null),
    /** Of one paid by hand: the day it left, the reference of the transfer, and the proof. */
    paidOn: p.string().length(10).strictNullable().default(null),
    reference: p.string().length(140).strictNullable().default(null),
    proofFile: () => p.manyToOne(StoredFile).lazyRef().strictNullable().deleteRule('restrict').default(null),
  },
  uniques: [{ properties: ['provider', 'providerRefundId'] }],
  indexes: [
    { properties: ['status'] },
    { properties: ['createdAt'] },
    { properties: ['succeededAt'] },
    { properties: ['paidOn'] },
  ],
});

/** Money of a payment that goes back to its payer. Owned by the payer, seen by them and admins; kept with the payment. */
class RefundClass extends RefundSchema.class {
  get amount(): Opt<Money> {
    return money(this.amountCents, this.currency);
  }
}
RefundSchema.setClass(RefundClass);

export const Refund = RefundSchema;
export type Refund = InferEntity<typeof RefundSchema>;
