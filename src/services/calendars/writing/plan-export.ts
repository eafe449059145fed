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
  const isWanted = booking.status === 'CONFIRMED' && booking.endsAt > tx.now;
  const target = isWanted ? await receiving(tx, artisan.id) : null;
  if (target !== null && !links.some(({ calendar }) => calendar.id === target.id))
    links.push(tx.em.create(CalendarEventLink, { booking, calendar: target, state: 'PENDING' }));
  const event = ownEvent(booking, artisan, tx.config);
  const steps: ExportStep[] = [];
  for (const link of links.toSorted((a, b) => Number(b.calendar.id === target?.id) - Number(a.calendar.id === target?.id))) {
    const step = await stepOf(tx, link, link.calendar.id === target?.id ? event : null);
    if (step !== null) steps.push(step);
  }
  return steps;
}

const receiving = ({ em }: Planning, artisan: string): Promise<ConnectedCalendar | null> =>
  em.findOne(ConnectedCalendar, {
    ...{ receivesBookings: true, goneAt: null },
    connection: { artisan, status: 'CONNECTED' },
  });

/** Null where there is nothing to do: it is written as it is, was never written, or the artisan deleted it and has yet to say what becomes of it. */
async function stepOf({ em, now }: Planning, link: CalendarEventLink, event: OwnEvent | null): Promise<ExportStep | null> {
  const isSame = link.state === 'WRITTEN' && link.writtenSequence === event?.sequence;
  const isNothing = event === null && (link.state === 'REMOVED' || link.state === 'LOST' || link.eventId === null);
  const isAwaited = event !== null && link.state === 'LOST' && link.writtenSequence === event.sequence;
  const isOver = event === null && link.endsAt !== null && link.endsAt <= now;
  if (isSame || isNothing || isAwaited || isOver) return null;
  const calendar = await em.findOne(
    ConnectedCalendar,
    { id: link.calendar.id, goneAt: null, connection: { status: 'CONNECTED' } },
    { fields: ['id', 'externalId', 'timeZone', 'connection'] },
  );
  if (calendar === null) return null;
  const isThere = link.state === 'WRITTEN' || link.state === 'PENDING';
  if (event !== null) link.state = 'PENDING';
  return {
    ...{ linkId: link.id, connectionId: calendar.connection.id, event },
    place: { externalId: calendar.externalId, timeZone: calendar.timeZone },
    written: link.eventId !== null && isThere ? { eventId: link.eventId, etag: link.etag } : null,
  };
}
