import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { caldav } from '../../../../src/services/adapters/calendars/caldav/caldav.ts';
import type { CalendarPlace, FoundEvent } from '../../../../src/services/adapters/calendars/port.ts';
import { guardedFetch } from '../../../../src/services/adapters/http/guarded-fetch.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';
import { testClock } from '../../../support/clock.ts';
import { account, hasRadicale, startRadicale, type Radicale } from './radicale.ts';

const connector = caldav({
  fetch: guardedFetch({ allowsThisMachine: true }),
  clock: testClock('2026-10-01T00:00:00Z'),
  ownHost: 'atelier.test',
});
const window = { from: new Date('2026-10-01T00:00Z'), to: new Date('2026-11-15T00:00Z') };

const file = (uid: string, ...events: string[]) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n${events
    .map((body) => `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTAMP:20260901T000000Z\r\n${body}\r\nEND:VEVENT\r\n`)
    .join('')}END:VCALENDAR\r\n`;
const at = (start: string, hours: number) => {
  const [day, hour] = [start.slice(0, 8), Number(start.slice(9, 11))];
  const two = (number: number) => String(number).padStart(2, '0');
  return `DTSTART:${day}T${two(hour)}0000Z\r\nDTEND:${day}T${two(hour + hours)}0000Z`;
};
const startsOf = (events: readonly FoundEvent[]) =>
  events
    .flatMap(({ occurrences }) => occurrences.map(({ startsAt }) => startsAt.toISOString().slice(5, 13)))
    .toSorted();

if (hasRadicale()) onRadicale();
else console.log('skipped: CalDAV against a real server (no radicale installed)');

function onRadicale(): void {
  let radicale: Radicale;
  let place: CalendarPlace;
  const own = encodeURIComponent(account.user);
  const credentials = () => ({ kind: 'PASSWORD' as const, server: radicale.url, ...account });
  const changes = (syncToken: string | null) => connector.changes(credentials(), place, { syncToken, window });
  const put = async (name: string, body: string) => {
    const headers = { 'content-type': 'text/calendar' };
    const { status } = await radicale.ask('PUT', `/${own}/work/${name}`, { headers, body });
    expect(status).toBe(201);
  };

  beforeAll(async () => {
    radicale = await startRadicale();
    for (const [path, kind] of [
      ['work', 'VEVENT'],
      ['todo', 'VTODO'],
    ] as const)
      await radicale.ask('MKCALENDAR', `/${own}/${path}/`, {
        body: `<c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop><d:displayname>Mon &amp; ${path}</d:displayname><c:supported-calendar-component-set><c:comp name="${kind}"/></c:supported-calendar-component-set></d:prop></d:set></c:mkcalendar>`,
      });
    place = { externalId: `${radicale.url}/${own}/work/`, timeZone: 'Europe/Paris' };
  });
  afterAll(() => radicale.stop());

  test('connects by the address of the server alone, and finds calendars of events', async () => {
    expect(await connector.calendars(credentials())).toEqual([
      {
        externalId: expect.stringMatching(/\/work\/$/),
        name: 'Mon & work',
        timeZone: null,
        isWritable: true,
        isPrimary: true,
      },
    ]);
    const [found] = await connector.calendars(credentials());
    place = { externalId: found?.externalId ?? '', timeZone: 'Europe/Paris' };
    const wrong = connector.calendars({ ...credentials(), password: 'another' });
    await expect(wrong).rejects.toMatchObject({ name: 'CalendarFailure', kind: 'REFUSED' });
  });

  test('a series, an occurrence of it moved and then gone: only what changed is read', async () => {
    await put('series.ics', file('series', `${at('20261006T08', 1)}\r\nRRULE:FREQ=WEEKLY;COUNT=3`));
    await put('old.ics', file('old', at('20250106T08', 1)));
    const first = await changes(null);
    expect(first).toMatchObject({ isComplete: true, removed: [], skipped: [] });
    expect(startsOf(first.events)).toEqual(['10-06T08', '10-13T08', '10-20T08']);

    const moved = `RECURRENCE-ID:20261013T080000Z\r\n${at('20261014T10', 1)}`;
    await put('series.ics', file('series', `${at('20261006T08', 1)}\r\nRRULE:FREQ=WEEKLY;COUNT=3`, moved));
    await put('other.ics', file('other', at('20261008T08', 1)));
    const second = await changes(first.syncToken);
    expect(second.isComplete).toBe(false);
    expect(startsOf(second.events)).toEqual(['10-06T08', '10-08T08', '10-14T10', '10-20T08']);

    await radicale.ask('DELETE', `/${own}/work/other.ics`);
    const gone = `${at('20261006T08', 1)}\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nEXDATE:20261013T080000Z`;
    await put('series.ics', file('series', gone));
    const third = await changes(second.syncToken);
    expect(startsOf(third.events)).toEqual(['10-06T08', '10-20T08']);
    expect(third.removed).toEqual([`${place.externalId}other.ics`]);
    expect(await changes(third.syncToken)).toMatchObject({ events: [], removed: [], syncToken: third.syncToken });
  });

  test('a token that is lost means everything anew', async () => {
    const lost = await changes(
      'http://radicale.org/ns/sync/0000000000000000000000000000000000000000000000000000000000000000',
    );
    expect(lost.isComplete).toBe(true);
    expect(startsOf(lost.events)).toEqual(['10-06T08', '10-20T08']);
  });

  test('an invitation that was not answered is known by the account’s address', async () => {
    const { syncToken } = await changes(null);
    const invited = `${at('20261009T08', 1)}\r\nORGANIZER:mailto:boss@example.test\r\nATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:${account.user}`;
    await put('invited.ics', file('invited', invited));
    const [found] = (await changes(syncToken)).events;
    expect(found?.occurrences).toMatchObject([{ isUnanswered: true }]);
    await radicale.ask('DELETE', `/${own}/work/invited.ics`);
  });

  test('our event: written once, moved by us, never over what somebody changed', async () => {
    const bookingId = newId();
    const booking = {
      ...{
        bookingId,
        uid: `${bookingId}@atelier.test`,
        sequence: 0,
        title: 'Entretien',
        description: 'Code',
        location: null,
      },
      ...{ startsAt: new Date('2026-10-12T08:00Z'), endsAt: new Date('2026-10-12T09:00Z') },
    };
    const writer = connector.writer!;
    const write = (event: typeof booking, written: Parameters<typeof writer.put>[3]) =>
      writer.put(credentials(), place, event, written);
    const { syncToken } = await changes(null);
    const written = await write(booking, null);
    expect(written.eventId).toBe(`${place.externalId}${bookingId}.ics`);
    // the answer was lost, and it is written again
    expect(await write(booking, null)).toEqual(written);
    const [read] = (await changes(syncToken)).events;
    expect(read).toMatchObject({ ...written, bookingId });

    const later = {
      ...booking,
      sequence: 1,
      startsAt: new Date('2026-10-12T10:00Z'),
      endsAt: new Date('2026-10-12T11:00Z'),
    };
    const second = await write(later, written);
    expect(second.etag).not.toBe(written.etag);
    // moved by hand: the old state is stale, and what we write meets it
    const byHand = file(booking.uid, `${at('20261012T14', 1)}\r\nSEQUENCE:1`);
    await put(`${bookingId}.ics`, byHand);
    await expect(write({ ...later, sequence: 2 }, second)).rejects.toMatchObject({ kind: 'CHANGED' });
    const moved = await changes(syncToken);
    expect(startsOf(moved.events)).toEqual(['10-12T14']);
    // under another name, by another program
    await radicale.ask('DELETE', new URL(second.eventId).pathname);
    await expect(write(later, second)).rejects.toMatchObject({ kind: 'GONE' });
    await put('renamed.ics', byHand);
    const renamed = await write({ ...later, sequence: 2 }, null);
    expect(renamed.eventId).toBe(`${place.externalId}renamed.ics`);
    await writer.remove(credentials(), place, renamed);
    await writer.remove(credentials(), place, renamed);
    expect(startsOf((await changes(null)).events)).toEqual(['10-06T08', '10-20T08']);
  });

  test('a calendar that is gone says so', async () => {
    const gone = { ...place, externalId: `${radicale.url}/${own}/nowhere/` };
    await expect(connector.changes(credentials(), gone, { syncToken: null, window })).rejects.toMatchObject({
      kind: 'GONE',
    });
  });
}

/** A server that answers what a test says. */
async function serverThat(answer: (path: string, method: string) => string | { status: number; location: string }) {
  const seen: (string | undefined)[] = [];
  const server: Server = createServer((request, response) => {
    seen.push(request.headers.authorization);
    const said = answer(request.url ?? '', request.method ?? '');
    if (typeof said === 'string') response.writeHead(207).end(said);
    else response.writeHead(said.status, { location: said.location }).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, seen, close: () => (server.close(), server.closeAllConnections()) };
}

test('entities, other hosts and endless redirects of a server lead nowhere', async () => {
  const bomb = `<!DOCTYPE m [<!ENTITY a "${'a'.repeat(1000)}"><!ENTITY b "&a;&a;&a;&a;">]><multistatus xmlns="DAV:"><response><href>&b;</href></response></multistatus>`;
  const principalElsewhere =
    '<multistatus xmlns="DAV:"><response><href>/</href><propstat><prop><current-user-principal><href>https://elsewhere.example/me/</href></current-user-principal></prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>';
  for (const [answer, code] of [
    [bomb, 'BROKEN_XML'],
    ['<multistatus xmlns="DAV:"><response>&unknown;</response></multistatus>', 'BROKEN_XML'],
    ['<a>'.repeat(100), 'BROKEN_XML'],
    ['no xml', 'BROKEN_XML'],
    [principalElsewhere, 'OTHER_HOST'],
    [{ status: 302, location: '/circle' }, 'REDIRECT'],
    [{ status: 302, location: 'https://10.0.0.1/' }, 'PRIVATE_ADDRESS'],
  ] as const) {
    const server = await serverThat(() => answer);
    const asking = connector.calendars({ kind: 'PASSWORD', server: server.url, user: 'a', password: 'b' });
    await expect(asking).rejects.toMatchObject({ name: 'CalendarFailure', kind: 'UNREADABLE', code });
    server.close();
  }
});

test('a server without tokens is read anew when its state is another, and not before', async () => {
  let ctag = 'one';
  const found = (props: string) =>
    `<multistatus xmlns="DAV:" xmlns:s="http://calendarserver.org/ns/"><response><href>/work/</href><propstat><prop>${props}</prop><status>HTTP/1.1 200 OK</status></propstat></response></multistatus>`;
  const server = await serverThat(() => found(`<s:getctag>${ctag}</s:getctag>`));
  const credentials = { kind: 'PASSWORD' as const, server: server.url, user: 'a', password: 'b' };
  const place = { externalId: `${server.url}/work/`, timeZone: 'Europe/Paris' };
  const read = (syncToken: string | null) => connector.changes(credentials, place, { syncToken, window });
  const first = await read('ctag zero');
  expect(first).toMatchObject({ isComplete: true, syncToken: 'ctag one' });
  expect(await read(first.syncToken)).toMatchObject({ isComplete: false, events: [], syncToken: 'ctag one' });
  ctag = 'two';
  expect(await read(first.syncToken)).toMatchObject({ isComplete: true, syncToken: 'ctag two' });
  server.close();
});
