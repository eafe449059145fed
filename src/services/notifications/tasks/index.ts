import { jobDied } from '../../platform/jobs/index.ts';
import type { Subscription } from '../../platform/context.ts';
import { alertDeadJob, alertDeadJobJob } from './alert-dead-job.ts';
import { sendMail } from './send-mail.ts';
import { sendMailJob } from './send-mail.job.ts';
import { sweepMails } from '../sweep.ts';
import { sweepMailsJob } from './sweep-mails.job.ts';

/** What notifications do after commit. */
export const notificationTasks = [
  { job: sendMailJob, handle: sendMail },
  { job: alertDeadJobJob, handle: alertDeadJob },
  { job: sweepMailsJob, handle: sweepMails },
] as const;

export const notificationSubscriptions: readonly Subscription[] = [{ event: jobDied, job: alertDeadJobJob }];
