import { defineModule } from '../platform/module.ts';
import { schedule } from '../platform/schedules.ts';
import { notificationsPersonalData } from './personal-data.ts';
import { notificationsRetention } from './retention.ts';
import { textMetrics } from './texts/text-figures.ts';
import { notificationSubscriptions, notificationTasks } from './tasks/index.ts';
import { sweepMailsTask } from './tasks/sweep-mails.task.ts';

/** E-mails, text messages and in-app notifications. */
export const notificationsModule = defineModule({
  name: 'notifications',
  tasks: notificationTasks,
  subscriptions: notificationSubscriptions,
  schedules: [schedule({ name: 'notifications.sweep-mails', cron: '5-59/10 * * * *', task: sweepMailsTask })],
  metrics: textMetrics,
  personalData: notificationsPersonalData,
  retention: notificationsRetention,
});
