import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

const bookingId = z.uuid();

/** Plans the reminders of a booking at the time it has now, and drops those of the time before. */
export const planRemindersTask = defineTask('scheduling.plan-reminders', z.object({ bookingId }));

/** Mails one reminder, when it is due. */
export const remindTask = defineTask('scheduling.remind', z.object({ reminderId: z.uuid() }), { priority: 80 });

/** Sends one reminder as a text message, when it is due. The text counts its own attempts: this outlasts them. */
export const remindByTextTask = defineTask('scheduling.remind-by-text', z.object({ reminderId: z.uuid() }), {
  priority: 80,
  maxAttempts: 6,
});

/** Once a day: when each artisan is looked at in the evening. */
export const planAgendaMailsTask = defineTask('scheduling.plan-agenda-mails', z.object({}));
/** Mails an artisan the appointments of a local date, on its eve. */
export const agendaTomorrowTask = defineTask(
  'scheduling.agenda-tomorrow',
  z.object({ artisanId: z.uuid(), date: z.iso.date(), dueAt: z.iso.datetime() }),
);
