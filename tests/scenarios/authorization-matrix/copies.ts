/** Backups, a restore of one, and a restore for practice. */
import { Backup } from '../../../src/entities/backups/backup.entity.ts';
import { RestoreDrill } from '../../../src/entities/backups/restore-drill.entity.ts';
import { RestoreItem } from '../../../src/entities/backups/restore-item.entity.ts';
import { RestoreRun } from '../../../src/entities/backups/restore-run.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { backupProgress } from '../../../src/services/backups/index.ts';

export async function makeCopies({ em, now, publish }: Tx<'em' | 'now' | 'publish'>) {
  const target = 'file:/mnt/elsewhere';
  const backup = em.create(Backup, { id: newId(), target, trigger: 'MANUAL', status: 'COMPLETE', finishedAt: now });
  const restoreRun = em.create(RestoreRun, {
    id: newId(),
    backupId: backup.id,
    kind: 'DOCUMENTS',
    scope: {},
    total: 1,
  });
  em.create(RestoreItem, { run: restoreRun, documentId: newId(), sha256: 'a'.repeat(64) });
  em.create(RestoreDrill, { target, backupId: backup.id, result: 'PASSED', finishedAt: now });
  await em.flush();
  publish(backupProgress, backup.id, { backupId: backup.id, status: 'COMPLETE', rows: 1, objects: 0, bytes: 1 });
  return { backup: backup.id, restoreRun: restoreRun.id };
}
