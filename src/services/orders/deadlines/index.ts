/** Due dates of orders: when they begin, how they move, and who is reminded of them. */
import { subscribe, type Subscription } from '../../platform/context.ts';
import { schedule, type Schedule } from '../../platform/schedules.ts';
import { implementTask, type Task } from '../../platform/task.ts';
import {
  orderAssigned,
  orderCancelled,
  orderDeclined,
  orderUnassigned,
  orderDelivered,
  orderExtended,
  orderExtensionAsked,
  orderFileAdded,
  orderPaid,
  orderResumed,
} from '../events.ts';
import { lapseExtensionsTask, lapseOldExtensions } from './lapse-extensions.ts';
import { markLate, markLateTask } from './mark-late.ts';
import { notifyExtended, notifyExtendedTask } from './notify-extended.ts';
import { notifyExtensionAsked, notifyExtensionAskedTask } from './notify-extension-asked.ts';
import { remindDue, remindDueTask } from './remind-due.ts';
import { remindManuscript, remindManuscriptTask } from './remind-manuscript.ts';
import { startDeadline, startDeadlineTask, startMissedDeadlines, startMissedDeadlinesTask } from './start-deadline.ts';

export { answerExtension, type AnswerExtension } from './answer-extension.ts';
export { isLateAt, runningStatuses } from './deadline.policy.ts';
export { extensionRowOf, extensionsOf, type ExtensionRow } from './queries/extensions-of.ts';
export { listLateOrders, type LateOrderRow, type ListLateOrders } from './queries/late-orders.ts';
export { requestExtension, type RequestExtension } from './request-extension.ts';
export { setDueDate, type SetDueDate } from './set-due-date.ts';

export const deadlineTasks: readonly Task[] = [
  implementTask(startDeadlineTask, startDeadline),
  implementTask(startMissedDeadlinesTask, (ctx, _) => startMissedDeadlines(ctx)),
  implementTask(lapseExtensionsTask, lapseOldExtensions),
  implementTask(notifyExtendedTask, notifyExtended),
  implementTask(notifyExtensionAskedTask, notifyExtensionAsked),
  implementTask(markLateTask, (ctx, _) => markLate(ctx)),
  implementTask(remindDueTask, (ctx, _) => remindDue(ctx)),
  implementTask(remindManuscriptTask, (ctx, _) => remindManuscript(ctx)),
];

export const deadlineSubscriptions: readonly Subscription[] = [
  subscribe(orderPaid, startDeadlineTask),
  subscribe(orderFileAdded, startDeadlineTask),
  subscribe(orderResumed, startDeadlineTask),
  subscribe(orderAssigned, lapseExtensionsTask),
  subscribe(orderDelivered, lapseExtensionsTask),
  subscribe(orderCancelled, lapseExtensionsTask),
  subscribe(orderUnassigned, lapseExtensionsTask),
  subscribe(orderDeclined, lapseExtensionsTask),
  subscribe(orderExtended, notifyExtendedTask),
  subscribe(orderExtensionAsked, notifyExtensionAskedTask),
];

export const deadlineSchedules: readonly Schedule[] = [
  schedule({ name: 'orders.mark-late', cron: '*/5 * * * *', task: markLateTask }),
  schedule({ name: 'orders.start-missed-deadlines', cron: '20 2 * * *', task: startMissedDeadlinesTask }),
  schedule({ name: 'orders.remind-due', cron: '0 9 * * *', task: remindDueTask }),
  schedule({ name: 'orders.remind-manuscript', cron: '10 9 * * *', task: remindManuscriptTask }),
];
