import { z } from 'zod';
import { CalendarFailure, type CalendarPlace, type OwnEvent, type WrittenEvent } from '../port.ts';
import type { ApiAnswer } from '../api-call.ts';
import { eventsOf, type GoogleApi } from './api.ts';
import { bookingProperty, ownEventId } from './events.ts';

const fields = 'id,etag';
const alone = { sendUpdates: 'none', fields } as const;

/** An id of our own makes creating twice harmless: the second time it is there, and is written over. */
export async function putEvent(
  api: GoogleApi,
  calendar: CalendarPlace,
  { event, written }: { readonly event: OwnEvent; readonly written: WrittenEvent | null },
): Promise<WrittenEvent> {
  if (written !== null) return replace(api, calendar, { event, written });
  const id = ownEventId(event.bookingId);
  const answer = await api.ask({
    method: 'POST',
    path: eventsOf(calendar.externalId),
    query: alone,
    body: { id, ...contentOf(event) },
    expected: [409],
  });
  return answer.status === 409
    ? replace(api, calendar, { event, written: { eventId: id, etag: null } })
    : writtenIn(answer);
}

/** Also brings back an event that was deleted: its id is never free again. */
async function replace(
  api: GoogleApi,
  { externalId }: CalendarPlace,
  { event, written: { eventId, etag } }: { readonly event: OwnEvent; readonly written: WrittenEvent },
): Promise<WrittenEvent> {
  const answer = await api.ask({
    method: 'PATCH',
    path: `${eventsOf(externalId)}/${encodeURIComponent(eventId)}`,
    query: alone,
    body: contentOf(event),
    etag,
  });
  return writtenIn(answer);
}

export async function removeEvent(
  api: GoogleApi,
  { externalId }: CalendarPlace,
  { eventId }: WrittenEvent,
): Promise<void> {
  await api.ask({
    method: 'DELETE',
    path: `${eventsOf(externalId)}/${encodeURIComponent(eventId)}`,
    query: { sendUpdates: 'none' },
    expected: [404, 410],
  });
}

/** The identifier of mails cannot be given beside an id of our own. Null empties what an event of before had. */
const contentOf = (event: OwnEvent): Record<string, unknown> => ({
  status: 'confirmed',
  transparency: 'opaque',
  summary: event.title,
  description: event.description,
  location: event.location,
  start: pointOf(event.startsAt),
  end: pointOf(event.endsAt),
  extendedProperties: { private: { [bookingProperty]: event.bookingId } },
});

/** `date` is emptied, in case somebody made the event last all day. */
const pointOf = (at: Date): Record<string, unknown> => ({ dateTime: at.toISOString(), timeZone: 'UTC', date: null });

const answered = z.looseObject({ id: z.string().min(1), etag: z.string().nullish() });

function writtenIn({ body }: ApiAnswer): WrittenEvent {
  const found = answered.safeParse(body).data;
  if (found === undefined) throw new CalendarFailure('UNREADABLE', 'NO_EVENT');
  return { eventId: found.id, etag: found.etag ?? null };
}
