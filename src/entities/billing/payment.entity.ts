import { defineEntity, p, type InferEntity, type Opt } from '@mikro-orm/core';
import { currencies, money, type Money } from '../../services/kernel/money.ts';
import { base, identifier, instant, subjectType, wholeNumber } from '../base.ts';
import { User } from '../identity/user.entity.ts';

export const paymentStatuses = [
  'PENDING',
  'PROCESSING',
  'AUTHORIZED',
  'UNKNOWN',
  'PAID',
  'FAILED',
  'EXPIRED',
  'REFUNDED',
  'PARTIALLY_REFUNDED',
] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];
/**
 * How it is paid. CHECKOUT: on the provider's page. FORM: in a form of our own page. SAVED_METHOD: by a card that was saved
 * before. NOTHING: there was nothing to pay.
 */
export const paymentFlows = ['CHECKOUT', 'FORM', 'SAVED_METHOD', 'NOTHING'] as const;
export type PaymentFlow = (typeof paymentFlows)[number];
export const holdDecisions = ['CAPTURE', 'RELEASE'] as const;
export type HoldDecision = (typeof holdDecisions)[number];
/** Why a payment must be refunded: its subject was already paid, no longer waits for a payment, or has another price. */
export const refundDueReasons = ['ALREADY_PAID', 'NOT_PAYABLE', 'AMOUNT_DIFFERS'] as const;
export type RefundDueReason = (typeof refundDueReasons)[number];

const PaymentSchema = defineEntity({
  name: 'Payment',
  tableName: 'payment',
  properties: {
    ...base(),
    payer: () => p.manyToOne(User).lazyRef().deleteRule('restrict'),
    /** What is paid for: only its type and id are known here. */
    subjectType: subjectType(),
    subjectId: identifier(),
    /** The invoice of this payment; null for money that never had one. An id only: each is deleted in its own time. */
    invoiceId: identifier().strictNullable().default(null),
    description: p.string().length(255),
    status: p.enum(paymentStatuses).default('PENDING'),
    flow: p.enum(paymentFlows).default('CHECKOUT'),
    /** FORM: the amount is held on the card first, and taken or released by somebody. */
    isHold: p.boolean().default(false),
    /** FORM: the payer wants the card to be saved. */
    savesMethod: p.boolean().default(false),
    /** SAVED_METHOD: the card. An id only: each is deleted in its own time. */
    paymentMethodId: identifier().strictNullable().default(null),
    /** The name of the provider's adapter: `STRIPE`. */
    provider: p.string().length(20),
    amountCents: wholeNumber(),
    currency: p.enum(currencies).default('EUR'),
    /** The provider's session (`cs_…`); null until the provider has answered. */
    providerSessionId: p.string().length(255).strictNullable().default(null).unique(),
    /** The provider's payment (`pi_…`): unique with the provider, since another one may use the same id. */
    providerPaymentId: p.string().length(255).strictNullable().default(null),
    checkoutUrl: p.text().strictNullable().default(null),
    expiresAt: instant().strictNullable().default(null),
    paidAt: instant().strictNullable().default(null),
    /** AUTHORIZED: the hold ends by itself after this instant; null when there is no hold, or the provider does not say. */
    captureBefore: instant().strictNullable().default(null),
    /** AUTHORIZED: what somebody decided about the hold, and the provider is asked to do; null before. */
    holdDecision: p.enum(holdDecisions).strictNullable().default(null),
    /** UNKNOWN: since when nobody knows what became of it; null in every other state. */
    unknownSince: instant().strictNullable().default(null),
    failureReason: p.string().length(255).strictNullable().default(null),
    /** The sum of its refunds that succeeded. */
    refundedCents: wholeNumber().default(0),
    /** Set when the payment must be refunded; null otherwise. */
    refundDueReason: p.enum(refundDueReasons).strictNullable().default(null),
  },
  uniques: [{ properties: ['provider', 'providerPaymentId'] }],
  indexes: [{ properties: ['subjectType', 'subjectId'] }, { properties: ['status'] }],
});

/** An attempt to pay for something. Owned by the payer, seen by them and admins; kept ten years. */
class PaymentClass extends PaymentSchema.class {
  get amount(): Opt<Money> {
    return money(this.amountCents, this.currency);
  }
}
PaymentSchema.setClass(PaymentClass);

export const Payment = PaymentSchema;
export type Payment = InferEntity<typeof PaymentSchema>;
