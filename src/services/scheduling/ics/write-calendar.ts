import ical, { ICalAttendeeRole, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

export interface CalendarPerson {
  readonly name: string;
  readonly email: string;
}

/** One appointment as calendar programs keep it. Whoever has an older one under its `uid` replaces it by the greater sequence. */
export interface CalendarEntry {
  /** The same for all versions of one appointment. */
  readonly uid: string;
  readonly sequence: number;
  /** When this version was made. */
  readonly stampedAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly summary: string;
  /** Empty for none. */
  readonly description: string;
  /** Empty for none. */
  readonly location: string;
  readonly url?: string | undefined;
  readonly organizer?: CalendarPerson | undefined;
  readonly attendee?: CalendarPerson | undefined;
  readonly isCancelled: boolean;
  /** It is asked for, or waits for its payment. */
  readonly isTentative?: boolean | undefined;
}

export interface CalendarText {
  /** Of an invitation; a file to be read has none. */
  readonly method?: 'REQUEST' | 'CANCEL' | undefined;
  readonly name?: string | undefined;
  readonly entries: readonly CalendarEntry[];
}

/**
 * iCalendar (RFC 5545), in UTC instants only: a local time would need the rules of its zone beside it. An invitation names its
 * organizer by a bare address, without which some programs offer no answer (RFC 5546).
 */
export function writeCalendar({ method, name, entries }: CalendarText): string {
  const calendar = emptyCalendar();
  if (method !== undefined) calendar.method(ICalCalendarMethod[method]);
  if (name !== undefined) calendar.name(name);
  for (const entry of entries) calendar.createEvent(eventOf(entry));
  return calendar.toString();
}

const emptyCalendar = () => ical({ prodId: { company: 'Atelier', product: 'Appointments', language: 'EN' } });

/** What a file of many entries begins and ends with; the entries are between, by `writeEntry`. */
export const calendarEnd = 'END:VCALENDAR\r\n';
export const calendarBegin = `${emptyCalendar()
  .toString()
  .trimEnd()
  .replace(/END:VCALENDAR$/, '')}`;

/** One entry of such a file. */
export function writeEntry(entry: CalendarEntry): string {
  const whole = writeCalendar({ entries: [entry] });
  return whole.slice(whole.indexOf('BEGIN:VEVENT'), whole.lastIndexOf('END:VCALENDAR'));
}

const statusOf = ({ isCancelled, isTentative }: CalendarEntry): ICalEventStatus => {
  if (isCancelled) return ICalEventStatus.CANCELLED;
  return isTentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
};

const eventOf = (entry: CalendarEntry) => ({
  id: entry.uid,
  sequence: entry.sequence,
  stamp: entry.stampedAt,
  start: entry.startsAt,
  end: entry.endsAt,
  summary: entry.summary,
  description: entry.description === '' ? null : entry.description,
  location: entry.location === '' ? null : entry.location,
  url: entry.url ?? null,
  organizer: entry.organizer ?? null,
  status: statusOf(entry),
  attendees: entry.attendee ? [{ ...entry.attendee, role: ICalAttendeeRole.REQ, rsvp: false }] : [],
});
