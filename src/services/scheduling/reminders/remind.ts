import { LockMode } from '@mikro-orm/core';
import { BookingReminder } from '../../../entities/scheduling/booking-reminder.entity.ts';
import { transition } from '../../kernel/states.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { bookingReminderMail } from '../emails/booking-reminder.ts';
import { findBooking, mailCustomer, type NoticeTx } from '../notices/booking-mails.ts';
import type { remindTask } from './reminder-jobs.ts';
import { skipReasonOf } from './reminder.policy.ts';
import { reminderStates } from './reminder.states.ts';

/** Sends a reminder that is due, after reading the booking again: one that moved or is over is not reminded of. */
export async function remind(tx: NoticeTx, { reminderId }: PayloadOf<typeof remindTask>): Promise<void> {
  const reminder = await tx.em.findOne(BookingReminder, { id: reminderId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (reminder?.status !== 'PLANNED') return;
  const found = await findBooking(tx, reminder.booking.id);
  const { dueAt, startsAt } = reminder;
  if (found?.booking.status !== 'CONFIRMED' || found.booking.startsAt.getTime() !== startsAt.getTime())
    return transition(reminderStates, reminder, 'cancel');
  reminder.reason = skipReasonOf({ ...found, dueAt, now: tx.now });
  transition(reminderStates, reminder, reminder.reason === null ? 'send' : 'skip');
  if (reminder.reason !== null) return;
  const key = `:${reminder.kind}:${startsAt.getTime()}`;
  await mailCustomer(tx, found, { template: bookingReminderMail, key, data: {} });
}
