import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

/** Judges an upload that has arrived whole, and makes it a version. An hour is enough for the largest. */
export const finishUploadTask = defineTask('archive.finish-upload', z.object({ uploadId: z.uuid() }), {
  priority: 50,
  timeoutSeconds: 3_600,
  maxAttempts: 12,
  atOnce: 3,
});

/** Says that an upload has expired. */
export const notifyExpiredTask = defineTask('archive.notify-expired-upload', z.object({ uploadId: z.uuid() }));

/** Ends the uploads that nobody continues, and takes up those that a dead job left. */
export const sweepUploadsTask = defineTask('archive.sweep-uploads', z.object({}), { priority: 300 });
