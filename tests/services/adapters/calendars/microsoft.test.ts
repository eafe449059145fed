import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { microsoftCalendars } from '../../../../src/services/adapters/calendars/microsoft/microsoft.ts';
import type { CalendarFailure } from '../../../../src/services/adapters/calendars/port.ts';
import { newSecret } from '../../../../src/services/kernel/ids.ts';
import { graphContract, microsoftCalendarServer } from '../../../support/microsoft-calendar.ts';

const clock = { now: () => new Date('2026-12-01T08:00:00Z') };
const window = { from: new Date('2026-11-30T00:00:00Z'), to: new Date('2027-04-30T00:00:00Z') };
const place = { externalId: 'cal-1', timeZone: 'Europe/Paris' };
const bookingId = '0197c000-0000-7000-8000-00000000000a';
const own = {
  bookingId,
  uid: `${bookingId}@exemple.fr`,
  sequence: 0,
  startsAt: new Date('2026-12-02T09:00:00Z'),
  endsAt: new Date('2026-12-02T10:00:00Z'),
  title: 'Léa M.',
  description: 'Code AC-ABCDEF',
  location: null,
};
const at = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
const timed = (id: string, rest: object = {}) => ({
  id,
  type: 'singleInstance',
  subject: `Rendez-vous ${id}`,
  showAs: 'busy',
  isAllDay: false,
  start: at('2026-12-03T09:00:00.0000000'),
  end: at('2026-12-03T10:00:00.0000000'),
  ...rest,
});

const failureOf = async (promise: Promise<unknown> | undefined): Promise<string> => {
  const error = (await promise?.then(String, (thrown: unknown) => thrown)) as CalendarFailure;
  return `${error.kind} ${error.code}${error.retryAfterSeconds === null ? '' : ` ${error.retryAfterSeconds}`}`;
};

beforeAll(() => {
  if (graphContract() === undefined) console.log('skipped: requests are not checked, ../shared/contracts is absent');
});

test('the description refuses what it does not know', () => {
  const check = (value: object) => graphContract()?.check('event', value) ?? ['absent'];
  expect(
    check({ subject: 'Oui', start: at('2026-12-01T08:00:00'), showAs: 'busy' }).filter((one) => one !== 'absent'),
  ).toEqual([]);
  for (const wrong of [{ title: 'x' }, { showAs: 'perhaps' }, { start: { at: '' } }, { isAllDay: 'no' }])
    expect(check(wrong)).toHaveLength(1);
});

let server: Awaited<ReturnType<typeof microsoftCalendarServer>>;
let microsoft: ReturnType<typeof microsoftCalendars>;
let tokens: ReturnType<typeof server.tokens>;
beforeEach(async () => {
  server = await microsoftCalendarServer();
  microsoft = microsoftCalendars({ ...server.client, tenant: 'common', clock });
  tokens = server.tokens();
});
afterEach(() => server.close());

const read = (syncToken: string | null = null) => microsoft.changes(tokens, place, { syncToken, window });

test('permission is asked for with one scope of calendars, and its refresh token is replaced each time', async () => {
  const flow = {
    redirectUri: 'https://api.exemple.fr/calendars/callback/microsoft',
    state: newSecret(),
    verifier: newSecret(),
  };
  const url = (await microsoft.oauth?.authorizeUrl(flow)) ?? '';
  expect(new URL(url).searchParams.get('scope')).toBe(
    'openid email profile offline_access https://graph.microsoft.com/Calendars.ReadWrite',
  );
  const back = await microsoft.oauth?.readReturn(
    server.allow(url, 'ana@outlook.com', 'openid Calendars.ReadWrite'),
    flow,
  );
  const first = back?.credentials ?? tokens;
  expect(back).toMatchObject({ account: 'ana@outlook.com', credentials: { kind: 'TOKENS' } });
  const second = (await microsoft.oauth?.refresh(first)) ?? first;
  expect(await failureOf(microsoft.oauth?.refresh(first))).toBe('REFUSED INVALID_GRANT');
  await microsoft.oauth?.revoke(second);
  await expect(microsoft.oauth?.refresh(second)).resolves.toBeDefined();
});

test('lists the calendars of the account', async () => {
  server.calendars.push({ id: 'cal-2', name: 'Anniversaires', canEdit: false });
  expect(await microsoft.calendars(tokens)).toEqual([
    { externalId: 'cal-1', name: 'Calendrier', timeZone: null, isWritable: true, isPrimary: true },
    { externalId: 'cal-2', name: 'Anniversaires', timeZone: null, isWritable: false, isPrimary: false },
  ]);
});

