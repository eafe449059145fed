import { CalendarEventLink } from '../../../entities/calendars/calendar-event-link.entity.ts';
import type { ConnectedCalendar } from '../../../entities/calendars/connected-calendar.entity.ts';
import { Booking } from '../../../entities/scheduling/booking.entity.ts';
import type { CalendarChanges, CalendarWindow, FoundEvent, FoundOccurrence } from '../../adapters/calendars/port.ts';
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
  for (const event of changes.events) {
    const link = byHash.get(fingerprint(event.eventId));
    if (link !== undefined) await judgePresent(tx, link, { event, seen });
    else if (event.bookingId === null) others.push(event);
  }
  for (const link of links.filter(isMissing(judging))) if (isJudged(link, seen)) await loseEvent(tx, link);
  return others;
}

/** Of a whole reading what is not in it; else what is said to be gone. */
function isMissing({ changes, window }: Judging): (link: CalendarEventLink) => boolean {
  const hashes = new Set((changes.isComplete ? changes.events.map(idOf) : changes.removed).map(fingerprint));
  return (link) =>
    changes.isComplete ? !hashes.has(link.eventHash ?? '') && isWithin(link, window) : hashes.has(link.eventHash ?? '');
}

const idOf = ({ eventId }: FoundEvent): string => eventId;

const isSeen = ({ id, version }: CalendarEventLink, seen: SeenLinks): boolean => seen.get(id) === version;

/** One that is being written is not: it is what it will be. */
const isJudged = (link: CalendarEventLink, seen: SeenLinks): boolean =>
  (link.state === 'WRITTEN' || link.state === 'LOST') && isSeen(link, seen);

const isWithin = ({ startsAt, endsAt }: CalendarEventLink, { from, to }: CalendarWindow): boolean =>
  startsAt !== null && endsAt !== null && startsAt < to && endsAt > from;

interface SeenEvent {
  readonly event: FoundEvent;
  readonly seen: SeenLinks;
}

async function judgePresent(tx: ConflictTx, link: CalendarEventLink, { event, seen }: SeenEvent): Promise<void> {
  if (!isSeen(link, seen)) return;
  const isWhatItWillBe = !isJudged(link, seen);
  link.etag = event.etag;
  if (isWhatItWillBe) return;
  const [found] = event.occurrences;
  if (found === undefined) return;
  const booking = await bookingToCome(tx, link);
  if (link.state === 'LOST') link.state = 'WRITTEN';
  const isMoved = booking !== null && !isAt(found, link) && !isAt(found, booking);
  await (isMoved ? openMoved(tx, { link, booking, found }) : closeOwn(tx, link));
}

const closeOwn = (tx: ConflictTx, { booking, calendar }: CalendarEventLink, but: object = {}): Promise<void> =>
  vanishConflicts(tx, { booking: booking.id, calendar: calendar.id, kind: { $ne: 'OVERLAP' }, ...but });

interface Moved {
  readonly link: CalendarEventLink;
  readonly booking: Booking;
  readonly found: FoundOccurrence;
}

/** Of several moves in a row the last one counts. */
async function openMoved(tx: ConflictTx, { link, booking, found }: Moved): Promise<void> {
  const causeHash = fingerprint(`${found.startsAt.toISOString()}/${found.endsAt.toISOString()}`);
  await closeOwn(tx, link, { $not: { kind: 'OWN_EVENT_MOVED', causeHash } });
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
  const booking = await bookingToCome(tx, link);
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
async function bookingToCome({ em, now }: ConflictTx, link: CalendarEventLink): Promise<Booking | null> {
  const booking = await em.findOne(Booking, { id: link.booking.id });
  return booking?.status === 'CONFIRMED' && booking.endsAt > now ? booking : null;
}
