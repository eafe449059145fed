import { defineEntity, p, type InferEntity, type Opt } from '@mikro-orm/core';
import { currencies, money, type Money } from '../../services/kernel/money.ts';
import { base, folded, identifier, instant, wholeNumber } from '../base.ts';
import { priceUnits } from '../catalog/price-item.entity.ts';
import { User } from '../identity/user.entity.ts';
import { priorities } from '../notifications/notification.entity.ts';

/** Seeds: EN_ATTENTE, EN_ATTENTE_VERIFICATION, EN_ATTENTE_CONSULTATION, ESTIMATION_ENVOYEE, PAYEE, EN_COURS, TERMINE, ANNULEE, SUSPENDUE. */
export const orderStatuses = [
  'PENDING',
  'AWAITING_REVIEW',
  'AWAITING_CONSULTATION',
  'QUOTE_SENT',
  'PAID',
  'IN_PROGRESS',
  'COMPLETED',
  'CANCELLED',
  'SUSPENDED',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

const OrderSchema = defineEntity({
  name: 'Order',
  tableName: 'customer_order',
  properties: {
    ...base(),
    customer: () => p.manyToOne(User).lazyRef().deleteRule('restrict'),
    proofreader: () => p.manyToOne(User).lazyRef().strictNullable().deleteRule('restrict').default(null),
    title: p.string().length(255),
    /** The title as people sort it. */
    titleKey: folded(510, ({ title }: { readonly title: string }) => title),
    description: p.text().strictNullable().default(null),
    status: p.enum(orderStatuses).default('PENDING'),
    priority: p.enum(priorities).default('NORMAL'),
    priceItemId: identifier(),
    /** The price list's words and price as they were when the order was placed. */
    service: p.string().length(255),
    unit: p.enum(priceUnits).default('PACK'),
    declaredPages: p.integer().strictNullable().default(null),
    verifiedPages: p.integer().strictNullable().default(null),
    /** What the customer pays, VAT included. */
    totalCents: wholeNumber(),
    currency: p.enum(currencies).default('EUR'),
    customerNote: p.text().strictNullable().default(null),
    proofreaderNote: p.text().strictNullable().default(null),
    paidAt: instant().strictNullable().default(null),
    startedAt: instant().strictNullable().default(null),
    completedAt: instant().strictNullable().default(null),
    cancelledAt: instant().strictNullable().default(null),
    /** The state to come back to when a suspended order resumes. */
    suspendedFrom: p.enum(orderStatuses).strictNullable().default(null),
  },
  indexes: [
    { properties: ['status', 'createdAt', 'id'] },
    { properties: ['customer', 'createdAt', 'id'] },
    { properties: ['proofreader', 'createdAt', 'id'] },
    { properties: ['createdAt', 'id'] },
    { properties: ['titleKey', 'id'] },
    { properties: ['totalCents', 'id'] },
  ],
});

/**
 * A manuscript to be proofread. Owned by the customer; seen by them, by the proofreader it is assigned to and by
 * admins. A paid order is never deleted: it is refunded and cancelled.
 */
class OrderClass extends OrderSchema.class {
  get total(): Opt<Money> {
    return money(this.totalCents, this.currency);
  }
}
OrderSchema.setClass(OrderClass);

export const Order = OrderSchema;
export type Order = InferEntity<typeof OrderSchema>;
