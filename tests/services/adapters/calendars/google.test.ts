import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { googleCalendars } from '../../../../src/services/adapters/calendars/google/google.ts';
import type { CalendarFailure } from '../../../../src/services/adapters/calendars/port.ts';
import { newSecret } from '../../../../src/services/kernel/ids.ts';
import { googleCalendarServer, googleContract } from '../../../support/google-calendar.ts';

const clock = { now: () => new Date('2026-12-01T08:00:00Z') };
const window = { from: new Date('2026-11-30T00:00:00Z'), to: new Date('2027-04-30T00:00:00Z') };
const place = { externalId: 'ana@exemple.fr', timeZone: 'Europe/Paris' };
const bookingId = '0197c000-0000-7000-8000-00000000000a';
const ownId = bookingId.replaceAll('-', '');
const own = {
  bookingId,
  uid: `${bookingId}@exemple.fr`,
  sequence: 0,
  startsAt: new Date('2026-12-02T09:00:00Z'),
  endsAt: new Date('2026-12-02T10:00:00Z'),
  title: 'Léa M.',
  description: 'Code AC-ABCDEF',
  location: '1 rue des Livres',
};
const redirectUri = 'https://api.exemple.fr/calendars/callback/google';
const flowOf = () => ({ redirectUri, state: newSecret(), verifier: newSecret() });

const timed = (id: string, rest: object = {}) => ({
  id,
  status: 'confirmed',
  summary: `Rendez-vous ${id}`,
  start: { dateTime: '2026-12-03T10:00:00+01:00', timeZone: 'Europe/Paris' },
  end: { dateTime: '2026-12-03T11:00:00+01:00', timeZone: 'Europe/Paris' },
  ...rest,
});

const failureOf = async (promise: Promise<unknown>): Promise<string> => {
  const error = (await promise.then(String, (thrown: unknown) => thrown)) as CalendarFailure;
  return `${error.kind} ${error.code}${error.retryAfterSeconds === null ? '' : ` ${error.retryAfterSeconds}`}`;
};

beforeAll(() => {
  if (googleContract() === undefined) console.log('skipped: requests are not checked, ../shared/contracts is absent');
});

test('the description refuses what it does not know', () => {
  expect(googleContract()?.check('Schema$Event', { start: { dateTime: '2026-12-01T08:00:00Z' } }) ?? []).toEqual([]);
  expect(googleContract()?.check('Schema$Event', { start: { at: '2026' } }) ?? ['absent']).toHaveLength(1);
});

let server: Awaited<ReturnType<typeof googleCalendarServer>>;
let google: ReturnType<typeof googleCalendars>;
let tokens: ReturnType<typeof server.tokens>;
beforeEach(async () => {
  server = await googleCalendarServer();
  google = googleCalendars({ ...server.client, clock });
  tokens = server.tokens();
});
afterEach(() => server.close());

const read = (syncToken: string | null = null) => google.changes(tokens, place, { syncToken, window });
const busyOf = async (...events: Parameters<typeof server.write>[0][]) => {
  events.forEach((event) => server.write(event));
  const { events: found, skipped } = await read();
  return {
    busy: Object.fromEntries(found.map(({ eventId, occurrences }) => [eventId, occurrences[0] ?? null])),
    skipped,
  };
};

