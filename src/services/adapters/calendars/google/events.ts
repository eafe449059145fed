import { z } from 'zod';
import { isWithin, startOfLocalDate, titleOf, type EventTime } from '../occurrence.ts';
import type { CalendarPlace, CalendarWindow, FoundEvent, FoundOccurrence } from '../port.ts';

/** The private property of an event of ours: its booking. */
export const bookingProperty = 'atelierBooking';

/** Google's id of an event may be chosen: letters of base32hex, so a UUID without its dashes. */
export const ownEventId = (bookingId: string): string => bookingId.replaceAll('-', '');

const time = z.looseObject({
  date: z.string().nullish(),
  dateTime: z.string().nullish(),
  timeZone: z.string().nullish(),
});

const readable = z.looseObject({
  id: z.string().min(1),
  etag: z.string().nullish(),
  status: z.string().nullish(),
  summary: z.string().nullish(),
  transparency: z.string().nullish(),
  eventType: z.string().nullish(),
  start: time.nullish(),
  end: time.nullish(),
  attendees: z.array(z.looseObject({ self: z.boolean().nullish(), responseStatus: z.string().nullish() })).nullish(),
  extendedProperties: z.looseObject({ private: z.record(z.string(), z.string()).nullish() }).nullish(),
});
export type GoogleEvent = z.infer<typeof readable>;

/** The fields that are read; nothing else of an event leaves Google. */
export const eventFields =
  'id,etag,status,summary,transparency,eventType,start,end,attendees(self,responseStatus),extendedProperties/private';

/** Undefined for what is no event. */
export const googleEventIn = (item: unknown): GoogleEvent | undefined => readable.safeParse(item).data;

/** A deleted event, and an occurrence that was taken out of its series: nothing but its id is certain to be there. */
export const isGone = ({ status }: GoogleEvent): boolean => status === 'cancelled';

/**
 * An event of ours, or one that may take time. Google expands series: each occurrence is an event with an id of its own. A copy of an
 * event of ours has another id, and is somebody's own appointment. Throws for a time that cannot be read.
 */
export function foundEventOf(
  event: GoogleEvent,
  { calendar, window }: { readonly calendar: CalendarPlace; readonly window: CalendarWindow },
): FoundEvent {
  const bookingId = bookingOf(event);
  const taken = bookingId === null && isFree(event) ? null : timeOf(event, calendar.timeZone);
  return {
    eventId: event.id,
    etag: event.etag ?? null,
    bookingId,
    occurrences: taken !== null && isWithin(taken, window) ? [occurrenceOf(event, taken)] : [],
  };
}

function occurrenceOf(event: GoogleEvent, taken: EventTime): FoundOccurrence {
  const answer = ownAnswer(event);
  return {
    key: 'single',
    ...taken,
    isTentative: event.status === 'tentative' || answer === 'tentative',
    isUnanswered: answer === 'needsAction',
    title: titleOf(event.summary),
  };
}

function bookingOf({ id, extendedProperties }: GoogleEvent): string | null {
  const bookingId = extendedProperties?.private?.[bookingProperty];
  return bookingId !== undefined && ownEventId(bookingId) === id ? bookingId : null;
}

const quiet: ReadonlySet<string> = new Set(['workingLocation', 'birthday']);

const isFree = (event: GoogleEvent): boolean =>
  event.transparency === 'transparent' || quiet.has(event.eventType ?? '') || ownAnswer(event) === 'declined';

/** What the owner of the calendar answered to an invitation. */
const ownAnswer = ({ attendees }: GoogleEvent): string | undefined =>
  attendees?.find(({ self }) => self === true)?.responseStatus ?? undefined;

/** All-day events are dates, the last one excluded, in the calendar's own zone. */
function timeOf({ start, end }: GoogleEvent, zone: string): EventTime {
  const isAllDay = typeof start?.date === 'string';
  return { startsAt: instantOf(start, zone), endsAt: instantOf(end, zone), isAllDay };
}

function instantOf(at: z.infer<typeof time> | null | undefined, zone: string): Date {
  if (typeof at?.date === 'string') return startOfLocalDate(at.date, zone);
  const text = at?.dateTime ?? '';
  const hasDistance = /(?:Z|[+-]\d\d:\d\d)$/.test(text);
  const { epochMilliseconds } = hasDistance
    ? Temporal.Instant.from(text)
    : Temporal.PlainDateTime.from(text).toZonedDateTime(at?.timeZone ?? zone);
  return new Date(epochMilliseconds);
}
