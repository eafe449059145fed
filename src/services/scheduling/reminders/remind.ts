import { LockMode } from '@mikro-orm/core';
import { BookingReminder, type ReminderChannel } from '../../../entities/scheduling/booking-reminder.entity.ts';
import { transition } from '../../kernel/states.ts';
import type { PayloadOf } from '../../platform/task.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { bookingReminderMail } from '../emails/booking-reminder.ts';
import { findBooking, mailCustomer, type LoadedBooking, type NoticeTx } from '../notices/booking-mails.ts';
import { sendBookingText, type BookingText, type Texting } from '../texts/send-booking-text.ts';
import type { remindByTextTask, remindTask } from './reminder-jobs.ts';
import { skipReasonOf } from './reminder.policy.ts';
import { reminderStates } from './reminder.states.ts';

/** Mails a reminder that is due, after reading the booking again: one that moved or is over is not reminded of. */
export async function remind(
  ctx: Pick<AppContext, 'run' | 'measures' | 'now'>,
  { reminderId }: PayloadOf<typeof remindTask>,
): Promise<void> {
  const dueAt = await ctx.run(mailReminder, reminderId);
  if (dueAt !== null) timeLateness(ctx, dueAt);
}

/** When it was due; null when it was not sent. */
async function mailReminder(tx: NoticeTx, reminderId: string): Promise<Date | null> {
  const due = await dueReminder(tx, reminderId);
  if (due === null) return null;
  const { reminder, found } = due;
  transition(reminderStates, reminder, reminder.reason === null ? 'send' : 'skip');
  if (reminder.reason !== null) return null;
  const key = `:${reminder.kind}:${reminder.startsAt.getTime()}`;
  await mailCustomer(tx, found, { template: bookingReminderMail, key, data: {} });
  return reminder.dueAt;
}

/** The same as a text message, which is sent outside any transaction, and once for its reminder. */
export async function remindByText(
  ctx: Texting & Pick<AppContext, 'measures'>,
  { reminderId }: PayloadOf<typeof remindByTextTask>,
): Promise<void> {
  const dueAt = await ctx.run(dueText, reminderId);
  if (dueAt === null) return;
  const text: BookingText = { kind: 'booking-reminder', key: `:${reminderId}` };
  const outcome = await sendBookingText(ctx, dueAt.found, text);
  if (await ctx.run(recordOutcome, { reminderId, outcome })) timeLateness(ctx, dueAt.dueAt);
}

/** Which text there is to send; one that is left out is recorded at once. */
async function dueText(
  tx: Tx<'em' | 'now'>,
  reminderId: string,
): Promise<{ readonly found: LoadedBooking; readonly dueAt: Date } | null> {
  const due = await dueReminder(tx, reminderId);
  if (due === null) return null;
  if (due.reminder.reason === null) return { found: due.found, dueAt: due.reminder.dueAt };
  transition(reminderStates, due.reminder, 'skip');
  return null;
}

async function recordOutcome(
  { em }: Tx<'em'>,
  {
    reminderId,
    outcome,
  }: { readonly reminderId: string; readonly outcome: Awaited<ReturnType<typeof sendBookingText>> },
): Promise<boolean> {
  const reminder = await em.findOne(BookingReminder, { id: reminderId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (reminder?.status !== 'PLANNED') return false;
  if (outcome !== 'SENT' && outcome !== 'FAILED') reminder.reason = outcome;
  transition(reminderStates, reminder, outcome === 'SENT' ? 'send' : outcome === 'FAILED' ? 'fail' : 'skip');
  return outcome === 'SENT';
}

interface Due {
  readonly reminder: BookingReminder;
  readonly found: LoadedBooking;
}

/** A reminder that is still to be sent, with the reason why not, if there is one. One whose booking changed is dropped. */
async function dueReminder(tx: Tx<'em' | 'now'>, reminderId: string): Promise<Due | null> {
  const reminder = await tx.em.findOne(BookingReminder, { id: reminderId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (reminder?.status !== 'PLANNED') return null;
  const found = await findBooking(tx, reminder.booking.id);
  const { dueAt, startsAt, channel } = reminder;
  if (found?.booking.status !== 'CONFIRMED' || found.booking.startsAt.getTime() !== startsAt.getTime()) {
    transition(reminderStates, reminder, 'cancel');
    return null;
  }
  reminder.reason = skipReasonOf({ ...found, isWanted: isWantedBy(found, channel), dueAt, now: tx.now });
  return { reminder, found };
}

const isWantedBy = ({ booking }: LoadedBooking, channel: ReminderChannel): boolean =>
  channel === 'SMS' ? booking.notifyBySms : booking.notifyByEmail;

const timeLateness = ({ measures, now }: Pick<AppContext, 'measures' | 'now'>, dueAt: Date): void =>
  measures.time('reminder_late_seconds', Math.max(0, now.getTime() - dueAt.getTime()) / 1_000);
