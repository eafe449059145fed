import { BookingReminder, type ReminderChannel } from '../../../entities/scheduling/booking-reminder.entity.ts';
import { Booking, BookingHistory } from '../../../entities/scheduling/booking.entity.ts';
import { Offering } from '../../../entities/scheduling/offering.entity.ts';
import { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { newId } from '../../kernel/ids.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { dueReminders, latestMs } from './reminder.policy.ts';
import { remindByTextTask, remindTask } from './reminder-jobs.ts';
import { reminderStates } from './reminder.states.ts';

type Planning = Tx<'em' | 'now' | 'enqueue'>;

/** Plans the reminders of a booking that stands at the time it has now, and drops those of another time. A second time changes nothing. */
export async function planReminders(tx: Planning, { bookingId }: { readonly bookingId: string }): Promise<void> {
  const { em } = tx;
  const booking = await em.findOne(Booking, { id: bookingId });
  if (booking === null) return;
  const planned = await em.find(BookingReminder, { booking: booking.id });
  const isConfirmed = booking.status === 'CONFIRMED';
  for (const reminder of planned.filter(({ status }) => status === 'PLANNED'))
    if (!isConfirmed || !isAbout(reminder, booking)) transition(reminderStates, reminder, 'cancel');
  if (!isConfirmed) return;
  const artisan = await em.findOneOrFail(Artisan, { id: booking.artisan.id });
  const { reminders: rules } = await em.findOneOrFail(Offering, { id: booking.offering.id });
  const { startsAt } = booking;
  const since = await agreedSince(tx, booking);
  const due = dueReminders({ startsAt, timeZone: artisan.timeZone, rules, since }).flatMap((one) =>
    channelsOf(booking).map((channel) => ({ ...one, channel })),
  );
  for (const one of due) {
    const known = planned.find((reminder) => isAbout(reminder, booking) && isSame(reminder, one));
    if (known === undefined) planOne(tx, booking, one);
    else restore(tx, known);
  }
}

/** Since when it has this time; no longer ago than a reminder may be late. The job that plans may have waited for its server. */
async function agreedSince({ em, now }: Planning, { id, confirmedAt }: Booking): Promise<Date> {
  const moves = { booking: id, verb: 'reschedule' };
  const [moved] = await em.find(BookingHistory, moves, { orderBy: { createdAt: 'desc', id: 'desc' }, limit: 1 });
  const since = moved?.createdAt ?? confirmedAt ?? now;
  return new Date(Math.max(since.getTime(), now.getTime() - latestMs));
}

/** One that moved away and came back has its reminder again; its job may have found it cancelled meanwhile. */
function restore(tx: Planning, reminder: BookingReminder): void {
  if (reminder.status !== 'CANCELLED') return;
  transition(reminderStates, reminder, 'restore');
  enqueueReminder(tx, reminder, `:${tx.now.getTime()}`);
}

function enqueueReminder(
  { enqueue }: Tx<'enqueue'>,
  { id: reminderId, channel, dueAt }: BookingReminder,
  again = '',
): void {
  const task = channel === 'SMS' ? remindByTextTask : remindTask;
  enqueue(task, { reminderId }, { runAt: dueAt, dedupeKey: `remind-booking:${reminderId}${again}` });
}

/** Whether an e-mail is wanted is asked when it is due; texts are planned for those who asked for them. */
const channelsOf = ({ notifyBySms }: Booking): readonly ReminderChannel[] =>
  notifyBySms ? ['EMAIL', 'SMS'] : ['EMAIL'];

const isSame = (one: BookingReminder, due: Pick<BookingReminder, 'kind' | 'channel'>): boolean =>
  one.kind === due.kind && one.channel === due.channel;

const isAbout = (reminder: BookingReminder, { startsAt }: Booking): boolean =>
  reminder.startsAt.getTime() === startsAt.getTime();

function planOne(
  tx: Planning,
  booking: Booking,
  due: { readonly kind: string; readonly dueAt: Date; readonly channel: ReminderChannel },
): void {
  const reminder = tx.em.create(BookingReminder, {
    id: newId(),
    booking,
    ...due,
    startsAt: booking.startsAt,
  });
  enqueueReminder(tx, reminder);
}
