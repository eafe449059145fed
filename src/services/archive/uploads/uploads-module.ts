import { subscribe, type Subscription } from '../../platform/context.ts';
import type { Schedule } from '../../platform/schedules.ts';
import { schedule } from '../../platform/schedules.ts';
import { implementTask, type Task } from '../../platform/task.ts';
import { finishUpload } from './finish-upload.ts';
import { uploadExpired } from './events.ts';
import { finishUploadTask, notifyExpiredTask, sweepUploadsTask } from './finish-upload.task.ts';
import { notifyExpired } from './notify-expired.ts';
import { sweepUploads } from './sweep-uploads.ts';

/** What is done about uploads after a commit and at fixed times. */
export const uploadTasks: readonly Task[] = [
  implementTask(finishUploadTask, finishUpload),
  implementTask(sweepUploadsTask, sweepUploads),
  implementTask(notifyExpiredTask, ({ run }, about) => run(notifyExpired, about)),
];

export const uploadSubscriptions: readonly Subscription[] = [subscribe(uploadExpired, notifyExpiredTask)];

export const uploadSchedules: readonly Schedule[] = [
  schedule({ name: 'archive.sweep-uploads', cron: '40 * * * *', task: sweepUploadsTask }),
];
