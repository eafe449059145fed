import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant } from '../base.ts';

/** DISASTER: everything, into an empty place, by the command. DOCUMENTS: some documents, as new versions. */
export const restoreKinds = ['DISASTER', 'DOCUMENTS'] as const;
export type RestoreKind = (typeof restoreKinds)[number];
export const restoreStatuses = ['RUNNING', 'COMPLETE', 'CANCELLED', 'FAILED'] as const;
export type RestoreStatus = (typeof restoreStatuses)[number];

/** One restore. Owned by the application; seen by admins and auditors; lives as long as the audit log names it. */
export const RestoreRun = defineEntity({
  name: 'RestoreRun',
  tableName: 'restore_run',
  properties: {
    ...base(),
    backupId: identifier().index(),
    kind: p.enum(restoreKinds),
    status: p.enum(restoreStatuses).default('RUNNING'),
    /** What was asked for: ids of cabinets, folders and documents, and the folder they go into. */
    scope: p.json<Readonly<Record<string, unknown>>>(),
    /** What was there before it, as a backup of its own; null in a restore of everything, and when it could not be made. */
    backupBeforeId: identifier().strictNullable().default(null),
    requestedBy: identifier().strictNullable().default(null),
    total: p.integer().default(0),
    restored: p.integer().default(0),
    skipped: p.integer().default(0),
    finishedAt: instant().strictNullable().default(null),
    failure: p.string().length(60).strictNullable().default(null),
  },
  indexes: [{ properties: ['createdAt', 'id'] }],
});
export type RestoreRun = InferEntity<typeof RestoreRun>;
