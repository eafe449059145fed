import { BookingReminder } from '../../../entities/scheduling/booking-reminder.entity.ts';
import { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { Offering } from '../../../entities/scheduling/offering.entity.ts';
import { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { newId } from '../../kernel/ids.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { dueReminders, type DueReminder } from './reminder.policy.ts';
import { remindTask } from './reminder-jobs.ts';
import { reminderStates } from './reminder.states.ts';

type Planning = Tx<'em' | 'now' | 'enqueue'>;

/** Plans the reminders of a booking that stands at the time it has now, and drops those of another time. A second time changes nothing. */
export async function planReminders(tx: Planning, { bookingId }: { readonly bookingId: string }): Promise<void> {
  const { em, now } = tx;
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
  for (const due of dueReminders({ startsAt, timeZone: artisan.timeZone, rules, now })) {
    const known = planned.find((reminder) => reminder.kind === due.kind && isAbout(reminder, booking));
    if (known === undefined) planOne(tx, booking, due);
    else restore(known);
  }
}

/** One that moved away and came back has its reminder again: its job still waits. */
function restore(reminder: BookingReminder): void {
  if (reminder.status === 'CANCELLED') transition(reminderStates, reminder, 'restore');
}

const isAbout = (reminder: BookingReminder, { startsAt }: Booking): boolean =>
  reminder.startsAt.getTime() === startsAt.getTime();

function planOne({ em, enqueue }: Planning, booking: Booking, due: DueReminder): void {
  const reminder = em.create(BookingReminder, {
    id: newId(),
    booking,
    ...due,
    channel: 'EMAIL',
    startsAt: booking.startsAt,
  });
  enqueue(remindTask, { reminderId: reminder.id }, { runAt: due.dueAt, dedupeKey: `remind-booking:${reminder.id}` });
}
