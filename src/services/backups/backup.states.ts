import type { BackupStatus } from '../../entities/backups/backup.entity.ts';
import type { StateTable } from '../kernel/states.ts';

export type BackupVerb = 'complete' | 'fail' | 'damage' | 'heal' | 'delete';

/** States of a backup. A damaged one is healed by a whole copy; a deleted one is a row that the audit log names. */
export const backupStates: StateTable<BackupStatus, BackupVerb> = {
  RUNNING: { complete: 'COMPLETE', fail: 'FAILED' },
  COMPLETE: { damage: 'DAMAGED', delete: 'DELETED' },
  DAMAGED: { heal: 'COMPLETE', delete: 'DELETED' },
  FAILED: {},
  DELETED: {},
};
