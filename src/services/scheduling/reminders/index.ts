import { subscribe, type Subscription } from '../../platform/context.ts';
import { implementTask, type Task } from '../../platform/task.ts';
import { bookingCancelled, bookingConfirmed, bookingRescheduled } from '../events.ts';
import { planReminders } from './plan-reminders.ts';
import { remind, remindByText } from './remind.ts';
import { planRemindersTask, remindByTextTask, remindTask } from './reminder-jobs.ts';

/** Reminders of appointments: planned with the booking, read again when they are due. */
export const reminderTasks: readonly Task[] = [
  implementTask(planRemindersTask, ({ run }, about) => run(planReminders, about)),
  implementTask(remindTask, remind),
  implementTask(remindByTextTask, remindByText),
];

export const reminderSubscriptions: readonly Subscription[] = [
  subscribe(bookingConfirmed, planRemindersTask),
  subscribe(bookingRescheduled, planRemindersTask),
  subscribe(bookingCancelled, planRemindersTask),
];
