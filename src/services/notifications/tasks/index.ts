import { implementTask, type Task } from '../../platform/task.ts';
import { jobDied } from '../../platform/jobs/index.ts';
import { subscribe, type Subscription } from '../../platform/context.ts';
import { alertDeadJob, alertDeadJobTask } from './alert-dead-job.ts';
import { sendMail } from './send-mail.ts';
import { sendMailTask } from './send-mail.task.ts';
import { priceText } from '../texts/price-text.ts';
import { priceTextTask } from '../texts/price-text.task.ts';
import { sweepMails } from '../sweep.ts';
import { sweepMailsTask } from './sweep-mails.task.ts';

/** What notifications do after commit. */
export const notificationTasks: readonly Task[] = [
  implementTask(sendMailTask, sendMail),
  implementTask(alertDeadJobTask, alertDeadJob),
  implementTask(sweepMailsTask, sweepMails),
  implementTask(priceTextTask, priceText),
];

export const notificationSubscriptions: readonly Subscription[] = [subscribe(jobDied, alertDeadJobTask)];
