import { defineEntity, p, type InferEntity, type Opt } from '@mikro-orm/core';
import { momentOf } from '../../services/kernel/clock.ts';
import { currencies, money, type Money } from '../../services/kernel/money.ts';
import { base, demoMark, folded, identifier, instant, wholeNumber } from '../base.ts';
import { priceUnits } from '../catalog/price-item.entity.ts';
import { User } from '../identity/user.entity.ts';
import type { CancellationReason } from './cancellation-reason.ts';
import { priorities } from '../notifications/notification.entity.ts';
import { dueKey, needsAttention, noDueDate, urgencyRank } from './order-keys.ts';

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

/** Who placed it: the customer, a visitor without account, or an admin for somebody. */
export const orderSources = ['CUSTOMER', 'GUEST', 'ADMIN'] as const;
export type OrderSource = (typeof orderSources)[number];

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
    /** Pages as they were measured in the manuscript; null until then. */
    measuredPages: p.integer().strictNullable().default(null),
    /** What the customer pays, VAT included. */
    totalCents: wholeNumber(),
    /** The price of the list as it was when the order was placed: of the pack, or of a page; null for a price of its own. */
    unitCents: wholeNumber().strictNullable().default(null),
    /** The least that it costs, as the list said; null for none. */
    minimumCents: wholeNumber().strictNullable().default(null),
    /** What the declared pages would cost, as the customer was first shown. */
    estimatedCents: wholeNumber().strictNullable().default(null),
    /** The price that the team fixed, by verified pages or an accepted quote; null while the declared price stands. */
    finalCents: wholeNumber().strictNullable().default(null),
    currency: p.enum(currencies).default('EUR'),
    customerNote: p.text().strictNullable().default(null),
    proofreaderNote: p.text().strictNullable().default(null),
    paidAt: instant().strictNullable().default(null),
    startedAt: instant().strictNullable().default(null),
    completedAt: instant().strictNullable().default(null),
    cancelledAt: instant().strictNullable().default(null),
    source: p.enum(orderSources).default('CUSTOMER'),
    /** The person of the team who placed it for the customer. */
    createdById: identifier().strictNullable().default(null),
    /** The accepted quote, when it has one. */
    quoteId: identifier().strictNullable().default(null),
    /** The customer asked that the work begin before the time to withdraw is over. */
    startBeforeWithdrawal: p.boolean().default(false),
    /** Working days from payment and manuscript to delivery, as the price list promised when the order was placed. */
    turnaroundWorkingDays: p.integer().strictNullable().default(null),
    rushWorkingDays: p.integer().strictNullable().default(null),
    /** When the work is to be delivered; null until it is paid and its manuscript is there. */
    dueAt: instant().strictNullable().default(null),
    /** The due date has passed without a delivery. */
    isLate: p.boolean().default(false),
    /** The state to come back to when a suspended order resumes. */
    suspendedFrom: p.enum(orderStatuses).strictNullable().default(null),
    suspendedAt: instant().strictNullable().default(null),
    suspendedReason: p.text().strictNullable().default(null),
    /** The dispute of a payment that suspended it; null when a person did. */
    suspendedByDisputeId: identifier().strictNullable().default(null),
    /** Milliseconds that it was suspended in all, without the present suspension. */
    pausedMs: wholeNumber().default(0),
    cancellationReason: p.string().length(40).$type<CancellationReason>().strictNullable().default(null),
    cancellationNote: p.text().strictNullable().default(null),
    /** How many times the customer may still ask for changes. */
    revisionsLeft: p.integer().default(2),
    /** The share of the work that is done, as the proofreader says: 0 to 100. */
    progressPercent: p.integer().default(0),
    /** When anything last happened to it. */
    lastActivityAt: instant().onCreate((_entity, em) => momentOf(em)),
    isDemo: demoMark(),
    /** Derived, for lists: see order-keys.ts. Whatever writes around the entity writes them too. */
    dueKey: wholeNumber().default(noDueDate).onCreate(dueKey).onUpdate(dueKey),
    urgencyRank: p.integer().default(2).onCreate(urgencyRank).onUpdate(urgencyRank),
    needsAttention: p.boolean().default(false).onCreate(needsAttention).onUpdate(needsAttention),
  },
  indexes: [
    { properties: ['status', 'createdAt', 'id'] },
    { properties: ['customer', 'createdAt', 'id'] },
    { properties: ['proofreader', 'createdAt', 'id'] },
    { properties: ['createdAt', 'id'] },
    { properties: ['titleKey', 'id'] },
    { properties: ['totalCents', 'id'] },
    { properties: ['status', 'dueKey', 'id'] },
    { properties: ['proofreader', 'status', 'dueAt'] },
    { properties: ['dueKey', 'id'] },
    { properties: ['urgencyRank', 'dueKey', 'id'] },
    { properties: ['needsAttention', 'createdAt', 'id'] },
    { properties: ['priority', 'createdAt', 'id'] },
    { properties: ['lastActivityAt', 'id'] },
    { properties: ['paidAt'] },
    { properties: ['completedAt'] },
    { properties: ['cancelledAt'] },
    { properties: ['priceItemId', 'createdAt', 'id'] },
    { properties: ['source', 'createdAt', 'id'] },
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
