import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant } from '../base.ts';

export const reconciliationStatuses = ['RUNNING', 'COMPLETE', 'INCOMPLETE'] as const;
/** INCOMPLETE: something could not be read from its provider. */
export type ReconciliationStatus = (typeof reconciliationStatuses)[number];
export const differenceTypes = ['MISSING_HERE', 'MISSING_THERE', 'AMOUNT', 'STATE'] as const;
export type DifferenceType = (typeof differenceTypes)[number];
export const reconciledKindNames = ['PAYMENT', 'REFUND', 'DISPUTE', 'SUBSCRIPTION', 'EVENT'] as const;
/** What is compared with its provider. */
export type ReconciledKindName = (typeof reconciledKindNames)[number];

/**
 * One comparison of our books with those of the payment providers; taken up again where it stopped when its process dies.
 * Owned by the application; seen by admins and auditors; itself forgotten after a time.
 */
export const Reconciliation = defineEntity({
  name: 'Reconciliation',
  tableName: 'reconciliation',
  properties: {
    ...base(),
    status: p.enum(reconciliationStatuses).default('RUNNING'),
    /** The same value for every one that runs, so that there is one at most; null for one that has ended. */
    runningAs: p.string().length(10).strictNullable().default(null).unique(),
    /** What was touched from the first instant to the second, both included. */
    since: instant(),
    until: instant(),
    /** Where it is: the kind, and the last object of it that was compared. */
    step: p.string().length(20).strictNullable().default(null),
    place: p.string().length(100).default(''),
    /** Who works on it, and until when nobody else may; null between two turns. */
    workerId: identifier().strictNullable().default(null),
    leaseUntil: instant().strictNullable().default(null),
    examined: p.integer().default(0),
    /** Objects that could not be read from their provider. */
    unread: p.integer().default(0),
    differences: p.integer().default(0),
    /** Those of the differences that reading again mended. */
    mended: p.integer().default(0),
    finishedAt: instant().strictNullable().default(null),
  },
  indexes: [{ properties: ['createdAt'] }],
});
export type Reconciliation = InferEntity<typeof Reconciliation>;

/** One difference of a reconciliation: what we have, and what the provider shows. Lives and dies with its report. */
export const ReconciliationDifference = defineEntity({
  name: 'ReconciliationDifference',
  tableName: 'reconciliation_difference',
  properties: {
    ...base(),
    reconciliation: () => p.manyToOne(Reconciliation).lazyRef().deleteRule('cascade'),
    /** Text, so that a new kind needs no migration. */
    kind: p.string().length(20).$type<ReconciledKindName>(),
    /** Of the object that was compared, in the order of its kind; null in reports of before. */
    place: p.string().length(100).strictNullable().default(null),
    type: p.enum(differenceTypes),
    provider: p.string().length(20),
    /** The provider's id of the object, or ours when it has none there. */
    about: p.string().length(255),
    /** The payment concerned; null for an event of another one. */
    paymentId: identifier().strictNullable().default(null),
    /** What each side says: a status, an amount in minor units with its currency; null for nothing. */
    ours: p.string().length(255).strictNullable().default(null),
    theirs: p.string().length(255).strictNullable().default(null),
    isMended: p.boolean().default(false),
  },
  uniques: [{ properties: ['reconciliation', 'kind', 'type', 'provider', 'about'] }],
});
export type ReconciliationDifference = InferEntity<typeof ReconciliationDifference>;
