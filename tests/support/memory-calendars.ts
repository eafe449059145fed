/** Calendars that live in memory: a provider whose answers and faults a test says, behind the interface of all of them. */
import {
  CalendarFailure,
  type CalendarChanges,
  type CalendarConnector,
  type CalendarCredentials,
  type FoundCalendar,
  type FoundEvent,
  type FoundOccurrence,
  type OwnEvent,
} from '../../src/services/adapters/calendars/port.ts';

const hourMs = 3_600_000;

/** An event that takes an hour unless the facts say otherwise. */
export const occurrence = (startsAt: string, facts: Partial<FoundOccurrence> = {}): FoundOccurrence => ({
  key: 'single',
  startsAt: new Date(startsAt),
  endsAt: new Date(Date.parse(startsAt) + hourMs),
  ...{ isAllDay: false, isTentative: false, isUnanswered: false, title: 'Dentiste', ...facts },
});

export interface MemoryCalendar extends FoundCalendar {
  readonly events: Map<string, FoundEvent>;
}

export interface MemoryCalendars {
  readonly connector: CalendarConnector;
  /** The only calendar of the account, until a test adds others. */
  readonly main: MemoryCalendar;
  readonly all: Map<string, MemoryCalendar>;
  /** Puts an event of somebody, or changes it. */
  put(eventId: string, ...occurrences: FoundOccurrence[]): void;
  remove(eventId: string): void;
  /** The next call of this kind fails. */
  failing(call: MemoryCall, failure: CalendarFailure): void;
  /** What happens while the next reading is under way. */
  during(work: () => Promise<void>): void;
  /** What was asked, in order. */
  readonly calls: MemoryCall[];
  /** What opens the account now; refreshed tokens replace it. */
  valid: string;
  /** Events that were not readable, the next time. */
  skipped: readonly string[];
  /** Incremental readings: only what changed since. */
  readonly channels: Set<string>;
}

export type MemoryCall = 'calendars' | 'changes' | 'put' | 'remove' | 'refresh' | 'revoke' | 'watch' | 'unwatch';

/** Credentials of an account whose access token is its number. */
export const tokens = (number: string, expiresAt = '2030-01-01T00:00:00.000Z'): CalendarCredentials => ({
  ...{ kind: 'TOKENS', accessToken: number, refreshToken: `refresh-${number}`, expiresAt, scopes: 'calendar' },
});

const secretOf = (credentials: CalendarCredentials): string =>
  credentials.kind === 'TOKENS' ? credentials.accessToken : credentials.kind === 'PASSWORD' ? credentials.password : '';

export function memoryCalendars({ hasOauth = false } = {}): MemoryCalendars {
  const faults: { call: MemoryCall; failure: CalendarFailure }[] = [];
  const log: { eventId: string; calendar: string }[] = [];
  let meanwhile: (() => Promise<void>) | undefined;
  const main: MemoryCalendar = {
    ...{ externalId: 'https://cal.example.org/main/', name: 'Atelier', timeZone: 'Europe/Paris' },
    ...{ isWritable: true, isPrimary: true, events: new Map() },
  };
  const memory: MemoryCalendars = {
    main,
    all: new Map([[main.externalId, main]]),
    ...{ calls: [], valid: 'secret', skipped: [], channels: new Set() },
    put: (eventId, ...occurrences) => {
      main.events.set(eventId, { eventId, etag: `"${log.length}"`, bookingId: null, occurrences });
      log.push({ eventId, calendar: main.externalId });
    },
    remove: (eventId) => {
      main.events.delete(eventId);
      log.push({ eventId, calendar: main.externalId });
    },
    failing: (call, failure) => void faults.push({ call, failure }),
    during: (work) => void (meanwhile = work),
    connector: {
      async calendars(credentials) {
        begin('calendars', credentials);
        return [...memory.all.values()];
      },
      async changes(credentials, { externalId }, { syncToken }) {
        const calendar = begin('changes', credentials, externalId);
        const answer = changesOf(calendar, syncToken);
        const work = meanwhile;
        meanwhile = undefined;
        await work?.();
        return answer;
      },
      writer: {
        async put(credentials, { externalId }, event, written) {
          const calendar = begin('put', credentials, externalId);
          const eventId = `own-${event.bookingId}`;
          const there = calendar.events.get(eventId);
          if (written !== null && there === undefined) throw new CalendarFailure('GONE', 'EVENT_GONE');
          if (written !== null && there?.etag !== written.etag) throw new CalendarFailure('CHANGED', 'ETAG');
          const etag = `"${log.length}"`;
          calendar.events.set(eventId, { eventId, etag, bookingId: event.bookingId, occurrences: [asFound(event)] });
          log.push({ eventId, calendar: externalId });
          return { eventId, etag };
        },
        async remove(credentials, { externalId }, { eventId }) {
          begin('remove', credentials, externalId).events.delete(eventId);
          log.push({ eventId, calendar: externalId });
        },
      },
      pusher: {
        async watch(credentials, { externalId }, { id }) {
          begin('watch', credentials, externalId);
          memory.channels.add(id);
          return { id, resource: `resource-${id}`, expiresAt: new Date(Date.now() + 48 * hourMs) };
        },
        async unwatch(credentials, { id }) {
          begin('unwatch', credentials);
          memory.channels.delete(id);
        },
      },
      ...(hasOauth
        ? {
            oauth: {
              authorizeUrl: async () => 'https://provider.example.org/',
              readReturn: async () => ({ account: 'atelier@example.org', credentials: tokens('secret') }),
              async refresh() {
                memory.calls.push('refresh');
                fail('refresh');
                memory.valid = `${memory.valid}+`;
                return tokens(memory.valid);
              },
              async revoke() {
                memory.calls.push('revoke');
                fail('revoke');
              },
            },
          }
        : {}),
    },
  };
  const asFound = ({ startsAt, endsAt, title }: OwnEvent): FoundOccurrence =>
    occurrence(startsAt.toISOString(), { endsAt, title });
  function fail(call: MemoryCall): void {
    const at = faults.findIndex((fault) => fault.call === call);
    if (at >= 0) throw (faults.splice(at, 1)[0] as { failure: CalendarFailure }).failure;
  }
  function begin(call: MemoryCall, credentials: CalendarCredentials, externalId = main.externalId): MemoryCalendar {
    memory.calls.push(call);
    fail(call);
    if (secretOf(credentials) !== memory.valid) throw new CalendarFailure('REFUSED', 'INVALID_GRANT');
    const calendar = memory.all.get(externalId);
    if (calendar === undefined) throw new CalendarFailure('GONE', 'CALENDAR_GONE');
    return calendar;
  }
  function changesOf(calendar: MemoryCalendar, syncToken: string | null): CalendarChanges {
    const answer = { syncToken: String(log.length), skipped: memory.skipped };
    if (syncToken === null) return { ...answer, isComplete: true, events: [...calendar.events.values()], removed: [] };
    const since = log.slice(Number(syncToken)).filter((change) => change.calendar === calendar.externalId);
    const ids = [...new Set(since.map(({ eventId }) => eventId))];
    return {
      ...{ ...answer, isComplete: false, removed: ids.filter((id) => !calendar.events.has(id)) },
      events: ids.flatMap((id) => calendar.events.get(id) ?? []),
    };
  }
  return memory;
}