describe('reading', () => {
  test('takes three pages, the link from the last, then only what changed', async () => {
    server.pages.pageSize = 2;
    for (const id of ['a', 'b', 'c', 'd', 'e']) server.write(timed(id));
    const first = await read();
    expect(server.asked).toHaveLength(3);
    expect(first).toMatchObject({ isComplete: true, removed: [], skipped: [] });
    expect(first.events.map(({ eventId }) => eventId)).toEqual(['a', 'b', 'c', 'd', 'e']);
    server.erase('b');
    server.write({ ...timed('c'), showAs: 'free' });
    const second = await read(first.syncToken);
    expect(second).toMatchObject({ isComplete: false, removed: ['b'], events: [{ eventId: 'c', occurrences: [] }] });
  });

  test('a link that was forgotten, or that is another server’s, means everything anew', async () => {
    server.write(timed('a'));
    const { syncToken } = await read();
    server.forgetLinks();
    expect(await read(syncToken)).toMatchObject({ isComplete: true, events: [{ eventId: 'a' }], removed: [] });
    expect(await read('https://ailleurs.exemple/delta')).toMatchObject({ isComplete: true });
    server.calendars.length = 0;
    expect(await failureOf(read())).toBe('GONE ERROR_ITEM_NOT_FOUND');
    server.faults.push({
      kind: 'answer',
      status: 200,
      body: { value: [], '@odata.nextLink': 'https://ailleurs.exemple/' },
    });
    expect(await failureOf(read())).toBe('UNREADABLE FOREIGN_PAGE');
  });

  test('occurrences take from their series what they leave out, which is asked for when it did not come along', async () => {
    const occurrence = (id: string, seriesMasterId: string) => ({
      id,
      type: 'occurrence',
      seriesMasterId,
      start: at('2026-12-04T09:00:00.0000000'),
      end: at('2026-12-04T10:00:00.0000000'),
    });
    server.write(timed('series', { type: 'seriesMaster', subject: 'Chaque semaine', showAs: 'tentative' }));
    server.write(occurrence('o1', 'series'));
    const first = await read();
    expect(first.events).toMatchObject([
      { eventId: 'series', occurrences: [] },
      { eventId: 'o1', occurrences: [{ title: 'Chaque semaine', isTentative: true }] },
    ]);
    server.write(timed('quiet', { type: 'seriesMaster', showAs: 'free' }));
    const { syncToken } = await read(first.syncToken);
    server.write(occurrence('o2', 'quiet'));
    server.write(occurrence('o3', 'unknown'));
    const { events } = await read(syncToken);
    expect(events.map(({ eventId, occurrences }) => [eventId, occurrences.length])).toEqual([
      ['o2', 0],
      ['o3', 1],
    ]);
  });

  test('only what is busy takes time, tentative and unanswered are said', async () => {
    for (const showAs of ['free', 'workingElsewhere', 'oof', 'tentative']) server.write(timed(showAs, { showAs }));
    server.write(timed('cancelled', { isCancelled: true }));
    server.write(timed('declined', { responseStatus: { response: 'declined' } }));
    server.write(timed('open', { responseStatus: { response: 'notResponded' } }));
    const { events } = await read();
    expect(events.filter(({ occurrences }) => occurrences.length > 0)).toMatchObject([
      { eventId: 'oof', occurrences: [{ isTentative: false, startsAt: new Date('2026-12-03T09:00:00Z') }] },
      { eventId: 'tentative', occurrences: [{ isTentative: true }] },
      { eventId: 'open', occurrences: [{ isUnanswered: true }] },
    ]);
  });

  test('all-day events are days of the calendar’s zone, however they are written', async () => {
    const day = (id: string, start: string, end: string) =>
      timed(id, { isAllDay: true, start: at(start), end: at(end) });
    server.write(day('plain', '2027-03-28T00:00:00.0000000', '2027-03-29T00:00:00.0000000'));
    server.write(day('moved', '2027-03-27T23:00:00.0000000', '2027-03-28T22:00:00.0000000'));
    const { events } = await read();
    for (const { occurrences } of events)
      expect(occurrences).toMatchObject([
        { isAllDay: true, startsAt: new Date('2027-03-27T23:00:00Z'), endsAt: new Date('2027-03-28T22:00:00Z') },
      ]);
    expect(events).toHaveLength(2);
  });

  test('an event that cannot be read is counted, and the others are read', async () => {
    const value = [{}, timed('zone', { start: { dateTime: '2026-12-03T09:00:00', timeZone: 'Ailleurs' } }), timed('x')];
    server.faults.push({ kind: 'answer', status: 200, body: { value } });
    expect(await read()).toMatchObject({
      skipped: ['NO_EVENT', 'UNKNOWN_TIME'],
      events: [{ eventId: 'x' }],
      syncToken: null,
    });
  });

  test.each([
    [{ kind: 'answer', status: 429, headers: { 'retry-after': '30' } }, 'LIMITED HTTP_429 30'],
    [{ kind: 'answer', status: 503, headers: { 'retry-after': '9' } }, 'LIMITED HTTP_503 9'],
    [{ kind: 'answer', status: 503, headers: { 'retry-after': 'demain' } }, 'UNREACHABLE HTTP_503'],
    [
      { kind: 'answer', status: 401, body: { error: { code: 'InvalidAuthenticationToken' } } },
      'REFUSED INVALID_AUTHENTICATION_TOKEN',
    ],
    [{ kind: 'answer', status: 403, body: { error: { code: 'ErrorAccessDenied' } } }, 'GONE ERROR_ACCESS_DENIED'],
    [{ kind: 'hang' }, 'UNREACHABLE TIMEOUT'],
  ] as const)('%j is %s', async (fault, expected) => {
    server.faults.push(fault);
    expect(await failureOf(read())).toBe(expected);
  });
});

