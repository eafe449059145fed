import type { GuardedAnswer } from '../../http/guarded-fetch.ts';
import { CalendarFailure, type OwnEvent, type WrittenEvent } from '../port.ts';
import { fileOfUid } from './collection.ts';
import type { DavClient } from './dav-client.ts';
import { eventText, sequenceIn } from './event-text.ts';
import { dav, textIn } from './multistatus.ts';

/** The file of a booking is named after it: writing twice is writing once. */
export const fileOfBooking = (calendarUrl: string, bookingId: string): string =>
  new URL(`${bookingId}.ics`, calendarUrl).href;

export interface Writing {
  readonly client: DavClient;
  readonly calendarUrl: string;
  readonly event: OwnEvent;
  readonly now: Date;
}

/** A new event, or one that was written without our having learnt it. */
export async function createEvent(writing: Writing): Promise<WrittenEvent> {
  const { client, calendarUrl, event } = writing;
  const url = fileOfBooking(calendarUrl, event.bookingId);
  const answer = await putEvent(writing, url, { 'if-none-match': '*' });
  if (answer.status < 300) return writtenAt(client, url, answer);
  // 412: there is such a file; 403 and 409: another has our UID.
  const found = await fileOfUid(client, calendarUrl, event.uid);
  if (found === undefined) throw new CalendarFailure('CHANGED', 'UID_ELSEWHERE');
  const written = { eventId: found.href, etag: found.etag };
  return sequenceIn(found.text) < event.sequence ? replaceEvent(writing, written) : written;
}

/** Over what we wrote, and nothing else. */
export async function replaceEvent(writing: Writing, { eventId, etag }: WrittenEvent): Promise<WrittenEvent> {
  const { client } = writing;
  const answer = await putEvent(writing, eventId, { 'if-match': etag ?? '*' });
  if (answer.status < 300) return writtenAt(client, eventId, answer);
  const { status } = await client.send(eventId, { method: 'GET' }, [200, 404, 410]);
  throw status === 200 ? new CalendarFailure('CHANGED', 'ETAG') : new CalendarFailure('GONE', `HTTP_${status}`);
}

const putEvent = ({ client, event, now }: Writing, url: string, condition: Record<string, string>) =>
  client.send(
    url,
    {
      method: 'PUT',
      headers: { 'content-type': 'text/calendar; charset=utf-8', ...condition },
      body: eventText(event, now),
    },
    [200, 201, 204, 'if-match' in condition ? 412 : 409, 412],
  );

/** A server that changes what it stores does not say the state of it. */
async function writtenAt(client: DavClient, url: string, { headers }: GuardedAnswer): Promise<WrittenEvent> {
  const said = headers.get('etag');
  if (said !== null) return { eventId: url, etag: said };
  const { resources } = await client.propfind(url, 0, '<d:getetag/>');
  return { eventId: url, etag: textIn(resources[0]?.props, `${dav}getetag`) };
}