describe('permission', () => {
  test('is asked for with the least scopes, offline and with consent, and ends with the account and its tokens', async () => {
    const flow = flowOf();
    const url = new URL((await google.oauth?.authorizeUrl(flow)) ?? '');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      access_type: 'offline',
      prompt: 'consent select_account',
      scope:
        'openid email https://www.googleapis.com/auth/calendar.calendarlist.readonly https://www.googleapis.com/auth/calendar.events',
      code_challenge_method: 'S256',
      redirect_uri: redirectUri,
    });
    const back = server.allow(url.href);
    const { account, credentials } = (await google.oauth?.readReturn(back, flow)) ?? {};
    expect(account).toBe('ana@exemple.fr');
    expect(credentials).toMatchObject({ kind: 'TOKENS', expiresAt: '2026-12-01T08:59:59.000Z' });
    expect(await failureOf(google.oauth?.readReturn(back, flow) ?? Promise.reject())).toBe('REFUSED INVALID_GRANT');
  });

  test('is refused with another state, half of the scopes, no refresh token, and when its owner says no', async () => {
    const flow = flowOf();
    const url = (await google.oauth?.authorizeUrl(flow)) ?? '';
    const back = (href: string) => failureOf(google.oauth?.readReturn(href, flow) ?? Promise.reject());
    expect(await back(server.allow(url).replace(flow.state, newSecret()))).toBe('REFUSED OAUTH_INVALID_RESPONSE');
    const half = 'openid email https://www.googleapis.com/auth/calendar.calendarlist.readonly';
    expect(await back(server.allow(url, 'ana@exemple.fr', half))).toBe('REFUSED SCOPES_MISSING');
    expect(await back(server.allow(url.replace('offline', 'online')))).toBe('REFUSED NO_REFRESH_TOKEN');
    expect(await back(`${redirectUri}?error=access_denied&state=${flow.state}`)).toBe('REFUSED ACCESS_DENIED');
  });

  test('goes on with a refresh token that stays or is replaced, and ends when it is withdrawn', async () => {
    const stayed = await google.oauth?.refresh(tokens);
    expect(stayed).toMatchObject({ refreshToken: tokens.refreshToken, scopes: 'calendars' });
    server.settings.rotates = true;
    const rotated = (await google.oauth?.refresh(tokens)) ?? tokens;
    expect(rotated).not.toHaveProperty('refreshToken', tokens.refreshToken);
    expect(await failureOf(google.oauth?.refresh(tokens) ?? Promise.reject())).toBe('REFUSED INVALID_GRANT');
    await google.oauth?.revoke(rotated);
    expect(server.revoked).toEqual([(rotated as typeof tokens).refreshToken]);
    server.withdraw();
    expect(await failureOf(read())).toBe('REFUSED HTTP_401');
  });

  test('a provider that is down, or a client of ours that is wrong, is nothing that the owner must mend', async () => {
    server.oauthFaults.push({ status: 503 }, { status: 429 });
    const refresh = () => failureOf(google.oauth?.refresh(tokens) ?? Promise.reject());
    expect(await refresh()).toMatch(/^UNREACHABLE/);
    expect(await refresh()).toMatch(/^LIMITED/);
    const wrong = googleCalendars({ ...server.client, clientSecret: 'another', clock });
    expect(await failureOf(wrong.oauth?.refresh(tokens) ?? Promise.reject())).toBe('UNREACHABLE INVALID_CLIENT');
  });
});

test('lists calendars with their names, zones and whether we may write there', async () => {
  server.calendars.push({
    id: 'c2',
    summary: 'Équipe',
    summaryOverride: 'L’équipe',
    timeZone: 'Mars/Phobos',
    accessRole: 'reader',
  });
  expect(await google.calendars(tokens)).toEqual([
    { externalId: 'ana@exemple.fr', name: 'Ana', timeZone: 'Europe/Paris', isWritable: true, isPrimary: true },
    { externalId: 'c2', name: 'L’équipe', timeZone: null, isWritable: false, isPrimary: false },
  ]);
});

