import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openServices } from '../../../src/adapters.ts';
import { CalendarConnection } from '../../../src/entities/calendars/calendar-connection.entity.ts';
import { ConnectedCalendar } from '../../../src/entities/calendars/connected-calendar.entity.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { googleCalendars } from '../../../src/services/adapters/calendars/google/google.ts';
import { microsoftCalendars } from '../../../src/services/adapters/calendars/microsoft/microsoft.ts';
import { fingerprint, newId, newSecret } from '../../../src/services/kernel/ids.ts';
import type { Config } from '../../../src/services/platform/config.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { testClock } from '../../support/clock.ts';
import { openTestEnvironment, type TestEnvironment } from '../../support/environment.ts';
import { googleCalendarServer } from '../../support/google-calendar.ts';
import { makeActor } from '../../support/make/actor.ts';
import { makePerson } from '../../support/make/person.ts';
import { makeArtisan } from '../../support/make/scheduling.ts';
import { microsoftCalendarServer } from '../../support/microsoft-calendar.ts';

/** Artisans go to Google or Microsoft and come back, and both push: over real HTTP, with fakes of the two providers. */
const clock = testClock('2026-12-01T08:00:00Z');
let env: TestEnvironment;
let google: Awaited<ReturnType<typeof googleCalendarServer>>;
let microsoft: Awaited<ReturnType<typeof microsoftCalendarServer>>;
beforeAll(async () => {
  [google, microsoft] = await Promise.all([googleCalendarServer(), microsoftCalendarServer()]);
  const calendars = {
    GOOGLE: googleCalendars({ ...google.client, timeoutMs: 5_000, clock }),
    MICROSOFT: microsoftCalendars({ ...microsoft.client, timeoutMs: 5_000, tenant: 'common', clock }),
  };
  env = await openTestEnvironment({ isWorking: false, clock, services: { calendars } });
});
afterAll(async () => {
  await env.close();
  await Promise.all([google.close(), microsoft.close()]);
});

interface Artisan {
  readonly artisanId: string;
  readonly actor: Actor;
}
const artisan = (): Promise<Artisan> =>
  env.run(async ({ em }) => {
    const user = makePerson(em as EntityManager, { role: 'PROOFREADER' });
    const { id: artisanId } = makeArtisan(em as EntityManager, { userId: user.id });
    return { artisanId, actor: makeActor(user.id, { role: 'PROOFREADER' }) };
  }, null);
let ana: Artisan;
beforeEach(async () => {
  ana = await artisan();
});

type Provider = 'GOOGLE' | 'MICROSOFT';

async function begin({ artisanId, actor }: Artisan, provider: Provider = 'GOOGLE') {
  const { data, errors } = await env.ask(
    actor,
    'mutation ($input: ConnectCalendarInput!) { connectCalendar(input: $input) { connection { id } start { url proof } } }',
    { input: { artisanId, provider } },
  );
  expect(errors).toEqual([]);
  const { start } = (data as { connectCalendar: { start: { url: string; proof: string } } }).connectCalendar;
  const server = provider === 'GOOGLE' ? google : microsoft;
  return { ...start, back: server.allow(start.url, `${artisanId}@exemple.fr`) };
}

/** A browser that comes back: the query of the page of the front-end that it is sent to. */
async function comeBack(back: string): Promise<URLSearchParams> {
  const response = await fetch(back, { redirect: 'manual' });
  const location = response.headers.get('location') ?? '';
  expect([response.status, location.split('?')[0]]).toEqual([303, `${env.config.frontUrl}/calendars/callback`]);
  return new URL(location).searchParams;
}

async function finish(actor: Actor, code: string, proof: string): Promise<string> {
  const { data, codes } = await env.ask(
    actor,
    'mutation ($input: FinishCalendarConnectionInput!) { finishCalendarConnection(input: $input) { provider account status calendars { name } } }',
    { input: { code, proof } },
  );
  return codes[0] ?? JSON.stringify((data as { finishCalendarConnection: unknown }).finishCalendarConnection);
}

