import type { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { subscribe, type Subscription } from '../../platform/context.ts';
import { defineTask, implementTask, type PayloadOf, type Task } from '../../platform/task.ts';
import { bookingCancelled, bookingConfirmed, bookingRescheduled } from '../events.ts';
import { findBooking } from '../notices/booking-mails.ts';
import { sendBookingText, type BookingText, type Texting } from './send-booking-text.ts';

/** Each text counts its own attempts: the job outlasts them. */
const options = { priority: 60, maxAttempts: 6 } as const;

export const textConfirmedTask = defineTask('scheduling.text-confirmed', bookingConfirmed.payload, options);
export const textRescheduledTask = defineTask('scheduling.text-rescheduled', bookingRescheduled.payload, options);
export const textCancelledTask = defineTask('scheduling.text-cancelled', bookingCancelled.payload, options);

/** Nothing for a booking that is not as the event says any more. */
async function textAbout(
  ctx: Texting,
  { bookingId, isStill, ...text }: BookingText & { bookingId: string; isStill: (booking: Booking) => boolean },
): Promise<void> {
  const found = await ctx.run(findBooking, bookingId);
  if (found !== null && isStill(found.booking)) await sendBookingText(ctx, found, text);
}

const textConfirmed = (ctx: Texting, { bookingId }: PayloadOf<typeof textConfirmedTask>): Promise<void> =>
  textAbout(ctx, { bookingId, kind: 'booking-confirmation', key: '', isStill: ({ status }) => status === 'CONFIRMED' });

const textRescheduled = (ctx: Texting, moved: PayloadOf<typeof textRescheduledTask>): Promise<void> =>
  textAbout(ctx, {
    ...{ bookingId: moved.bookingId, kind: 'booking-move', key: `:${moved.sequence}` },
    isStill: ({ status, sequence }) => status === 'CONFIRMED' && sequence === moved.sequence,
  });

/** What never stood is mailed about alone. */
const textCancelled = async (ctx: Texting, cancelled: PayloadOf<typeof textCancelledTask>): Promise<void> => {
  const { bookingId, wasConfirmed } = cancelled;
  await textAbout(ctx, { bookingId, kind: 'booking-cancellation', key: '', isStill: () => wasConfirmed });
};

/** Texts the customers of bookings, after each commit. */
export const textTasks: readonly Task[] = [
  implementTask(textConfirmedTask, textConfirmed),
  implementTask(textRescheduledTask, textRescheduled),
  implementTask(textCancelledTask, textCancelled),
];

export const textSubscriptions: readonly Subscription[] = [
  subscribe(bookingConfirmed, textConfirmedTask),
  subscribe(bookingRescheduled, textRescheduledTask),
  subscribe(bookingCancelled, textCancelledTask),
];
