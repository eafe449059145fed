import { z } from 'zod';
import { defineTask } from '../platform/task.ts';

const nothing = z.object({});
const booking = z.object({ bookingId: z.uuid() });
const connection = z.object({ connectionId: z.uuid() });

/** Reads the calendars of a connection; `isFull`: everything anew, in a window that begins now. */
export const syncConnectionTask = defineTask('calendars.sync-connection', connection.extend({ isFull: z.boolean() }), {
  atOnce: 4,
});
/** Looks which connections are due, each minute. */
export const syncDueTask = defineTask('calendars.sync-due', nothing);
/** Each night: what is read moves on by a day, and what is over is put away. */
export const moveWindowsTask = defineTask('calendars.move-windows', nothing);
/** Each hour: the pushes of providers end after some days. */
export const renewChannelsTask = defineTask('calendars.renew-channels', nothing);
/** Stops the pushes of a provider, and asks it to forget us. */
export const leaveProviderTask = defineTask(
  'calendars.leave-provider',
  connection.extend({ channels: z.array(z.object({ id: z.string(), resource: z.string().nullable() })) }),
);
/** Writes the event of a booking, moves it, or removes it. */
export const exportBookingTask = defineTask('calendars.export-booking', booking, { atOnce: 4 });
/** The same for every booking to come of an artisan: another calendar receives them. */
export const exportAllTask = defineTask('calendars.export-all', z.object({ artisanId: z.uuid() }));
/** Conflicts of a booking whose cause may have gone. */
export const reviewBookingTask = defineTask('calendars.review-booking', booking);
export const notifyToReconnectTask = defineTask('calendars.notify-to-reconnect', connection);
export const notifyConflictTask = defineTask('calendars.notify-conflict', z.object({ conflictId: z.uuid() }));
/** As many connections as the plan of a person says: the newest are paused, or go on. */
export const fitPlanTask = defineTask('calendars.fit-plan', z.object({ personId: z.uuid() }));
