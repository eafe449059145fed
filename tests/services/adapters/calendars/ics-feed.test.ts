import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { icsFeed } from '../../../../src/services/adapters/calendars/ics/ics-feed.ts';
import { guardedFetch } from '../../../../src/services/adapters/http/guarded-fetch.ts';
import { fingerprint, newId } from '../../../../src/services/kernel/ids.ts';

const bookingId = newId();
const event = (uid: string, day: string, more = '') =>
  `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTART:2026${day}T080000Z\r\nDTEND:2026${day}T090000Z\r\n${more}END:VEVENT\r\n`;
const invited = 'ATTENDEE;PARTSTAT=DECLINED:mailto:anna@example.test\r\n';
const text = `BEGIN:VCALENDAR\r\nX-WR-CALNAME:anna@example.test\r\nX-WR-TIMEZONE:America/Guadeloupe\r\n${[
  event('one@example.test', '1005'),
  event('declined@example.test', '1006', invited),
  event(`${bookingId}@atelier.test`, '1007'),
  event('4f2c@atelier.test', '1008'),
].join('')}END:VCALENDAR\r\n`;

const answers: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/etag.ics': ({ headers }, response) =>
    headers['if-none-match'] === '"v1"'
      ? response.writeHead(304).end()
      : response.writeHead(200, { etag: '"v1"' }).end(text),
  '/dated.ics': ({ headers }, response) =>
    headers['if-modified-since'] === undefined
      ? response.writeHead(200, { 'last-modified': 'Mon, 05 Oct 2026 08:00:00 GMT' }).end(text)
      : response.writeHead(304).end(),
  '/plain.ics': (_request, response) => response.writeHead(200).end(text),
  '/page': (_request, response) => response.writeHead(200).end('<html>Sign in</html>'),
  '/secret': (_request, response) => response.writeHead(403).end(),
  '/busy': (_request, response) => response.writeHead(429, { 'retry-after': '120' }).end(),
  '/down': (_request, response) => response.writeHead(502).end(),
  '/moved': (_request, response) => response.writeHead(302, { location: '/plain.ics' }).end(),
};
const server = createServer((request, response) => {
  const answer = answers[request.url ?? ''];
  return answer ? answer(request, response) : response.writeHead(404).end();
});
let here = '';

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const feed = icsFeed({ fetch: guardedFetch({ allowsThisMachine: true }), ownHost: 'atelier.test' });
const window = { from: new Date('2026-10-01T00:00Z'), to: new Date('2026-11-01T00:00Z') };
const place = { externalId: 'feed', timeZone: 'Europe/Paris' };
const at = (path: string) => ({ kind: 'ADDRESS' as const, url: here + path });
const read = (path: string, syncToken: string | null = null) => feed.changes(at(path), place, { syncToken, window });

test('one calendar, by the name and zone it gives itself; its address is not among what is kept', async () => {
  const calendar = { externalId: fingerprint(`${here}/etag.ics`), isWritable: false, isPrimary: true };
  expect(await feed.calendars(at('/etag.ics'))).toEqual([
    { ...calendar, name: 'anna@example.test', timeZone: 'America/Guadeloupe' },
  ]);
  const [other] = await feed.calendars(at('/plain.ics'));
  expect(other?.externalId).not.toBe(calendar.externalId);
  expect(feed.writer).toBeUndefined();
});

test('what takes time, without what was declined; our own comes back as ours or not at all', async () => {
  const { events, isComplete, skipped } = await read('/etag.ics');
  expect({ isComplete, skipped }).toEqual({ isComplete: true, skipped: [] });
  expect(events.map(({ eventId, bookingId: own, occurrences }) => [eventId, own, occurrences.length])).toEqual([
    ['one@example.test', null, 1],
    ['declined@example.test', null, 0],
    [`${bookingId}@atelier.test`, bookingId, 1],
    ['4f2c@atelier.test', null, 0],
  ]);
});

test('what is as it was is not read again: by ETag, else by the time of its last change', async () => {
  for (const path of ['/etag.ics', '/dated.ics']) {
    const { syncToken } = await read(path);
    expect(syncToken).not.toBeNull();
    expect(await read(path, syncToken)).toEqual({ isComplete: false, events: [], removed: [], skipped: [], syncToken });
  }
  expect((await read('/plain.ics')).syncToken).toBeNull();
});

test('each failure is of its kind', async () => {
  for (const [path, failure] of [
    ['/page', { kind: 'UNREADABLE', code: 'NO_CALENDAR' }],
    ['/secret', { kind: 'REFUSED', code: 'HTTP_403' }],
    ['/busy', { kind: 'LIMITED', retryAfterSeconds: 120 }],
    ['/down', { kind: 'UNREACHABLE' }],
    ['/nowhere', { kind: 'GONE' }],
    ['/moved', { kind: 'UNREADABLE', code: 'REDIRECT' }],
  ] as const)
    await expect(read(path)).rejects.toMatchObject({ name: 'CalendarFailure', ...failure });
  for (const url of ['ftp://example.test/a.ics', 'webcal://10.0.0.1/a.ics', 'no address'])
    await expect(feed.calendars({ kind: 'ADDRESS', url })).rejects.toMatchObject({ kind: 'UNREADABLE' });
});
