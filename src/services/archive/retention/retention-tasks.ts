import { subscribe, type Subscription } from '../../platform/context.ts';
import { schedule } from '../../platform/schedules.ts';
import { implementTask, type Task } from '../../platform/task.ts';
import { destructionCertified, retentionDue } from '../events.ts';
import { expireTrash } from './expire-trash.ts';
import { notifyCertificate } from './notices/notify-certificate.ts';
import { notifyDue } from './notices/notify-due.ts';
import * as jobs from './retention-jobs.ts';
import { runEveryNight } from './run-every-night.ts';

export const retentionTasks: readonly Task[] = [
  implementTask(jobs.expireTrashTask, (ctx, _) => expireTrash(ctx)),
  implementTask(jobs.retentionTask, (ctx, _) => runEveryNight(ctx)),
  implementTask(jobs.notifyDueTask, ({ run }, about) => run(notifyDue, about)),
  implementTask(jobs.notifyCertificateTask, ({ run }, about) => run(notifyCertificate, about)),
];

export const retentionSubscriptions: readonly Subscription[] = [
  subscribe(retentionDue, jobs.notifyDueTask),
  subscribe(destructionCertified, jobs.notifyCertificateTask),
];

export const retentionSchedules = [
  schedule({ name: 'archive.trash', cron: '10 4 * * *', task: jobs.expireTrashTask }),
  schedule({ name: 'archive.retention', cron: '30 4 * * *', task: jobs.retentionTask }),
];
