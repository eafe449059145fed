import { z } from 'zod';
import type { EventType } from '../platform/context.ts';

/** What happens to backups, as the other modules learn it. */

const event = <S extends z.ZodRawShape>(name: string, shape: S) =>
  ({ name, payload: z.object(shape) }) satisfies EventType<z.infer<z.ZodObject<S>>>;

const backup = { backupId: z.uuid() };

export const backupCompleted = event('backup.completed', backup);
export const backupFailed = event('backup.failed', { ...backup, failures: z.int() });
/** Something of it is damaged, and no whole copy was found. */
export const backupDamaged = event('backup.damaged', { ...backup, damaged: z.int() });
export const backupHealed = event('backup.healed', { ...backup, healed: z.int() });
export const backupsPruned = event('backup.pruned', { removed: z.int(), bytes: z.int() });
export const restoreCompleted = event('restore.completed', { runId: z.uuid() });
/** Its job was tried as often as jobs are; an admin may retry it. */
export const restoreFailed = event('restore.failed', { runId: z.uuid() });
export const drillCompleted = event('drill.completed', { drillId: z.uuid() });
export const drillFailed = event('drill.failed', { drillId: z.uuid() });
