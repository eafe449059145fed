import { LockMode } from '@mikro-orm/core';
import { z } from 'zod';
import { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { BookingReminder } from '../../../entities/scheduling/booking-reminder.entity.ts';
import { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { Review } from '../../../entities/scheduling/review.entity.ts';
import { newId } from '../../kernel/ids.ts';
import { transition } from '../../kernel/states.ts';
import { subscribe, type Subscription, type Tx } from '../../platform/context.ts';
import { defineTask, implementTask, type PayloadOf, type Task } from '../../platform/task.ts';
import { bookingReviewMail } from '../emails/booking-review.ts';
import { bookingCompleted } from '../events.ts';
import { findBooking, mailCustomer, type LoadedBooking, type NoticeTx } from '../notices/booking-mails.ts';
import { outsideQuietHours } from '../reminders/reminder.policy.ts';
import { reminderStates } from '../reminders/reminder.states.ts';

const dayMs = 24 * 3_600_000;
const kind = 'REVIEW';

/** Plans the request for a review of an appointment that took place. */
const planReviewRequestTask = defineTask('scheduling.plan-review-request', bookingCompleted.payload);
/** Asks for the review, when it is due. */
const askForReviewTask = defineTask('scheduling.ask-for-review', z.object({ reminderId: z.uuid() }));

/** A day after the end, in no night of the artisan; once for an appointment, however often it is said to be completed. */
async function planReviewRequest(
  { em, now, enqueue }: Tx<'em' | 'now' | 'enqueue'>,
  { bookingId }: PayloadOf<typeof planReviewRequestTask>,
): Promise<void> {
  const booking = await em.findOne(Booking, { id: bookingId, status: 'COMPLETED' });
  if (booking === null || (await em.findOne(BookingReminder, { booking: bookingId, kind })) !== null) return;
  const artisan = await em.findOneOrFail(Artisan, { id: booking.artisan.id });
  const dayAfter = new Date(Math.max(now.getTime(), booking.endsAt.getTime() + dayMs));
  const facts = {
    kind,
    channel: 'EMAIL',
    dueAt: outsideQuietHours(dayAfter, artisan),
    startsAt: booking.startsAt,
  } as const;
  const { id: reminderId, dueAt } = em.create(BookingReminder, { id: newId(), booking, ...facts });
  enqueue(askForReviewTask, { reminderId }, { runAt: dueAt, dedupeKey: `ask-for-review:${reminderId}` });
}

/** Nothing where it turned out that nobody came, or who came has said what they think. */
async function askForReview(tx: NoticeTx, { reminderId }: PayloadOf<typeof askForReviewTask>): Promise<void> {
  const reminder = await tx.em.findOne(BookingReminder, { id: reminderId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (reminder?.status !== 'PLANNED') return;
  const found = await toBeReviewed(tx, reminder.booking.id);
  if (found === null) return transition(reminderStates, reminder, 'cancel');
  reminder.reason = found.booking.notifyByEmail ? null : 'NOT_WANTED';
  transition(reminderStates, reminder, reminder.reason === null ? 'send' : 'skip');
  if (reminder.reason === null) await mailCustomer(tx, found, { template: bookingReviewMail, data: {} });
}

async function toBeReviewed(tx: NoticeTx, bookingId: string): Promise<LoadedBooking | null> {
  const found = await findBooking(tx, bookingId);
  if (found?.booking.status !== 'COMPLETED') return null;
  return (await tx.em.findOne(Review, { booking: bookingId })) === null ? found : null;
}

export const reviewTasks: readonly Task[] = [
  implementTask(planReviewRequestTask, ({ run }, completed: PayloadOf<typeof planReviewRequestTask>) =>
    run(planReviewRequest, completed),
  ),
  implementTask(askForReviewTask, ({ run }, due: PayloadOf<typeof askForReviewTask>) => run(askForReview, due)),
];

export const reviewSubscriptions: readonly Subscription[] = [subscribe(bookingCompleted, planReviewRequestTask)];
