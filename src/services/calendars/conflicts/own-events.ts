import { CalendarEventLink } from '../../../entities/calendars/calendar-event-link.entity.ts';
import type { ConnectedCalendar } from '../../../entities/calendars/connected-calendar.entity.ts';
import { Booking } from '../../../entities/scheduling/booking.entity.ts';
import type { CalendarChanges, CalendarWindow, FoundEvent } from '../../adapters/calendars/port.ts';
import { fingerprint } from '../../kernel/ids.ts';
import type { Db } from '../../platform/context.ts';
import { openConflict, vanishConflicts, type ConflictTx } from './open-conflict.ts';

/** The versions of the links of a calendar when its reading began: one that was written meanwhile is not judged by what is older. */
export type SeenLinks = ReadonlyMap<string, number>;

export async function seenLinks(db: Db, calendarId: string, now: Date): Promise<SeenLinks> {
  const rows = await db
    .selectFrom('calendar_event_link')
    .select(['id', 'version'])
    .where('calendar_id', '=', calendarId)
    .where('ends_at', '>', now)
    .execute();
  return new Map(rows.map(({ id, version }) => [id, version]));
}

interface Judging {
  readonly calendar: ConnectedCalendar;
  readonly window: CalendarWindow;
  readonly changes: CalendarChanges;
  readonly seen: SeenLinks;
}

/**
 * Compares the events that we wrote with what they are now: one that the artisan moved or deleted is a conflict, one that is as we wrote
 * it is none any more. Answers the other events: ours never block.
 */
export async function judgeOwnEvents(tx: ConflictTx, judging: Judging): Promise<FoundEvent[]> {
  const { calendar, window, changes, seen } = judging;
  const links = await tx.em.find(CalendarEventLink, { calendar: calendar.id, endsAt: { $gt: window.from } });
  const byHash = new Map(links.map((link) => [link.eventHash ?? '', link]));
  const others: FoundEvent[] = [];
  const present = new Set<CalendarEventLink>();
  for (const event of changes.events) {
    const link = byHash.get(fingerprint(event.eventId));
    if (link !== undefined) present.add(link);
    if (link !== undefined && isJudged(link, seen)) await judgePresent(tx, link, event);
    if (link === undefined && event.bookingId === null) others.push(event);
  }
  const removed = new Set(changes.removed.map(fingerprint));
  for (const link of links) {
    const isGone = changes.isComplete ? !present.has(link) && isWithin(link, window) : removed.has(link.eventHash ?? '');
    if (isGone && isJudged(link, seen)) await loseEvent(tx, link);
  }
  return others;
}

const isJudged = ({ id, version, state }: CalendarEventLink, seen: SeenLinks): boolean =>
  (state === 'WRITTEN' || state === 'LOST') && seen.get(id) === version;

const isWithin = ({ startsAt, endsAt }: CalendarEventLink, { from, to }: CalendarWindow): boolean =>
  startsAt !== null && endsAt !== null && startsAt < to && endsAt > from;

async function judgePresent(tx: ConflictTx, link: CalendarEventLink, event: FoundEvent): Promise<void> {
  link.etag = event.etag;
  const [found] = event.occurrences;
  if (found === undefined) return;
  const booking = await standing(tx, link);
  const isMoved = !isAt(found, link) && booking !== null && !isAt(found, booking);
  const causeHash = fingerprint(`${found.startsAt.toISOString()}/${found.endsAt.toISOString()}`);
  if (link.state === 'LOST') link.state = 'WRITTEN';
  await vanishConflicts(tx, {
    ...{ booking: link.booking.id, calendar: link.calendar.id, kind: { $ne: 'OVERLAP' } },
    ...(isMoved ? { $not: { kind: 'OWN_EVENT_MOVED', causeHash } } : {}),
  });
  if (isMoved)
    await openConflict(tx, {
      ...{ artisanId: booking.artisan.id, bookingId: booking.id, calendarId: link.calendar.id },
      ...{ kind: 'OWN_EVENT_MOVED', causeHash, eventStartsAt: found.startsAt, eventEndsAt: found.endsAt },
    });
}

interface Times {
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
}

const isAt = (found: Times, where: Times): boolean =>
  found.startsAt?.getTime() === where.startsAt?.getTime() && found.endsAt?.getTime() === where.endsAt?.getTime();

/** The artisan deleted the event of a booking that stands: they decide what becomes of it. */
export async function loseEvent(tx: ConflictTx, link: CalendarEventLink): Promise<void> {
  const booking = await standing(tx, link);
  if (booking === null || link.state === 'LOST') return;
  Object.assign(link, { state: 'LOST', writtenSequence: booking.sequence });
  await vanishConflicts(tx, { booking: booking.id, calendar: link.calendar.id, kind: 'OWN_EVENT_MOVED' });
  await openConflict(tx, {
    ...{ artisanId: booking.artisan.id, bookingId: booking.id, calendarId: link.calendar.id },
    ...{ kind: 'OWN_EVENT_DELETED', causeHash: fingerprint(`deleted:${booking.sequence}`) },
    ...{ eventStartsAt: null, eventEndsAt: null },
  });
}

/** The booking, while it is to take place. */
async function standing({ em, now }: ConflictTx, link: CalendarEventLink): Promise<Booking | null> {
  const booking = await em.findOne(Booking, { id: link.booking.id });
  return booking?.status === 'CONFIRMED' && booking.endsAt > now ? booking : null;
}
