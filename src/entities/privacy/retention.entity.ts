import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { RetentionClassName } from '../../services/kernel/retention.ts';
import { base, identifier, instant } from '../base.ts';

/**
 * The period that an admin chose for a class of records, within the bounds of the law; without a row the application’s own holds.
 * Owned by the application; seen by admins and auditors; changed, never deleted.
 */
export const RetentionPolicy = defineEntity({
  name: 'RetentionPolicy',
  tableName: 'retention_policy',
  properties: {
    ...base(),
    recordClass: p.string().length(40).$type<RetentionClassName>().unique(),
    days: p.integer(),
    changedAt: instant(),
    changedById: identifier(),
  },
});
export type RetentionPolicy = InferEntity<typeof RetentionPolicy>;

/**
 * One passage of retention over all classes, with the periods as they were when it began; taken up again where it stopped
 * when its process dies. Owned by the application; seen by admins and auditors; itself forgotten after a time.
 */
export const RetentionRun = defineEntity({
  name: 'RetentionRun',
  tableName: 'retention_run',
  properties: {
    ...base(),
    /** Null for the one of every day. */
    startedById: identifier().strictNullable().default(null),
    /** The instant that ages are counted at, however long it takes. */
    asOf: instant(),
    /** Days by class. */
    periods: p.json<Readonly<Record<string, number>>>(),
    /** How many records of each class went so far, and whether it is done. */
    progress: p.json<Readonly<Record<string, { readonly count: number; readonly isDone: boolean }>>>(),
    finishedAt: instant().strictNullable().default(null).index(),
  },
});
export type RetentionRun = InferEntity<typeof RetentionRun>;
