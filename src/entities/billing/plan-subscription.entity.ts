import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { planFamilies, planIntervals } from '../../services/kernel/plans.ts';
import { base, identifier, instant } from '../base.ts';
import { User } from '../identity/user.entity.ts';
import { PlanPrice } from './plan-price.entity.ts';
import { Plan } from './plan.entity.ts';

/**
 * INCOMPLETE: its first period is not paid. PAST_DUE: a period has begun unpaid, all rights stay. SUSPENDED: it can be read, not
 * written.
 */
export const planSubscriptionStatuses = ['INCOMPLETE', 'ACTIVE', 'PAST_DUE', 'SUSPENDED', 'ENDED'] as const;
export type PlanSubscriptionStatus = (typeof planSubscriptionStatuses)[number];
export const planEndReasons = ['CANCELLED', 'UNPAID', 'NEVER_PAID', 'GRANT_OVER', 'REPLACED', 'ERASED'] as const;
export type PlanEndReason = (typeof planEndReasons)[number];

/** A person’s plan of one family. Owned by that person, seen by them and admins; kept five years after its end. */
export const PlanSubscription = defineEntity({
  name: 'PlanSubscription',
  tableName: 'plan_subscription',
  properties: {
    ...base(),
    person: () => p.manyToOne(User).lazyRef().deleteRule('restrict'),
    family: p.enum(planFamilies),
    plan: () => p.manyToOne(Plan).lazyRef().deleteRule('restrict'),
    /** The price it was sold at; null for one that is free of charge by grant. */
    price: () => p.manyToOne(PlanPrice).lazyRef().strictNullable().deleteRule('restrict').default(null),
    status: p.enum(planSubscriptionStatuses).default('INCOMPLETE'),
    /** `<person>:ARTISAN` of the one live subscription that a person has of a family; null once it has ended. */
    liveFor: p.string().length(60).strictNullable().default(null).unique(),
    /** The day of the month on which its periods begin, where the month has it. */
    anchorDay: p.integer(),
    /** The local day on which it began; null while incomplete. */
    startedOn: p.string().length(10).strictNullable().default(null),
    /** The first local day that is neither paid nor granted; null for a plan of nothing, and while incomplete. */
    paidUntil: p.string().length(10).strictNullable().default(null),
    /** The first day of a period that was paid before it began; null without one. */
    startsNextOn: p.string().length(10).strictNullable().default(null),
    /** Free of charge, until `paidUntil`. */
    isGranted: p.boolean().default(false),
    cancelsAtPeriodEnd: p.boolean().default(false),
    /** What it changes to at the end of the period; null for nothing. */
    nextPlan: () => p.manyToOne(Plan).lazyRef().strictNullable().deleteRule('restrict').default(null),
    nextInterval: p.enum(planIntervals).strictNullable().default(null),
    /** While incomplete: when it ends unless it is paid. */
    expiresAt: instant().strictNullable().default(null),
    endedAt: instant().strictNullable().default(null),
    endReason: p.enum(planEndReasons).strictNullable().default(null),
    /** The period that its present rights were paid by; null without one. An id only: that row names this one. */
    currentPeriodId: identifier().strictNullable().default(null),
    /** The saved card that its renewals are charged to; null: its person pays each of them. An id only: each is deleted in its own time. */
    paymentMethodId: identifier().strictNullable().default(null),
    /** The provider that charges that card by itself, and its id (`sub_…`); null: the application charges it. */
    provider: p.string().length(20).strictNullable().default(null),
    providerSubscriptionId: p.string().length(255).strictNullable().default(null),
  },
  uniques: [{ properties: ['provider', 'providerSubscriptionId'] }],
  indexes: [{ properties: ['person', 'family'] }, { properties: ['status', 'id'] }],
});
export type PlanSubscription = InferEntity<typeof PlanSubscription>;
