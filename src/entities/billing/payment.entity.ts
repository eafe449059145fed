import { defineEntity, p, type InferEntity, type Opt } from '@mikro-orm/core';
import { currencies, money, type Money } from '../../services/kernel/money.ts';
import { paymentMethods } from '../../services/kernel/payment-methods.ts';
import { base, identifier, instant, subjectType, wholeNumber } from '../base.ts';
import { User } from '../identity/user.entity.ts';
import { oneOfBoth, personColumns } from './person-columns.ts';

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
export const paymentFlows = ['CHECKOUT', 'FORM', 'SAVED_METHOD', 'PUSH', 'NOTHING'] as const;
export type PaymentFlow = (typeof paymentFlows)[number];
export const holdDecisions = ['CAPTURE', 'RELEASE'] as const;
export type HoldDecision = (typeof holdDecisions)[number];
/**
 * Why a payment must be refunded: its subject was already paid, no longer waits for a payment, or has another price; or it was
 * more than its invoice still asked for, and the difference goes back.
 */
export const refundDueReasons = ['ALREADY_PAID', 'NOT_PAYABLE', 'AMOUNT_DIFFERS', 'OVERPAID'] as const;
export type RefundDueReason = (typeof refundDueReasons)[number];

const PaymentSchema = defineEntity({
  name: 'Payment',
  tableName: 'payment',
  properties: {
    ...base(),
    /** Null for a person without an account: who they are is in the columns that follow. */
    payer: () => p.manyToOne(User).lazyRef().strictNullable().deleteRule('restrict').default(null),
    ...personColumns(),
    /** What is paid for: only its type and id are known here. */
    subjectType: subjectType(),
    subjectId: identifier(),
    /** What it was begun for, where that became something else when it was paid: the provider knows it by this id. */
    firstSubjectId: identifier().strictNullable().default(null),
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
    /** The name of the provider's adapter: `STRIPE`; `OFFLINE` for money that came without one. */
    provider: p.string().length(20),
    method: p.enum(paymentMethods).default('CARD'),
    amountCents: wholeNumber(),
    currency: p.enum(currencies).default('EUR'),
    /** PUSH: the network of mobile money. */
    network: p.string().length(20).strictNullable().default(null),
    /** PUSH: all that is kept of the payer's phone. */
    phoneLast4: p.string().length(4).strictNullable().default(null),
    /** PUSH: when the payer said that they were debited; null when they did not. */
    debitReportedAt: instant().strictNullable().default(null),
    /** The provider's session (`cs_…`); null until the provider has answered. */
    providerSessionId: p.string().length(255).strictNullable().default(null).unique(),
    /** The provider's payment (`pi_…`): unique with the provider, since another one may use the same id. */
    providerPaymentId: p.string().length(255).strictNullable().default(null),
    /** The provider's subscription that collected it by itself (`sub_…`); null: it was begun here, under our id. */
    providerSubscriptionId: p.string().length(255).strictNullable().default(null),
    checkoutUrl: p.text().strictNullable().default(null),
    expiresAt: instant().strictNullable().default(null),
    paidAt: instant().strictNullable().default(null),
    /** AUTHORIZED: the hold ends by itself after this instant; null when there is no hold, or the provider does not say. */
    captureBefore: instant().strictNullable().default(null),
    /** AUTHORIZED: what somebody decided about the hold, and the provider is asked to do; null before. */
    holdDecision: p.enum(holdDecisions).strictNullable().default(null),
    /** UNKNOWN: since when nobody knows what became of it; null in every other state. */
    unknownSince: instant().strictNullable().default(null),
    /** Of one without a provider: the local day on which the money came, and how the payer or the bank calls it. */
    receivedOn: p.string().length(10).strictNullable().default(null),
    reference: p.string().length(140).strictNullable().default(null),
    failureReason: p.string().length(255).strictNullable().default(null),
    /** The sum of its refunds that succeeded. */
    refundedCents: wholeNumber().default(0),
    /** What of it was taken for its invoice; the rest, if any, is nobody's debt and goes back first. */
    allocatedCents: wholeNumber().default(0),
    /** The sum of its disputes that are open or lost: not there to be refunded. */
    disputedCents: wholeNumber().default(0),
    /** When it turned out that the money never came, as of a bounced cheque; null otherwise. */
    reversedAt: instant().strictNullable().default(null),
    /** Set when the payment must be refunded; null otherwise. */
    refundDueReason: p.enum(refundDueReasons).strictNullable().default(null),
  },
  uniques: [{ properties: ['provider', 'providerPaymentId'] }],
  indexes: [
    { properties: ['subjectType', 'subjectId'] },
    { properties: ['status'] },
    { properties: ['createdAt'] },
    { properties: ['refundDueReason'] },
    { properties: ['paidAt'] },
    { properties: ['receivedOn'] },
  ],
  checks: [oneOfBoth('payer_id')],
});

/**
 * An attempt to pay for something. Owned by the payer, seen by them and admins; of a person without an account by admins only.
 * Kept ten years.
 */
class PaymentClass extends PaymentSchema.class {
  get amount(): Opt<Money> {
    return money(this.amountCents, this.currency);
  }
}
PaymentSchema.setClass(PaymentClass);

export const Payment = PaymentSchema;
export type Payment = InferEntity<typeof PaymentSchema>;
