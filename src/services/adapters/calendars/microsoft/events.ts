import { z } from 'zod';
import { timeZoneNamed } from '../../../kernel/time-zone.ts';
import { isWithin, startOfLocalDate, titleOf, type EventTime } from '../occurrence.ts';
import type { CalendarPlace, CalendarWindow, FoundEvent, FoundOccurrence } from '../port.ts';

/** The name of the property that holds the booking of an event of ours. The UUID names a set of properties: ours alone. */
export const bookingPropertyId = 'String {5d7f3a52-6b1e-4c7c-9d0a-2f8e1b9c4a37} Name atelierBooking';

const point = z.looseObject({ dateTime: z.string(), timeZone: z.string().nullish() });

const readable = z.looseObject({
  id: z.string().min(1),
  '@removed': z.unknown().optional(),
  '@odata.etag': z.string().nullish(),
  type: z.string().nullish(),
  seriesMasterId: z.string().nullish(),
  subject: z.string().nullish(),
  start: point.nullish(),
  end: point.nullish(),
  isAllDay: z.boolean().nullish(),
  isCancelled: z.boolean().nullish(),
  showAs: z.string().nullish(),
  responseStatus: z.looseObject({ response: z.string().nullish() }).nullish(),
  transactionId: z.string().nullish(),
});
export type GraphEvent = z.infer<typeof readable>;

/** Undefined for what is no event. */
export const graphEventIn = (item: unknown): GraphEvent | undefined => readable.safeParse(item).data;

/** Graph says of an occurrence when it is, and leaves the rest to its series. */
export const leavesToSeries = ({ type, showAs, seriesMasterId }: GraphEvent): boolean =>
  type === 'occurrence' && typeof seriesMasterId === 'string' && typeof showAs !== 'string';

interface Where {
  readonly calendar: CalendarPlace;
  readonly window: CalendarWindow;
  /** Of an occurrence that leaves what it is to its series. */
  readonly master: GraphEvent | undefined;
}

/**
 * An event of ours, or one that may take time; each occurrence is an event with an id of its own, and its series is none. Throws for a
 * time that cannot be read.
 */
export function foundEventOf(event: GraphEvent, { calendar, window, master }: Where): FoundEvent {
  const about = leavesToSeries(event) ? { ...event, ...sharedOf(master) } : event;
  const bookingId = bookingIn(event.transactionId);
  const isNone = event.type === 'seriesMaster' || (bookingId === null && isFree(about));
  const taken = isNone ? null : timeOf(about, calendar.timeZone);
  return {
    eventId: event.id,
    etag: event['@odata.etag'] ?? null,
    bookingId,
    occurrences: taken !== null && isWithin(taken, window) ? [occurrenceOf(about, taken)] : [],
  };
}

const occurrenceOf = ({ showAs, responseStatus, subject }: GraphEvent, taken: EventTime): FoundOccurrence => ({
  key: 'single',
  ...taken,
  isTentative: showAs === 'tentative' || responseStatus?.response === 'tentativelyAccepted',
  isUnanswered: responseStatus?.response === 'notResponded',
  title: titleOf(subject),
});

/** What the occurrences of a series have in common. */
const sharedOf = (master: GraphEvent | undefined): Partial<GraphEvent> => ({
  subject: master?.subject,
  isAllDay: master?.isAllDay,
  isCancelled: master?.isCancelled,
  showAs: master?.showAs,
  responseStatus: master?.responseStatus,
});

/** Working elsewhere is a place, not an appointment. */
const quiet: ReadonlySet<string> = new Set(['free', 'workingElsewhere']);

const isFree = ({ isCancelled, showAs, responseStatus }: GraphEvent): boolean =>
  isCancelled === true || quiet.has(showAs ?? '') || responseStatus?.response === 'declined';

/** Our word for a creation, which Graph gives back with the event and takes once. `again`: one that was used up by a deleted event. */
export const transactionOf = (bookingId: string, again = ''): string =>
  `atelier-${bookingId}${again === '' ? '' : `-${again}`}`;

const bookingIn = (transactionId: string | null | undefined): string | null =>
  /^atelier-([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?:-|$)/.exec(transactionId ?? '')?.[1] ?? null;

function timeOf({ start, end, isAllDay }: GraphEvent, zone: string): EventTime {
  if (start === null || start === undefined || end === null || end === undefined) throw new RangeError('No time');
  return isAllDay === true
    ? { startsAt: dayOf(start, zone), endsAt: dayOf(end, zone), isAllDay }
    : { startsAt: instantOf(start), endsAt: instantOf(end), isAllDay: false };
}

type Point = z.infer<typeof point>;

function instantOf({ dateTime, timeZone }: Point): Date {
  const zone = timeZoneNamed(timeZone ?? 'UTC');
  if (zone === undefined) throw new RangeError('Unknown zone');
  return new Date(Temporal.PlainDateTime.from(dateTime).toZonedDateTime(zone).epochMilliseconds);
}

/**
 * All-day events are dates of their calendar. They come as midnight in UTC, or as the instant of midnight where they were written:
 * noon of that day is on the same date.
 */
function dayOf(at: Point, zone: string): Date {
  const plain = Temporal.PlainDateTime.from(at.dateTime);
  if (plain.toPlainTime().equals(new Temporal.PlainTime()))
    return startOfLocalDate(plain.toPlainDate().toString(), zone);
  const noon = Temporal.Instant.fromEpochMilliseconds(instantOf(at).getTime()).add({ hours: 12 });
  return startOfLocalDate(noon.toZonedDateTimeISO(zone).toPlainDate().toString(), zone);
}