describe('writing', () => {
  const put = (event = own, written: { eventId: string; etag: string | null } | null = null) =>
    microsoft.writer?.put(tokens, place, event, written) ?? Promise.reject();
  const later = { ...own, startsAt: new Date('2026-12-04T09:00:00Z'), endsAt: new Date('2026-12-04T10:00:00Z') };

  test('creates an event once, even when the answer was lost and the booking moved meanwhile', async () => {
    server.faults.push({ kind: 'reset', isDone: true });
    expect(await failureOf(put())).toBe('UNREACHABLE NO_CONNECTION');
    expect(await put()).toEqual({ eventId: 'evt-1', etag: 'W/"1"' });
    expect(await put(later)).toEqual({ eventId: 'evt-1', etag: 'W/"2"' });
    const { events } = await read();
    expect(events).toMatchObject([{ eventId: 'evt-1', bookingId, occurrences: [{ startsAt: later.startsAt }] }]);
  });

  test('moves it while nobody else did', async () => {
    const written = await put();
    expect(await put(later, written)).toEqual({ eventId: 'evt-1', etag: 'W/"2"' });
    expect(await failureOf(put(own, written))).toBe('CHANGED ERROR_IRRESOLVABLE_CONFLICT');
    server.erase('evt-1');
    expect(await failureOf(put(own, { ...written, etag: null }))).toBe('GONE ERROR_ITEM_NOT_FOUND');
  });

  test('writes it anew after it was deleted, when Graph has used up its transaction too', async () => {
    server.pages.knowsRemovedTransactions = true;
    await put();
    server.erase('evt-1');
    expect(await put()).toMatchObject({ eventId: 'evt-2' });
    const { events } = await read();
    expect(events).toMatchObject([{ eventId: 'evt-2', bookingId }]);
    server.faults.push({ kind: 'answer', status: 409 });
    expect(await put(later)).toMatchObject({ eventId: 'evt-2', etag: 'W/"2"' });
  });

  test('removes it; what is not there is removed already', async () => {
    const written = await put();
    await microsoft.writer?.remove(tokens, place, written);
    await microsoft.writer?.remove(tokens, place, written);
    expect(await read()).toMatchObject({ events: [] });
  });
});

test('subscribes for 4,230 minutes at most, with an address of its own for what becomes of it, and ends it', async () => {
  const url = 'https://api.exemple.fr/webhooks/microsoft-calendar';
  const channel = await microsoft.pusher?.watch(tokens, place, { id: 'ours', token: 'secret', url });
  expect(server.subscriptions).toMatchObject([
    { clientState: 'secret', resource: '/me/calendars/cal-1/events', lifecycleNotificationUrl: `${url}/lifecycle` },
  ]);
  const id = String(server.subscriptions[0]?.['id']);
  expect(channel).toEqual({ id, resource: null, expiresAt: new Date('2026-12-04T06:30:00Z') });
  await microsoft.pusher?.unwatch(tokens, { id, resource: null });
  await microsoft.pusher?.unwatch(tokens, { id: 'unknown', resource: null });
  expect(server.ended).toEqual([id]);
});
