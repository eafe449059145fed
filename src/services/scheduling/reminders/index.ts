import { subscribe, type Subscription } from '../../platform/context.ts';
import { implementTask, type Task } from '../../platform/task.ts';
import { schedule } from '../../platform/schedules.ts';
import { bookingCancelled, bookingConfirmed, bookingRescheduled } from '../events.ts';
import { mailAgenda, planAgendaMails } from './agenda-tomorrow.ts';
import { planReminders } from './plan-reminders.ts';
import { remind, remindByText } from './remind.ts';
import {
  agendaTomorrowTask,
  planAgendaMailsTask,
  planRemindersTask,
  remindByTextTask,
  remindTask,
} from './reminder-jobs.ts';

/** Reminders of appointments: planned with the booking, read again when they are due. */
export const reminderTasks: readonly Task[] = [
  implementTask(planRemindersTask, ({ run }, about) => run(planReminders, about)),
  implementTask(remindTask, remind),
  implementTask(remindByTextTask, remindByText),
  implementTask(planAgendaMailsTask, ({ run }, _) => run(planAgendaMails, undefined)),
  implementTask(agendaTomorrowTask, ({ run }, about) => run(mailAgenda, about)),
];

export const reminderSubscriptions: readonly Subscription[] = [
  subscribe(bookingConfirmed, planRemindersTask),
  subscribe(bookingRescheduled, planRemindersTask),
  subscribe(bookingCancelled, planRemindersTask),
];

export const reminderSchedules = [
  schedule({ name: 'scheduling.agenda-mails', cron: '50 2 * * *', task: planAgendaMailsTask }),
];
