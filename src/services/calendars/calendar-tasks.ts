import { planActivated, planEnded, planRenewed, planSuspended } from '../billing/index.ts';
import { subscribe, type Subscription } from '../platform/context.ts';
import { schedule } from '../platform/schedules.ts';
import { implementTask, type Task } from '../platform/task.ts';
import { bookingCancelled, bookingConfirmed, bookingRescheduled } from '../scheduling/index.ts';
import * as jobs from './calendar-jobs.ts';
import { renewChannels } from './channels/renew-channels.ts';
import { reviewBooking } from './conflicts/review-booking.ts';
import { fitPlan } from './connections/fit-plan.ts';
import { leaveProvider } from './connections/leave-provider.ts';
import { calendarConflict, calendarToReconnect } from './events.ts';
import { notifyConflict } from './notices/notify-conflict.ts';
import { notifyToReconnect } from './notices/notify-to-reconnect.ts';
import { syncDue } from './reading/due-connections.ts';
import { moveWindows } from './reading/move-windows.ts';
import { syncConnection } from './reading/sync-connection.ts';
import { exportAll } from './writing/export-all.ts';
import { exportBooking } from './writing/export-booking.ts';

/** What is done about calendars after a commit and at fixed times. */
export const calendarTasks: readonly Task[] = [
  implementTask(jobs.syncConnectionTask, syncConnection),
  implementTask(jobs.syncDueTask, ({ run }, _) => run(syncDue, undefined)),
  implementTask(jobs.moveWindowsTask, ({ run }, _) => run(moveWindows, undefined)),
  implementTask(jobs.renewChannelsTask, (ctx, _) => renewChannels(ctx)),
  implementTask(jobs.leaveProviderTask, leaveProvider),
  implementTask(jobs.exportBookingTask, exportBooking),
  implementTask(jobs.exportAllTask, ({ run }, about) => run(exportAll, about)),
  implementTask(jobs.reviewBookingTask, ({ run }, about) => run(reviewBooking, about)),
  implementTask(jobs.notifyToReconnectTask, ({ run }, about) => run(notifyToReconnect, about)),
  implementTask(jobs.notifyConflictTask, ({ run }, about) => run(notifyConflict, about)),
  implementTask(jobs.fitPlanTask, ({ run }, about) => run(fitPlan, about)),
];

export const calendarSubscriptions: readonly Subscription[] = [
  subscribe(bookingConfirmed, jobs.exportBookingTask),
  subscribe(bookingRescheduled, jobs.exportBookingTask),
  subscribe(bookingCancelled, jobs.exportBookingTask),
  subscribe(bookingRescheduled, jobs.reviewBookingTask),
  subscribe(bookingCancelled, jobs.reviewBookingTask),
  subscribe(calendarToReconnect, jobs.notifyToReconnectTask),
  subscribe(calendarConflict, jobs.notifyConflictTask),
  ...[planActivated, planRenewed, planSuspended, planEnded].map((event) => subscribe(event, jobs.fitPlanTask)),
];

export const calendarSchedules = [
  schedule({ name: 'calendars.sync-due', cron: '* * * * *', task: jobs.syncDueTask }),
  schedule({ name: 'calendars.renew-channels', cron: '27 * * * *', task: jobs.renewChannelsTask }),
  schedule({ name: 'calendars.move-windows', cron: '10 3 * * *', task: jobs.moveWindowsTask }),
];
