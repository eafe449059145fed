import type { Clock } from '../../../kernel/clock.ts';
import type { GuardedFetch } from '../../http/guarded-fetch.ts';
import { readInThread } from '../ics/reader-threads.ts';
import { foundEvent } from '../own-uid.ts';
import type { CalendarConnector } from '../port.ts';
import { changesSince, readFiles, wholeWindow } from './collection.ts';
import { davClient } from './dav-client.ts';
import { discoverCalendars, ownerAddresses } from './discover.ts';
import { createEvent, replaceEvent } from './write-event.ts';

export interface CaldavParts {
  readonly fetch: GuardedFetch;
  readonly clock: Clock;
  /** The host of our own UIDs. */
  readonly ownHost: string;
}

/** CalDAV servers (RFC 4791): those of Apple and many others, with a password for applications. */
export const caldav = ({ fetch, clock, ownHost }: CaldavParts): CalendarConnector => ({
  calendars: (credentials) => discoverCalendars(davClient(fetch, credentials)),

  async changes(credentials, { externalId, timeZone }, { syncToken, window }) {
    const client = davClient(fetch, credentials);
    const known = syncToken === null ? undefined : await changesSince(client, externalId, syncToken);
    const { changed, removed, ...state } = known ?? (await wholeWindow(client, externalId, window));
    const files = await readFiles(client, externalId, changed);
    const { events, skipped } = await readInThread({
      sources: files.map(({ href, text }) => ({ eventId: href, text })),
      timeZone,
      window: { from: window.from.getTime(), to: window.to.getTime() },
      owner: files.some(({ text }) => text.includes('ATTENDEE')) ? await ownerAddresses(client) : [],
    });
    const etags = new Map(files.map(({ href, etag }) => [href, etag]));
    const found = events.map((event) => foundEvent(event, etags.get(event.eventId) ?? null, ownHost));
    const there = new Set(found.map(({ eventId }) => eventId));
    return { ...state, events: found, removed: [...removed, ...changed.filter((href) => !there.has(href))], skipped };
  },

  writer: {
    put(credentials, { externalId }, ...[event, written]) {
      const writing = { client: davClient(fetch, credentials), calendarUrl: externalId, event, now: clock.now() };
      return written === null ? createEvent(writing) : replaceEvent(writing, written);
    },
    async remove(credentials, _calendar, { eventId }) {
      await davClient(fetch, credentials).send(eventId, { method: 'DELETE' }, [200, 202, 204, 404, 410]);
    },
  },
});
