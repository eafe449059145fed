import { implementTask, type Task } from '../../platform/task.ts';
import { jobDied } from '../../platform/jobs/index.ts';
import { subscribe, type Subscription } from '../../platform/context.ts';
import { alertDeadJob, alertDeadJobJob } from './alert-dead-job.ts';
import { sendMail } from './send-mail.ts';
import { sendMailJob } from './send-mail.job.ts';
import { sweepMails } from '../sweep.ts';
import { sweepMailsJob } from './sweep-mails.job.ts';

/** What notifications do after commit. */
export const notificationTasks: readonly Task[] = [
  implementTask(sendMailJob, sendMail),
  implementTask(alertDeadJobJob, alertDeadJob),
  implementTask(sweepMailsJob, sweepMails),
];

export const notificationSubscriptions: readonly Subscription[] = [subscribe(jobDied, alertDeadJobJob)];
