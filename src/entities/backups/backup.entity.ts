import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant, wholeNumber } from '../base.ts';

export const backupTriggers = ['MANUAL', 'SCHEDULED', 'BEFORE_MIGRATION', 'BEFORE_RESTORE'] as const;
export type BackupTrigger = (typeof backupTriggers)[number];
/** DAMAGED: something of it is not what it was, and no whole copy was found. DELETED: the row stays, for the audit log. */
export const backupStatuses = ['RUNNING', 'COMPLETE', 'DAMAGED', 'FAILED', 'DELETED'] as const;
export type BackupStatus = (typeof backupStatuses)[number];
/** Why it is kept, and for how long: see `keeping/ladder.ts`. */
export const backupRungs = ['DAILY', 'WEEKLY', 'MONTHLY', 'MANUAL'] as const;
export type BackupRung = (typeof backupRungs)[number];

/**
 * A backup of everything at one target (seed: `sauvegardes`). Owned by the application; seen by admins and auditors. Its row
 * stays when its data are deleted. What counts is the signed manifest at the target: after a disaster rows are made of them.
 */
export const Backup = defineEntity({
  name: 'Backup',
  tableName: 'backup',
  properties: {
    ...base(),
    /** Where, without passwords. */
    target: p.string().length(500),
    trigger: p.enum(backupTriggers),
    status: p.enum(backupStatuses).default('RUNNING'),
    /** What an admin called it: then no rule deletes it. */
    label: p.string().length(120).strictNullable().default(null),
    requestedBy: identifier().strictNullable().default(null),
    finishedAt: instant().strictNullable().default(null),
    /** `BackupSummary` of services/backups/format/manifest.ts. */
    summary: p.json<Readonly<Record<string, unknown>>>().strictNullable().default(null),
    /** Its manifest, at the target. */
    path: p.string().length(120).strictNullable().default(null),
    sizeBytes: wholeNumber().default(0),
    /** What was not there before. */
    addedBytes: wholeNumber().default(0),
    /** Of the manifest. */
    sha256: p.string().length(64).strictNullable().default(null),
    revision: p.integer().default(0),
    protectedUntil: instant().strictNullable().default(null),
    verifiedAt: instant().strictNullable().default(null),
    rung: p.enum(backupRungs).default('MANUAL'),
    /** The code of what went wrong. */
    failure: p.string().length(60).strictNullable().default(null),
    /** Who copies now, and until when nobody else does. */
    holder: identifier().strictNullable().default(null),
    leaseUntil: instant().strictNullable().default(null),
  },
  indexes: [{ properties: ['status', 'target', 'id'] }, { properties: ['createdAt', 'id'] }],
});
export type Backup = InferEntity<typeof Backup>;
