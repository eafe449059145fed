import { BackupObject } from './backup-object.entity.ts';
import { Backup } from './backup.entity.ts';
import { RestoreDrill } from './restore-drill.entity.ts';
import { RestoreItem } from './restore-item.entity.ts';
import { RestoreRun } from './restore-run.entity.ts';
import { Tombstone } from './tombstone.entity.ts';

/** The entities of backups. */
export const backupsEntities = [Backup, BackupObject, RestoreDrill, RestoreItem, RestoreRun, Tombstone] as const;