describe('reading', () => {
  test('takes three pages, the token from the last, then only what changed', async () => {
    server.pages.pageSize = 2;
    for (const id of ['a', 'b', 'c', 'd', 'e']) server.write(timed(id));
    const first = await read();
    expect(server.asked).toHaveLength(3);
    expect(first).toMatchObject({ isComplete: true, syncToken: 't5', removed: [], skipped: [] });
    expect(first.events.map(({ eventId }) => eventId)).toEqual(['a', 'b', 'c', 'd', 'e']);
    server.erase('b');
    server.write({ ...timed('c'), transparency: 'transparent' });
    server.write({ id: 's_1', status: 'cancelled', recurringEventId: 's', originalStartTime: { date: '2026-12-05' } });
    const second = await read(first.syncToken);
    expect(second).toMatchObject({ isComplete: false, syncToken: 't8', removed: ['b', 's_1'] });
    expect(second.events).toMatchObject([{ eventId: 'c', occurrences: [] }]);
  });

  test('a token that was forgotten means everything anew; a calendar that was deleted is gone', async () => {
    server.write(timed('a'));
    server.forgetTokens();
    expect(await read('t1')).toMatchObject({ isComplete: true, events: [{ eventId: 'a' }], removed: [] });
    server.calendars.length = 0;
    expect(await failureOf(read('t9'))).toBe('GONE NOT_FOUND');
  });

  test('what is free, declined, a birthday or a place of work takes no time', async () => {
    const declined = { attendees: [{ self: true, responseStatus: 'declined' }] };
    const { busy } = await busyOf(
      timed('free', { transparency: 'transparent' }),
      timed('declined', declined),
      timed('birthday', { eventType: 'birthday' }),
      timed('office', { eventType: 'workingLocation' }),
      timed('away', { eventType: 'outOfOffice' }),
      timed('none', { end: timed('none').start }),
    );
    expect(Object.entries(busy).filter(([, taken]) => taken !== null)).toMatchObject([['away', { isAllDay: false }]]);
  });

  test('tentative and unanswered are said, all-day events are days of the calendar’s zone', async () => {
    const { busy } = await busyOf(
      timed('maybe', { status: 'tentative' }),
      timed('open', { attendees: [{ self: true, responseStatus: 'needsAction' }] }),
      timed('day', { start: { date: '2027-03-28' }, end: { date: '2027-03-29' }, summary: ' Deux\nlignes ' }),
    );
    expect(busy['maybe']).toMatchObject({
      isTentative: true,
      isUnanswered: false,
      startsAt: new Date('2026-12-03T09:00:00Z'),
    });
    expect(busy['open']).toMatchObject({ isTentative: false, isUnanswered: true });
    expect(busy['day']).toMatchObject({
      isAllDay: true,
      title: 'Deux lignes',
      startsAt: new Date('2027-03-27T23:00:00Z'),
      endsAt: new Date('2027-03-28T22:00:00Z'),
    });
  });

  test('an event that cannot be read is counted, and the others are read', async () => {
    const { busy, skipped } = await busyOf(timed('odd', { start: { dateTime: 'demain+01:00' } }), timed('good'));
    server.faults.push({
      kind: 'answer',
      status: 200,
      body: { items: [{ summary: 'no id' }, timed('odd', { start: {} }), timed('x')] },
    });
    const spoilt = await read();
    expect([skipped, Object.keys(busy)]).toEqual([[], ['good']]);
    expect(spoilt).toMatchObject({
      skipped: ['NO_EVENT', 'UNKNOWN_TIME'],
      events: [{ eventId: 'x' }],
      syncToken: null,
    });
  });

  test.each([
    [{ kind: 'answer', status: 429, headers: { 'retry-after': '17' } }, 'LIMITED HTTP_429 17'],
    [
      { kind: 'answer', status: 403, body: { error: { errors: [{ reason: 'rateLimitExceeded' }] } } },
      'LIMITED RATE_LIMIT_EXCEEDED',
    ],
    [
      { kind: 'answer', status: 403, body: { error: { errors: [{ reason: 'insufficientPermissions' }] } } },
      'REFUSED INSUFFICIENT_PERMISSIONS',
    ],
    [{ kind: 'answer', status: 403, body: { error: { errors: [{ reason: 'forbidden' }] } } }, 'GONE FORBIDDEN'],
    [{ kind: 'answer', status: 500 }, 'UNREACHABLE HTTP_500'],
    [{ kind: 'answer', status: 200, body: 'no page' }, 'UNREADABLE NO_PAGE'],
    [{ kind: 'answer', status: 302, headers: { location: 'https://ailleurs.exemple/' } }, 'UNREACHABLE NO_CONNECTION'],
    [{ kind: 'hang' }, 'UNREACHABLE TIMEOUT'],
    [{ kind: 'reset' }, 'UNREACHABLE NO_CONNECTION'],
  ] as const)('%j is %s', async (fault, expected) => {
    server.faults.push(fault);
    expect(await failureOf(read())).toBe(expected);
  });
});

