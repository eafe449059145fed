import { defineModule } from '../platform/module.ts';
import { schedule } from '../platform/schedules.ts';
import { endQuietHoursTask, sendDigestsTask } from './digests/tasks.ts';
import { ownMails } from './emails/index.ts';
import { notificationsPersonalData } from './personal-data.ts';
import { syncSuppressionsTask } from './suppressions/sync-suppressions.ts';
import { notificationsRetention } from './retention.ts';
import { mailMetrics } from './mail-events/mail-figures.ts';
import { textMetrics } from './texts/text-figures.ts';
import { notificationSubscriptions, notificationTasks } from './tasks/index.ts';
import { sweepMailsTask } from './tasks/sweep-mails.task.ts';

/** E-mails, text messages and in-app notifications. */
export const notificationsModule = defineModule({
  name: 'notifications',
  tasks: notificationTasks,
  subscriptions: notificationSubscriptions,
  schedules: [
    schedule({ name: 'notifications.sweep-mails', cron: '5-59/10 * * * *', task: sweepMailsTask }),
    schedule({ name: 'notifications.sync-suppressions', cron: '10 3 * * *', task: syncSuppressionsTask }),
    schedule({ name: 'notifications.send-digests', cron: '*/5 * * * *', task: sendDigestsTask }),
    schedule({ name: 'notifications.end-quiet-hours', cron: '* * * * *', task: endQuietHoursTask }),
  ],
  mails: ownMails,
  metrics: [...textMetrics, ...mailMetrics],
  personalData: notificationsPersonalData,
  retention: notificationsRetention,
});