test('Google and Microsoft are there with a client of calendars, or the one of signing in', async () => {
  const offered = async (settings: Partial<Config>): Promise<string[]> => {
    const { calendars, vault } = await openServices({ ...env.config, ...settings }, clock);
    vault.close();
    return Object.keys(calendars).filter((name) => name === 'GOOGLE' || name === 'MICROSOFT');
  };
  const signIn = { GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 'secret' };
  const own = { MICROSOFT_CALENDAR_CLIENT_ID: 'id', MICROSOFT_CALENDAR_CLIENT_SECRET: 'secret' };
  expect(await offered({})).toEqual([]);
  expect(await offered(signIn)).toEqual(['GOOGLE']);
  expect(await offered({ ...signIn, ...own })).toEqual(['GOOGLE', 'MICROSOFT']);
});

const providers: readonly Provider[] = ['GOOGLE', 'MICROSOFT'];

describe('the way there and back', () => {
  test.each(providers)('connects an account of %s, once', async (provider) => {
    const { proof, back } = await begin(ana, provider);
    const code = (await comeBack(back)).get('code') ?? '';
    const both = await Promise.all([finish(ana.actor, code, proof), finish(ana.actor, code, proof)]);
    const name = provider === 'GOOGLE' ? 'Ana' : 'Calendrier';
    const connected = { provider, account: `${ana.artisanId}@exemple.fr`, status: 'CONNECTED', calendars: [{ name }] };
    expect(both.toSorted()).toEqual(['TOKEN_INVALID', JSON.stringify(connected)].toSorted());
    expect((await comeBack(back)).toString()).toBe('error=TOKEN_INVALID');
  });

  test('is another person’s, or another browser’s: refused, and still good for whoever began it', async () => {
    const { proof, back } = await begin(ana);
    const code = (await comeBack(back)).get('code') ?? '';
    const other = await artisan();
    expect(await finish(other.actor, code, proof)).toBe('TOKEN_INVALID');
    expect(await finish(ana.actor, code, newSecret())).toBe('TOKEN_INVALID');
    expect(await finish(ana.actor, 'nonsense', proof)).toBe('TOKEN_INVALID');
    expect(await finish(ana.actor, code, proof)).toMatch(/CONNECTED/);
  });

  test('ends when its owner says no, and when too much time has passed', async () => {
    const { back, url } = await begin(ana);
    const state = new URL(url).searchParams.get('state') ?? '';
    const no = back.replace(/\?.*/, `?${new URLSearchParams({ error: 'access_denied', state }).toString()}`);
    expect((await comeBack(no)).toString()).toBe('error=CALENDAR_REFUSED');
    expect((await comeBack(back)).toString()).toBe('error=TOKEN_INVALID');
    const late = await begin(ana);
    const code = (await comeBack(late.back)).get('code') ?? '';
    expect((await comeBack(late.back.replace('/google', '/microsoft'))).toString()).toBe('error=TOKEN_INVALID');
    clock.advance(11 * 60_000);
    expect((await comeBack(late.back)).toString()).toBe('error=TOKEN_INVALID');
    expect(await finish(ana.actor, code, late.proof)).toBe('TOKEN_INVALID');
  });

  test('half a permission, and a provider that is down, connect nothing', async () => {
    const half = await begin(ana);
    const code = (await comeBack(google.allow(half.url, 'ana@exemple.fr', 'openid email'))).get('code') ?? '';
    expect(await finish(ana.actor, code, half.proof)).toBe('CALENDAR_REFUSED');
    const down = await begin(ana);
    const again = (await comeBack(down.back)).get('code') ?? '';
    google.oauthFaults.push({ status: 503 });
    expect(await finish(ana.actor, again, down.proof)).toBe('CALENDAR_UNREACHABLE');
    const rows = await env.db
      .selectFrom('calendar_connection')
      .select('id')
      .where('artisan_id', '=', ana.artisanId)
      .execute();
    expect(rows).toEqual([]);
  });
});