describe('writing', () => {
  const put = (event = own, written: { eventId: string; etag: string | null } | null = null) =>
    google.writer?.put(tokens, place, event, written) ?? Promise.reject();

  test('creates an event under our own id, once, even when the answer was lost', async () => {
    server.faults.push({ kind: 'reset', isDone: true });
    expect(await failureOf(put())).toBe('UNREACHABLE NO_CONNECTION');
    expect(await put()).toEqual({ eventId: ownId, etag: '"2"' });
    const { events } = await read();
    expect(events).toMatchObject([
      { eventId: ownId, bookingId, occurrences: [{ startsAt: own.startsAt, endsAt: own.endsAt }] },
    ]);
    expect(server.event(ownId)).toMatchObject({
      summary: 'Léa M.',
      location: '1 rue des Livres',
      transparency: 'opaque',
    });
  });

  test('our event is known by its booking and its id: a copy of it is the artisan’s own', async () => {
    await put();
    server.write({ ...timed('copy'), extendedProperties: { private: { atelierBooking: bookingId } } });
    server.write({ ...(server.event(ownId) as { id: string }), transparency: 'transparent' });
    const { events } = await read();
    expect(events.map(({ eventId, bookingId: of }) => [eventId, of])).toEqual([
      [ownId, bookingId],
      ['copy', null],
    ]);
    expect(events[0]?.occurrences).toHaveLength(1);
  });

  test('moves it while nobody else did, and brings it back when it was deleted', async () => {
    const written = await put();
    const later = { ...own, startsAt: new Date('2026-12-04T09:00:00Z'), endsAt: new Date('2026-12-04T10:00:00Z') };
    const moved = await put(later, written);
    expect(moved).toEqual({ eventId: ownId, etag: '"2"' });
    expect(await failureOf(put(own, written))).toBe('CHANGED CONDITION_NOT_MET');
    server.erase(ownId);
    expect(await put(own, null)).toMatchObject({ eventId: ownId });
    expect(server.event(ownId)).toMatchObject({ status: 'confirmed' });
    expect(await failureOf(put(own, { eventId: 'unknown', etag: null }))).toBe('GONE NOT_FOUND');
  });

  test('removes it; what is not there is removed already', async () => {
    const written = await put();
    const remove = () => google.writer?.remove(tokens, place, written);
    await remove();
    await remove();
    expect(server.event(ownId)).toMatchObject({ status: 'cancelled' });
    await google.writer?.remove(tokens, place, { eventId: 'unknown', etag: null });
  });
});

test('opens a channel for a week, and stops it; one that is unknown is stopped already', async () => {
  const url = 'https://api.exemple.fr/webhooks/google-calendar';
  const channel = await google.pusher?.watch(tokens, place, { id: 'channel-1', token: 'secret', url });
  expect(channel).toEqual({ id: 'channel-1', resource: 'resource-1', expiresAt: new Date('2026-12-08T08:00:00Z') });
  expect(server.channels).toMatchObject([{ address: url, token: 'secret', type: 'web_hook' }]);
  await google.pusher?.unwatch(tokens, { id: 'channel-1', resource: 'resource-1' });
  await google.pusher?.unwatch(tokens, { id: 'channel-2', resource: 'resource-1' });
  expect(server.stopped).toEqual([{ id: 'channel-1', resourceId: 'resource-1' }]);
});
