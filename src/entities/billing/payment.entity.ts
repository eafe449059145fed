import { defineEntity, p, type InferEntity, type Opt } from '@mikro-orm/core';
import { currencies, money, type Money } from '../../services/kernel/money.ts';
import { base, identifier, instant, wholeNumber } from '../base.ts';
import { User } from '../identity/user.entity.ts';

export const paymentStatuses = ['PENDING', 'PAID', 'FAILED', 'EXPIRED', 'REFUNDED', 'PARTIALLY_REFUNDED'] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];
export const paymentProviders = ['STRIPE', 'SANDBOX'] as const;
export type PaymentProvider = (typeof paymentProviders)[number];
/** What is paid for; billing knows the kind and the id, never the thing itself. */
export const billables = ['ORDER'] as const;
export type Billable = (typeof billables)[number];
/** Why money that came is owed back: its thing was already paid, no longer waits for money, or has another price. */
export const refundReasons = ['ALREADY_PAID', 'NOT_PAYABLE', 'AMOUNT_DIFFERS'] as const;
export type RefundReason = (typeof refundReasons)[number];

const PaymentSchema = defineEntity({
  name: 'Payment',
  tableName: 'payment',
  properties: {
    ...base(),
    payer: () => p.manyToOne(User).lazyRef().deleteRule('restrict'),
    subjectType: p.enum(billables),
    subjectId: identifier(),
    description: p.string().length(255),
    status: p.enum(paymentStatuses).default('PENDING'),
    provider: p.enum(paymentProviders),
    amountCents: wholeNumber(),
    currency: p.enum(currencies).default('EUR'),
    /** The provider's session (`cs_…`); null until the provider has answered. */
    providerSessionId: p.string().length(255).strictNullable().default(null).unique(),
    providerPaymentId: p.string().length(255).strictNullable().default(null).index(),
    checkoutUrl: p.text().strictNullable().default(null),
    expiresAt: instant().strictNullable().default(null),
    paidAt: instant().strictNullable().default(null),
    failureReason: p.string().length(255).strictNullable().default(null),
    refundedCents: wholeNumber().default(0),
    /** Set when the money must be given back by hand; null otherwise. */
    refundDueReason: p.enum(refundReasons).strictNullable().default(null),
  },
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
