import { afterAll, beforeAll, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import type { FastifyInstance } from 'fastify';
import { Booking } from '../../../src/entities/scheduling/booking.entity.ts';
import { FeedLink } from '../../../src/entities/scheduling/feed-link.entity.ts';
import { createHttpServer } from '../../../src/resolvers/http/http-server.ts';
import { createMetrics } from '../../../src/services/platform/metrics.ts';
import { bookingFeedRoutes } from '../../../src/resolvers/http/booking-feeds.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { fingerprint } from '../../../src/services/kernel/ids.ts';
import { schedulingRetention } from '../../../src/services/scheduling/retention.ts';
import { DAY, testClock } from '../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';
import { codeOf as code, faultsOf as faults, mutateAs, type Fields } from '../../support/mutate.ts';
import { makeActor, nobody } from '../../support/make/actor.ts';
import { makePerson } from '../../support/make/person.ts';
import { makeArtisan, makeBooking, makeOffering } from '../../support/make/scheduling.ts';
import { retain } from '../../support/retention.ts';

const clock = testClock('2026-11-20T09:00:00Z');
let env: AppEnvironment;
let http: FastifyInstance;
let antoine: Actor;
let louise: Actor;
let artisanId = '';
let bookingId = '';
const token = 'the-token-of-the-link';

beforeAll(async () => {
  const environment = { RATE_LIMIT_SCALE: '1' };
  env = await openTestEnvironment({ isServed: false, clock, environment });
  [antoine, louise] = await env.run(async ({ em }) => {
    const people = (['ARTISAN', 'PROOFREADER'] as const).map((role) => ({ ...makePerson(em, { role }), role }));
    const artisan = makeArtisan(em, { userId: people[0]?.id ?? null, displayName: 'Antoine Petit' });
    const offering = makeOffering(em, artisan);
    const times = { startsAt: new Date('2026-11-23T09:00Z'), endsAt: new Date('2026-11-23T10:00Z') };
    const facts = {
      customerName: 'Zoé Lenoir',
      place: 'Chez Zoé',
      publicCode: 'AC-ZZ2345',
      manageHash: fingerprint(token),
    };
    bookingId = makeBooking(em, { artisan, offering }, { ...times, ...facts }).id;
    makeBooking(
      em,
      { artisan, offering },
      {
        startsAt: new Date('2026-11-24T09:00Z'),
        endsAt: new Date('2026-11-24T10:00Z'),
        status: 'CANCELLED',
      },
    );
    artisanId = artisan.id;
    return people.map(({ id, role }) => makeActor(id, { role })) as [Actor, Actor];
  }, undefined);
  http = await createHttpServer({ config: env.config, log: env.logs.log, metrics: createMetrics() });
  bookingFeedRoutes(http, async () => env.contextFor(nobody));
});
afterAll(async () => {
  await http.close();
  await env.close();
});

const mutate = (actor: Actor, name: string, input: Fields, answer: string) =>
  mutateAs(env, actor, { name, input, answer });
const get = (url: string, headers: Record<string, string> = {}) => http.inject({ url, headers });

async function linkOf(kind: string): Promise<{ id: string; path: string }> {
  const made = await mutate(
    antoine,
    'createFeedLink',
    { artisanId, kind, key: `${kind}-link-1` },
    'address link { id kind }',
  );
  const { address, link } = made.done as { address: string; link: { id: string } };
  return { id: link.id, path: new URL(address).pathname };
}

const eventsIn = (text: string) => new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');

test('busy times say nothing but when', async () => {
  const { id, path } = await linkOf('BUSY');
  const { statusCode, headers, body } = await get(path);
  expect(statusCode).toBe(200);
  expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
  const [event, ...more] = eventsIn(body);
  expect(more).toEqual([]);
  expect(event?.getFirstPropertyValue('dtstart')?.toString()).toBe('2026-11-23T09:00:00Z');
  expect(event?.getFirstPropertyValue('summary')).toBe('Occupé');
  expect([...new Set(event?.getAllProperties().map(({ name }) => name))].toSorted()).toEqual(
    ['dtend', 'dtstamp', 'dtstart', 'sequence', 'status', 'summary', 'uid'].toSorted(),
  );
  for (const secret of ['Zoé', 'Antoine', 'AC-ZZ2345', bookingId, artisanId, id]) expect(body).not.toContain(secret);
});

test('details say who and where, under the identifier of the invitation; 304 while nothing changed', async () => {
  const { path } = await linkOf('DETAILS');
  const { headers, body } = await get(path);
  const [event] = eventsIn(body);
  expect(event?.getFirstPropertyValue('uid')).toMatch(new RegExp(`^${bookingId}@`));
  expect(event?.getFirstPropertyValue('summary')).toContain('Zoé Lenoir');
  expect(event?.getFirstPropertyValue('location')).toBe('Chez Zoé');
  const again = await get(path, { 'if-none-match': String(headers.etag) });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  await env.run(({ em }) => em.nativeUpdate(Booking, { id: bookingId }, { sequence: 1 }), undefined);
  expect((await get(path, { 'if-none-match': String(headers.etag) })).statusCode).toBe(200);
});

test('the secret is kept as its fingerprint; a request that is repeated gets it again', async () => {
  const [first, second] = [await linkOf('BUSY'), await linkOf('BUSY')];
  expect(second).toEqual(first);
  const secret = first.path.slice('/feeds/'.length, -'.ics'.length);
  const { tokenHash, lastReadAt } = await env.run(({ em }) => em.findOneOrFail(FeedLink, { id: first.id }), undefined);
  expect(tokenHash).toBe(fingerprint(secret));
  expect(lastReadAt).toEqual(new Date('2026-11-20T09:00:00Z'));
  const { data } = await env.ask(antoine, '{ myArtisan { feedLinks { id kind lastReadAt } } }');
  expect(data).toMatchObject({ myArtisan: { feedLinks: [{ id: first.id, kind: 'BUSY' }, { kind: 'DETAILS' }] } });
});

test('only the artisan makes and revokes them, ten at most; what is revoked is unknown', async () => {
  const { id, path } = await linkOf('BUSY');
  expect(code(await mutate(louise, 'createFeedLink', { artisanId, kind: 'BUSY' }, 'address'))).toBe('NOT_FOUND');
  expect(code(await mutate(louise, 'revokeFeedLink', { id }, 'id'))).toBe('NOT_FOUND');
  for (let count = 2; count < 10; count++)
    await mutate(antoine, 'createFeedLink', { artisanId, kind: 'BUSY' }, 'address');
  expect(faults(await mutate(antoine, 'createFeedLink', { artisanId, kind: 'BUSY' }, 'address'))).toEqual([
    'input tooMany',
  ]);
  for (let twice = 0; twice < 2; twice++) {
    const left = (await mutate(antoine, 'revokeFeedLink', { id }, 'feedLinks { id }')).done?.['feedLinks'] as unknown[];
    expect(left).toHaveLength(9);
  }
  const [revoked, unknown] = [await get(path), await get('/feeds/nobody.ics')];
  expect([revoked.statusCode, unknown.statusCode]).toEqual([404, 404]);
  expect(revoked.json<{ code?: string }>().code).toEqual(unknown.json<{ code?: string }>().code);
});

test('a link is read sixty times an hour', async () => {
  const made = await mutate(antoine, 'createFeedLink', { artisanId, kind: 'BUSY' }, 'address');
  const { pathname } = new URL(String(made.done?.['address']));
  const states: number[] = [];
  for (let count = 0; count < 61; count++) states.push((await get(pathname)).statusCode);
  expect(states.filter((state) => state === 200)).toHaveLength(60);
  expect(states.at(-1)).toBe(429);
});

test('one booking, by its code and the token of its link', async () => {
  const { statusCode, body } = await get(`/rdv/AC-ZZ2345.ics?t=${token}`);
  expect(statusCode).toBe(200);
  const [event] = eventsIn(body);
  expect(event?.getFirstPropertyValue('uid')).toMatch(new RegExp(`^${bookingId}@`));
  expect(event?.getFirstPropertyValue('summary')).toContain('Antoine Petit');
  expect(body).not.toContain('Zoé Lenoir');
  expect(body).not.toContain(token);
  for (const url of ['/rdv/AC-ZZ2345.ics?t=another', '/rdv/AC-ZZ2345.ics', `/rdv/AC-222222.ics?t=${token}`])
    expect([url, (await get(url)).statusCode]).toEqual([url, 404]);
});

test('a link that was revoked goes after thirty days, one in use never', async () => {
  const kept = async () => (await env.db.selectFrom('feed_link').select('revoked_at').execute()).length;
  const before = await kept();
  const inUse = await env.db.selectFrom('feed_link').select('id').where('revoked_at', 'is', null).execute();
  expect([inUse.length > 0, before > inUse.length]).toEqual([true, true]);
  clock.advance(30 * DAY);
  await retain(env.contextFor(), schedulingRetention);
  expect(await kept()).toBe(before);
  clock.advance(1);
  await retain(env.contextFor(), schedulingRetention);
  expect(await env.db.selectFrom('feed_link').select('id').execute()).toEqual(inUse);
});
