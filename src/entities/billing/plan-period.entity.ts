import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { currencies } from '../../services/kernel/money.ts';
import { base, identifier, instant, wholeNumber } from '../base.ts';
import { User } from '../identity/user.entity.ts';
import { PlanPrice } from './plan-price.entity.ts';
import { PlanSubscription } from './plan-subscription.entity.ts';
import { Plan } from './plan.entity.ts';

/** DUE: to be paid. REPLACED: paid, then another plan took its place. VOID: never to be paid any more. */
export const planPeriodStatuses = ['DUE', 'PAID', 'REPLACED', 'VOID'] as const;
export type PlanPeriodStatus = (typeof planPeriodStatuses)[number];

/** A stretch of a subscription that is paid at once. Owned by the subscriber, seen by them and admins; dies with the subscription. */
export const PlanPeriod = defineEntity({
  name: 'PlanPeriod',
  tableName: 'plan_period',
  properties: {
    ...base(),
    subscription: () => p.manyToOne(PlanSubscription).lazyRef().deleteRule('restrict'),
    person: () => p.manyToOne(User).lazyRef().deleteRule('restrict'),
    plan: () => p.manyToOne(Plan).lazyRef().deleteRule('restrict'),
    price: () => p.manyToOne(PlanPrice).lazyRef().deleteRule('restrict'),
    status: p.enum(planPeriodStatuses).default('DUE'),
    /** Local dates: the first day, and the first day after it. */
    startsOn: p.string().length(10),
    endsOn: p.string().length(10),
    /** `<subscription>:<start>` of what is due or paid, `<subscription>:change` of an unpaid change; null for all others. */
    liveFor: p.string().length(60).strictNullable().default(null).unique(),
    /** What it costs, VAT included: its invoice. */
    amountCents: wholeNumber(),
    /** What of that is paid by crediting the period that it replaces: the unused part of what was paid. */
    creditCents: wholeNumber().default(0),
    currency: p.enum(currencies),
    /** The paid period that it takes the place of; null for none. */
    replacesId: identifier().strictNullable().default(null),
    /** The payment that paid it; its invoice is the payment’s. An id only: each is deleted in its own time. */
    paymentId: identifier().strictNullable().default(null),
    paidAt: instant().strictNullable().default(null),
    /** Days after its start of the latest reminder that was sent; negative before it, null for none. */
    lastReminderDay: p.integer().strictNullable().default(null),
  },
  indexes: [{ properties: ['subscription', 'startsOn'] }, { properties: ['person', 'id'] }],
});
export type PlanPeriod = InferEntity<typeof PlanPeriod>;
