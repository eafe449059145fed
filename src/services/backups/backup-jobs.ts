import { z } from 'zod';
import { defineTask } from '../platform/task.ts';

const hours = 3_600;

/** Copies everything to a target: begun again where it was cut, for what is there is not written twice. */
export const makeBackupTask = defineTask('backups.make', z.object({ backupId: z.uuid() }), {
  priority: 250,
  timeoutSeconds: 12 * hours,
  atOnce: 1,
});
/** The daily backup of each target; after a failure or a time without the server, as soon as may be. */
export const backUpDueTask = defineTask('backups.due', z.object({ isDaily: z.boolean().default(false) }));
export const verifyBackupTask = defineTask(
  'backups.verify',
  z.object({ backupId: z.uuid(), sample: z.int().min(0).max(100) }),
  { priority: 250, timeoutSeconds: 12 * hours, atOnce: 1 },
);
/** Has the target itself lock a backup that is protected for longer than before: a question for each thing of it. */
export const lockBackupTask = defineTask('backups.lock', z.object({ backupId: z.uuid() }), {
  priority: 250,
  timeoutSeconds: 6 * hours,
});
export const scrubTask = defineTask('backups.scrub', z.object({}), { priority: 250, timeoutSeconds: 6 * hours });
export const pruneTask = defineTask('backups.prune', z.object({}), { priority: 250, timeoutSeconds: 6 * hours });
/** Restores the documents of a run that wait. */
export const restoreDocumentsTask = defineTask('backups.restore-documents', z.object({ runId: z.uuid() }), {
  priority: 200,
  timeoutSeconds: 12 * hours,
  atOnce: 1,
});
export const keepTombstonesTask = defineTask('backups.keep-tombstones', z.object({}));
export const forgetKeysTask = defineTask('backups.forget-keys', z.object({}), {
  priority: 250,
  timeoutSeconds: 6 * hours,
});
/** Of every target, or one that was asked for. */
export const drillTask = defineTask('backups.drill', z.object({ drillId: z.uuid().optional() }), {
  priority: 250,
  timeoutSeconds: 12 * hours,
});
export const notifyFailureTask = defineTask(
  'backups.notify-failure',
  z.object({ backupId: z.uuid(), failures: z.int() }),
);
export const notifyDamageTask = defineTask('backups.notify-damage', z.object({ backupId: z.uuid(), damaged: z.int() }));
export const notifyHealedTask = defineTask('backups.notify-healed', z.object({ backupId: z.uuid(), healed: z.int() }));
/** Whether a job that ended for good was a restore of documents, which has failed then. */
export const failRestoreTask = defineTask('backups.fail-restore', z.object({ jobId: z.string(), kind: z.string() }));
/** Once a day for each key. */
export const notifyKeyTask = defineTask('backups.notify-key', z.object({ keyId: z.string(), provider: z.string() }));
export const notifyDrillTask = defineTask('backups.notify-drill', z.object({ drillId: z.uuid() }));
