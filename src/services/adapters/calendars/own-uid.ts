import { isId } from '../../kernel/ids.ts';
import type { FoundEvent } from './port.ts';
import type { ReadEvent } from './ics/read-calendar.ts';

/**
 * What was read, with our own events recognised: those of bookings by their UID, which is the booking’s id at our host; whatever else
 * comes from our host, such as a feed of ours that came back, takes no time.
 */
export function foundEvent({ eventId, uid, occurrences }: ReadEvent, etag: string | null, ownHost: string): FoundEvent {
  const isOwn = uid.endsWith(`@${ownHost}`);
  const name = uid.slice(0, -ownHost.length - 1);
  const bookingId = isOwn && isId(name) ? name.toLowerCase() : null;
  return { eventId, etag, bookingId, occurrences: isOwn && bookingId === null ? [] : occurrences };
}