describe('pushes', () => {
  let channel: { readonly id: string; readonly token: string; readonly connectionId: string };
  beforeEach(async () => {
    channel = { id: newId(), token: newSecret(), connectionId: newId() };
    await env.run(async ({ em, now }) => {
      const [provider, account] = ['GOOGLE', 'ana@exemple.fr'] as const;
      const connection = em.create(CalendarConnection, {
        ...{ id: channel.connectionId, artisan: ana.artisanId, provider, account, nextSyncAt: now },
      });
      em.create(ConnectedCalendar, {
        ...{ connection, externalHash: fingerprint('a'), externalId: 'a', name: 'Ana', timeZone: 'Europe/Paris' },
        ...{ channelId: channel.id, channelTokenHash: fingerprint(channel.token), skippedReasons: {} },
        channelExpiresAt: new Date(now.getTime() + 7 * 86_400_000),
      });
    }, null);
  });

  /** How often the calendar will be read. */
  const readings = async (): Promise<number> => {
    const key = `calendar-push:${channel.connectionId}:%`;
    return (await env.db.selectFrom('job').select('id').where('dedupe_key', 'like', key).execute()).length;
  };
  const post = (path: string, init: RequestInit = {}) =>
    fetch(`${env.url}/webhooks/${path}`, { method: 'POST', ...init });
  const fromGoogle = async (token: string, state = 'exists', id = channel.id): Promise<number> => {
    const headers = { 'x-goog-channel-id': id, 'x-goog-channel-token': token, 'x-goog-resource-state': state };
    return (await post('google-calendar', { headers })).status;
  };
  const fromMicrosoft = async (value: readonly object[], path = ''): Promise<number> => {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    return (await post(`microsoft-calendar${path}`, { headers, body: JSON.stringify({ value }) })).status;
  };

  test('of Google make a calendar due once, however many; those of strangers change nothing', async () => {
    expect(await fromGoogle(newSecret())).toBe(200);
    expect(await fromGoogle(channel.token, 'exists', newId())).toBe(200);
    expect(await fromGoogle(channel.token, 'sync')).toBe(200);
    expect((await post('google-calendar', { body: 'what is sent is not read' })).status).toBe(200);
    expect(await readings()).toBe(0);
    await Promise.all([1, 2, 3].map(() => fromGoogle(channel.token)));
    expect(await readings()).toBe(1);
    clock.advance(10_000);
    await fromGoogle(channel.token);
    expect(await readings()).toBe(2);
  });

  test('of Microsoft: the address says the word back, and only the right client state counts', async () => {
    for (const path of ['microsoft-calendar', 'microsoft-calendar/lifecycle']) {
      const response = await post(`${path}?validationToken=${encodeURIComponent('a word <b> & more')}`);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
      expect(await response.text()).toBe('a word <b> & more');
    }
    const change = { subscriptionId: channel.id, changeType: 'updated', resource: 'me/events/1' };
    expect(
      await fromMicrosoft([
        { ...change, clientState: 'guessed' },
        { ...change, subscriptionId: newId() },
      ]),
    ).toBe(202);
    expect(await readings()).toBe(0);
    expect(await fromMicrosoft([1, 2].map(() => ({ ...change, clientState: channel.token })))).toBe(202);
    expect(await readings()).toBe(1);
  });

  test('of Microsoft about the subscription: lost pushes are read, one that ends is made anew', async () => {
    const about = { subscriptionId: channel.id, clientState: channel.token };
    const endsAt = async () =>
      (
        await env.db
          .selectFrom('connected_calendar')
          .select('channel_expires_at as at')
          .where('channel_id', '=', channel.id)
          .executeTakeFirstOrThrow()
      ).at;
    const before = await endsAt();
    expect(await fromMicrosoft([{ ...about, lifecycleEvent: 'missed' }], '/lifecycle')).toBe(202);
    expect([await readings(), await endsAt()]).toEqual([1, before]);
    expect(await fromMicrosoft([{ ...about, lifecycleEvent: 'subscriptionRemoved' }], '/lifecycle')).toBe(202);
    expect(await endsAt()).not.toEqual(before);
  });

  test('that are too large, or no notification, are refused', async () => {
    expect((await post('microsoft-calendar', { body: '{' })).status).toBe(400);
    expect((await post('microsoft-calendar/lifecycle', { body: JSON.stringify({ value: 'x' }) })).status).toBe(400);
    expect((await post('microsoft-calendar', { body: 'x'.repeat(70_000) })).status).toBe(413);
    expect((await post(`microsoft-calendar?validationToken=${'x'.repeat(2_001)}`)).status).toBe(400);
  });
});
