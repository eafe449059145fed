import { implementTask, type Task } from '../../platform/task.ts';
import { jobDied } from '../../platform/jobs/index.ts';
import { subscribe, type Subscription } from '../../platform/context.ts';
import { alertDeadJob, alertDeadJobTask } from './alert-dead-job.ts';
import { endQuietHours } from '../digests/end-quiet-hours.ts';
import { sendDigests } from '../digests/send-digests.ts';
import { endQuietHoursTask, sendDigestsTask } from '../digests/tasks.ts';
import { applyMailEvents } from '../mail-events/apply-events.ts';
import { applyMailEventsTask } from '../mail-events/receive-events.ts';
import { publishExpiry, publishExpiryTask } from '../broadcasts/publish-expiry.ts';
import { sendBroadcast, sendBroadcastTask } from '../broadcasts/send-broadcast.ts';
import { syncSuppressions, syncSuppressionsTask } from '../suppressions/sync-suppressions.ts';
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
  implementTask(sendDigestsTask, sendDigests),
  implementTask(applyMailEventsTask, applyMailEvents),
  implementTask(syncSuppressionsTask, syncSuppressions),
  implementTask(publishExpiryTask, ({ run }, input) => run(publishExpiry, input)),
  implementTask(sendBroadcastTask, ({ run }, input) => run(sendBroadcast, input)),
  implementTask(endQuietHoursTask, endQuietHours),
];

export const notificationSubscriptions: readonly Subscription[] = [subscribe(jobDied, alertDeadJobTask)];
