import { defineModule } from '../platform/module.ts';
import { mayReadBookingsExport } from './export/request-export.ts';
import { bookingMeasures, bookingMetrics } from './bookings/booking-figures.ts';
import { isBookingFileHeld, mayReadBookingFile } from './bookings/queries/booking-files.ts';
import { billableBooking } from './billable-booking.ts';
import { conversationAboutBooking } from './consultations/conversation-about-booking.ts';
import { schedulingMails } from './emails/index.ts';
import { noticeSubscriptions, noticeTasks } from './notices/index.ts';
import { schedulingPersonalData } from './personal-data.ts';
import { reminderSchedules, reminderSubscriptions, reminderTasks } from './reminders/index.ts';
import { bookingSchedules, bookingSubscriptions, bookingTasks } from './scheduling-tasks.ts';
import { schedulingRetention } from './retention.ts';
import { textSubscriptions, textTasks } from './texts/text-bookings.ts';
import { reviewSubscriptions, reviewTasks } from './reviews/review-requests.ts';
import { seedArtisans } from './seed.ts';

/** Appointments with artisans: when they are open, what can be booked, and the bookings. */
export const schedulingModule = defineModule({
  name: 'scheduling',
  tasks: [...bookingTasks, ...noticeTasks, ...textTasks, ...reminderTasks, ...reviewTasks],
  subscriptions: [
    ...bookingSubscriptions,
    ...noticeSubscriptions,
    ...textSubscriptions,
    ...reminderSubscriptions,
    ...reviewSubscriptions,
  ],
  mails: schedulingMails,
  personalData: schedulingPersonalData,
  retention: schedulingRetention,
  fileAccess: {
    mayRead: async (ctx, fileId) =>
      (await mayReadBookingsExport(ctx, fileId)) || (await mayReadBookingFile(ctx, fileId)),
    isHeld: isBookingFileHeld,
  },
  schedules: [...bookingSchedules, ...reminderSchedules],
  metrics: bookingMetrics,
  measures: bookingMeasures,
  billable: { BOOKING: billableBooking },
  conversationSource: { BOOKING: conversationAboutBooking },
  seed: seedArtisans,
});
