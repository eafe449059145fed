import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

const cabinet = { cabinetId: z.uuid() };

/** What is done about times of keeping at fixed times, and after a commit. */
export const expireTrashTask = defineTask('archive.expire-trash', z.object({}), { timeoutSeconds: 3_600, atOnce: 1 });
export const retentionTask = defineTask('archive.retention', z.object({}), { timeoutSeconds: 3_600, atOnce: 1 });
export const notifyDueTask = defineTask(
  'archive.notify-due',
  z.object({ ...cabinet, toReview: z.int(), toDestroy: z.int() }),
);
export const notifyCertificateTask = defineTask(
  'archive.notify-certificate',
  z.object({ ...cabinet, certificateId: z.uuid() }),
);
