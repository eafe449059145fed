import { fingerprint } from '../../../kernel/ids.ts';
import type { GuardedFetch } from '../../http/guarded-fetch.ts';
import { answered } from '../http-outcome.ts';
import { foundEvent } from '../own-uid.ts';
import { CalendarFailure, type CalendarConnector, type CalendarCredentials } from '../port.ts';
import { readInThread } from './reader-threads.ts';

export interface IcsFeedParts {
  readonly fetch: GuardedFetch;
  /** The host of our own UIDs. */
  readonly ownHost: string;
}

/** The address is a secret, and kept sealed: the calendar is known by its fingerprint. */
const externalIdOf = (credentials: CalendarCredentials): string => fingerprint(addressOf(credentials));

/** An address of an `.ics` file, which is read whole: its state (ETag, or the time of its last change) says whether it is as it was. */
export function icsFeed({ fetch, ownHost }: IcsFeedParts): CalendarConnector {
  const load = async (credentials: CalendarCredentials, syncToken: string | null) =>
    answered(
      fetch(addressOf(credentials), { headers: { accept: 'text/calendar', ...conditionOf(syncToken) } }),
      syncToken === null ? [200] : [200, 304],
    );
  return {
    async calendars(credentials) {
      const { text } = await load(credentials, null);
      const { name, timeZone } = await readInThread({
        ...wholeFile(text),
        timeZone: 'UTC',
        window: { from: 0, to: 0 },
      });
      const { hostname } = new URL(addressOf(credentials));
      const externalId = externalIdOf(credentials);
      return [{ externalId, name: (name ?? hostname).slice(0, 255), timeZone, isWritable: false, isPrimary: true }];
    },
    async changes(credentials, { timeZone }, { syncToken, window }) {
      const { status, text, headers } = await load(credentials, syncToken);
      if (status === 304) return { isComplete: false, events: [], removed: [], skipped: [], syncToken };
      const span = { from: window.from.getTime(), to: window.to.getTime() };
      const { events, skipped } = await readInThread({ ...wholeFile(text), timeZone, window: span });
      return {
        isComplete: true,
        events: events.map((event) => foundEvent(event, null, ownHost)),
        removed: [],
        syncToken: stateOf(headers),
        skipped,
      };
    },
  };
}

const wholeFile = (text: string) => ({ sources: [{ eventId: null, text }], owner: [] });

/** `webcal:` is what calendar programs call such an address. */
function addressOf(credentials: CalendarCredentials): string {
  if (credentials.kind !== 'ADDRESS') throw new CalendarFailure('UNREADABLE', 'NO_ADDRESS');
  return credentials.url.trim().replace(/^webcals?:/i, 'https:');
}

function stateOf(headers: { get(name: string): string | null }): string | null {
  const etag = headers.get('etag');
  const changed = headers.get('last-modified');
  return etag !== null ? `etag ${etag}` : changed !== null ? `changed ${changed}` : null;
}

function conditionOf(state: string | null): Record<string, string> {
  const [, kind, value] = /^(etag|changed) (.+)$/.exec(state ?? '') ?? [];
  if (value === undefined) return {};
  return kind === 'etag' ? { 'if-none-match': value } : { 'if-modified-since': value };
}
