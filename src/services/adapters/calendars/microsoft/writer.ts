import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ApiAnswer } from '../api-call.ts';
import { CalendarFailure, type CalendarPlace, type OwnEvent, type WrittenEvent } from '../port.ts';
import { calendarOf, eventAt, type GraphApi } from './api.ts';
import { bookingPropertyId, transactionOf } from './events.ts';

const answered = z.looseObject({
  id: z.string().min(1),
  '@odata.etag': z.string().nullish(),
  subject: z.string().nullish(),
  start: z.looseObject({ dateTime: z.string() }).nullish(),
  end: z.looseObject({ dateTime: z.string() }).nullish(),
});
type Answered = z.infer<typeof answered>;

/** Graph chooses the id; our transaction makes creating twice harmless: the second time it answers the event of the first. */
export async function putEvent(
  api: GraphApi,
  calendar: CalendarPlace,
  { event, written }: { readonly event: OwnEvent; readonly written: WrittenEvent | null },
): Promise<WrittenEvent> {
  if (written !== null) return replace(api, { event, written });
  const answer = await create(api, calendar, { event, transactionId: transactionOf(event.bookingId) });
  if (answer.status === 409) return putAgain(api, calendar, event);
  const created = eventIn(answer);
  // The event of an earlier attempt, from before the booking was moved.
  if (!isAsSaid(created, event)) return replace(api, { event, written: { eventId: created.id, etag: null } });
  return writtenOf(created);
}

const create = (
  api: GraphApi,
  { externalId }: CalendarPlace,
  { event, transactionId }: { readonly event: OwnEvent; readonly transactionId: string },
): Promise<ApiAnswer> =>
  api.ask({
    method: 'POST',
    path: `${calendarOf(externalId)}/events`,
    body: {
      ...contentOf(event),
      transactionId,
      singleValueExtendedProperties: [{ id: bookingPropertyId, value: event.bookingId }],
    },
    expected: [409],
  });

/** The transaction is taken: by an event that is there, or by one that was deleted since, which needs another. */
async function putAgain(api: GraphApi, calendar: CalendarPlace, event: OwnEvent): Promise<WrittenEvent> {
  const found = await ownEventId(api, calendar, event.bookingId);
  if (found !== undefined) return replace(api, { event, written: { eventId: found, etag: null } });
  const transactionId = transactionOf(event.bookingId, randomUUID());
  const answer = await create(api, calendar, { event, transactionId });
  if (answer.status === 409) throw new CalendarFailure('UNREACHABLE', 'TRANSACTION_TAKEN');
  return writtenOf(eventIn(answer));
}

const list = z.looseObject({ value: z.array(z.looseObject({ id: z.string().min(1) })) });

async function ownEventId(
  api: GraphApi,
  { externalId }: CalendarPlace,
  bookingId: string,
): Promise<string | undefined> {
  const isOurs = `singleValueExtendedProperties/Any(ep: ep/id eq '${bookingPropertyId}' and ep/value eq '${bookingId}')`;
  const { body } = await api.ask({
    path: `${calendarOf(externalId)}/events`,
    query: { $filter: isOurs, $select: 'id', $top: '1' },
  });
  return list.safeParse(body).data?.value[0]?.id;
}

async function replace(
  api: GraphApi,
  { event, written: { eventId, etag } }: { readonly event: OwnEvent; readonly written: WrittenEvent },
): Promise<WrittenEvent> {
  const answer = await api.ask({ method: 'PATCH', path: eventAt(eventId), body: contentOf(event), etag });
  return writtenOf(eventIn(answer));
}

export async function removeEvent(api: GraphApi, { eventId }: WrittenEvent): Promise<void> {
  await api.ask({ method: 'DELETE', path: eventAt(eventId), expected: [404, 410] });
}

const contentOf = (event: OwnEvent): Record<string, unknown> => ({
  subject: event.title,
  body: { contentType: 'text', content: event.description },
  location: { displayName: event.location ?? '' },
  start: pointOf(event.startsAt),
  end: pointOf(event.endsAt),
  isAllDay: false,
  showAs: 'busy',
});

/** `2026-12-01T09:00:00.000`: a local time, beside its zone. */
const pointOf = (at: Date): { dateTime: string; timeZone: string } => ({
  dateTime: at.toISOString().slice(0, -1),
  timeZone: 'UTC',
});

const isAsSaid = ({ subject, start, end }: Answered, event: OwnEvent): boolean =>
  subject === event.title && isAt(start?.dateTime, event.startsAt) && isAt(end?.dateTime, event.endsAt);

const isAt = (text: string | undefined, at: Date): boolean => text?.slice(0, 19) === at.toISOString().slice(0, 19);

function eventIn({ body }: ApiAnswer): Answered {
  const found = answered.safeParse(body).data;
  if (found === undefined) throw new CalendarFailure('UNREADABLE', 'NO_EVENT');
  return found;
}

const writtenOf = (event: Answered): WrittenEvent => ({ eventId: event.id, etag: event['@odata.etag'] ?? null });
