import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant } from '../base.ts';
import { RestoreRun } from './restore-run.entity.ts';

/** What becomes of one document. All but the first two are reasons to leave it as it is. */
export const restoreOutcomes = ['WAITING', 'RESTORED', 'IDENTICAL', 'ERASED', 'LOCKED', 'ARCHIVED', 'DAMAGED'] as const;
export type RestoreOutcome = (typeof restoreOutcomes)[number];

/** One document of a restore. Seen by admins and auditors, without its title; lives as long as its run. */
export const RestoreItem = defineEntity({
  name: 'RestoreItem',
  tableName: 'restore_item',
  properties: {
    ...base(),
    run: () => p.manyToOne(RestoreRun).lazyRef().deleteRule('cascade'),
    documentId: identifier(),
    /** Of the file in the backup. */
    sha256: p.string().length(64),
    outcome: p.enum(restoreOutcomes).default('WAITING'),
    /** The version that was made. */
    versionId: identifier().strictNullable().default(null),
    doneAt: instant().strictNullable().default(null),
  },
  uniques: [{ properties: ['run', 'documentId'] }],
});
export type RestoreItem = InferEntity<typeof RestoreItem>;
