import { LockMode } from '@mikro-orm/core';
import { CalendarEventLink } from '../../../entities/calendars/calendar-event-link.entity.ts';
import { ConnectedCalendar } from '../../../entities/calendars/connected-calendar.entity.ts';
import { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { Booking } from '../../../entities/scheduling/booking.entity.ts';
import type { CalendarPlace, OwnEvent, WrittenEvent } from '../../adapters/calendars/port.ts';
import type { Tx } from '../../platform/context.ts';
import { ownEvent } from './own-event.ts';

/** One thing to do in one calendar. Without an event, what was written is removed. */
export interface ExportStep {
  readonly linkId: string;
  readonly connectionId: string;
  readonly place: CalendarPlace;
  readonly event: OwnEvent | null;
  readonly written: WrittenEvent | null;
  /** Of one that is to be removed, and of which nobody knows whether it was written: a crash came between. */
  readonly unsure: OwnEvent | null;
}

type Planning = Tx<'em' | 'now' | 'config'>;

/**
 * What is to be done so that the calendars of the artisan say what the booking says: it is written where bookings are received, and
 * nowhere else. The row of each event is there before its event is.
 */
export async function planExport(tx: Planning, bookingId: string): Promise<ExportStep[]> {
  const booking = await tx.em.findOne(Booking, { id: bookingId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (booking === null) return [];
  const artisan = await tx.em.findOneOrFail(Artisan, { id: booking.artisan.id });
  const links = await tx.em.find(CalendarEventLink, { booking: bookingId });
  const target = isToTakePlace(booking, tx.now) ? await receiving(tx, artisan.id) : null;
  if (target !== null && !links.some(({ calendar }) => calendar.id === target.id))
    links.push(tx.em.create(CalendarEventLink, { booking, calendar: target, ...unwritten }));
  const event = ownEvent(booking, artisan, tx.config);
  // First where it is to be, then where it was.
  const [wanted, others] = [links.filter(isIn(target)), links.filter((link) => !isIn(target)(link))];
  const steps: (ExportStep | null)[] = [];
  for (const link of wanted) steps.push(await writeStep(tx, link, event));
  for (const link of others) steps.push(await removeStep(tx, link, event));
  return steps.filter((step) => step !== null);
}

const isToTakePlace = ({ status, endsAt }: Booking, now: Date): boolean => status === 'CONFIRMED' && endsAt > now;

const isIn =
  (target: ConnectedCalendar | null) =>
  ({ calendar }: CalendarEventLink): boolean =>
    calendar.id === target?.id;

/** Nothing of it is at the provider yet. */
const unwritten = {
  ...{ state: 'PENDING' as const, eventId: null, eventHash: null, etag: null },
  ...{ writtenSequence: null, startsAt: null, endsAt: null },
};

const receiving = ({ em }: Planning, artisan: string): Promise<ConnectedCalendar | null> =>
  em.findOne(ConnectedCalendar, {
    ...{ receivesBookings: true, goneAt: null },
    connection: { artisan, status: 'CONNECTED' },
  });

/** Null where it is written as it is, or the artisan deleted it and has yet to say what becomes of it. */
async function writeStep(tx: Planning, link: CalendarEventLink, event: OwnEvent): Promise<ExportStep | null> {
  const { state, writtenSequence } = link;
  if ((state === 'WRITTEN' || state === 'LOST') && writtenSequence === event.sequence) return null;
  const isThere = state === 'WRITTEN' || state === 'PENDING';
  const step = await stepAt(tx, link, { event, written: isThere ? writtenOf(link) : null, unsure: null });
  if (step !== null) link.state = 'PENDING';
  return step;
}

/** Null where nothing of it is there, or it is over: what was stays in the calendar. */
async function removeStep(tx: Planning, link: CalendarEventLink, event: OwnEvent): Promise<ExportStep | null> {
  const written = writtenOf(link);
  const isThere = link.state === 'WRITTEN' || link.state === 'PENDING';
  if (!isThere || (link.endsAt ?? event.endsAt) <= tx.now) return null;
  return stepAt(tx, link, { event: null, written, unsure: written === null ? event : null });
}

const writtenOf = ({ eventId, etag }: CalendarEventLink): WrittenEvent | null =>
  eventId === null ? null : { eventId, etag };

/** Null where its calendar cannot be reached any more, or not now. */
async function stepAt(
  { em }: Planning,
  link: CalendarEventLink,
  step: Pick<ExportStep, 'event' | 'written' | 'unsure'>,
): Promise<ExportStep | null> {
  const calendar = await em.findOne(ConnectedCalendar, {
    ...{ id: link.calendar.id, goneAt: null },
    connection: { status: 'CONNECTED' },
  });
  if (calendar === null) return null;
  const { externalId, timeZone } = calendar;
  return { ...step, linkId: link.id, connectionId: calendar.connection.id, place: { externalId, timeZone } };
}
