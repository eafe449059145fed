import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant, wholeNumber } from '../base.ts';

/** MARKED: no manifest names it; removed by a second look. REMOVING: being removed. DAMAGED: waits for a whole copy. */
export const backupObjectStates = ['MARKED', 'REMOVING', 'DAMAGED'] as const;
export type BackupObjectState = (typeof backupObjectStates)[number];

/**
 * Something at a target that is not as it should be: superfluous, or damaged. Owned by the application, seen by nobody; the row goes
 * when the thing is removed, needed again or whole.
 */
export const BackupObject = defineEntity({
  name: 'BackupObject',
  tableName: 'backup_object',
  properties: {
    ...base(),
    target: p.string().length(500),
    name: p.string().length(120),
    state: p.enum(backupObjectStates),
    sizeBytes: wholeNumber(),
    /** When it was first found so, by the clock of this server. */
    foundAt: instant(),
  },
  indexes: [{ properties: ['name'] }, { properties: ['state', 'foundAt'] }],
});
export type BackupObject = InferEntity<typeof BackupObject>;
