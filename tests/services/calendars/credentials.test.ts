import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PlanEntitlement } from '../../../src/entities/billing/plan-entitlement.entity.ts';
import { Plan } from '../../../src/entities/billing/plan.entity.ts';
import { CalendarFailure } from '../../../src/services/adapters/calendars/port.ts';
import { calendarConnections, disconnectCalendar, openConnection } from '../../../src/services/calendars/index.ts';
import { fitPlanTask, moveWindowsTask, syncConnectionTask } from '../../../src/services/calendars/calendar-jobs.ts';
import { calendarsPersonalData } from '../../../src/services/calendars/personal-data.ts';
import { renewChannels } from '../../../src/services/calendars/channels/renew-channels.ts';
import { withCredentials } from '../../../src/services/calendars/connections/with-credentials.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { occurrence, tokens } from '../../support/memory-calendars.ts';
import { createCalendarsWorld, type CalendarsWorld, type Practice } from './calendars-world.ts';

let world: CalendarsWorld;
beforeAll(async () => {
  world = await createCalendarsWorld();
});
beforeEach(() => world.fresh());
afterAll(() => world.close());

const sync = async (connectionId: string): Promise<void> => {
  await world.run(async (tx: Tx<'enqueue'>) => tx.enqueue(syncConnectionTask, { connectionId, isFull: false }), null);
  await world.worker.runDue();
};

const connectionOf = async ({ actor }: Practice, id: string) => {
  const found = await calendarConnections(world.readContext(actor), null);
  return found.find((connection) => connection.id === id);
};

const external = async (artisanId: string): Promise<number> => {
  const rows = await world.db
    .selectFrom('quantum')
    .innerJoin('occupancy', 'occupancy.id', 'quantum.occupancy_id')
    .select('occupancy.id')
    .where('quantum.artisan_id', '=', artisanId)
    .where('occupancy.kind', '=', 'EXTERNAL')
    .execute();
  return rows.length;
};

describe('credentials', () => {
  const opened = async (practice: Practice, expiresAt?: string, owner = practice): Promise<string> =>
    openConnection(world.ctx(practice.actor), {
      ...{ artisanId: practice.artisanId, provider: 'GOOGLE', account: owner.artisanId, connectionId: null },
      credentials: tokens('secret', expiresAt),
    });

  test('tokens at their end are renewed once for several workers', async () => {
    const practice = await world.practice();
    const id = await opened(practice, world.clock.now().toISOString());
    const seen = await Promise.all(
      Array.from({ length: 4 }, () =>
        withCredentials(world.ctx(), id, async ({ credentials }) =>
          credentials.kind === 'TOKENS' ? credentials.refreshToken : null,
        ),
      ),
    );
    expect(seen).toEqual(Array.from({ length: 4 }, () => 'refresh-secret+'));
    expect(world.google.calls.filter((call) => call === 'refresh')).toHaveLength(1);
    await world.worker.runDue();
    expect(await connectionOf(practice, id)).toMatchObject({ status: 'CONNECTED', lastSuccessAt: world.clock.now() });
  });

  test('tokens that are refused are renewed once more; a refused renewal waits for the owner', async () => {
    const practice = await world.practice();
    const id = await opened(practice);
    await world.worker.runDue();
    world.google.valid = 'other';
    await sync(id);
    expect(await connectionOf(practice, id)).toMatchObject({ status: 'CONNECTED' });
    world.google.valid = 'another';
    world.google.failing('refresh', new CalendarFailure('REFUSED', 'INVALID_GRANT'));
    await sync(id);
    expect(await connectionOf(practice, id)).toMatchObject({ status: 'TO_RECONNECT' });
  });

  const rowOf = (id: string) =>
    world.db.selectFrom('calendar_connection').selectAll().where('id', '=', id).executeTakeFirst();

  test('disconnected, its provider is asked until it answers to forget us, and then its key is destroyed; busy time stays where it is wanted', async () => {
    const practice = await world.practice();
    world.google.put('a', occurrence('2027-01-12T09:00:00Z'));
    const id = await opened(practice);
    await world.worker.runDue();
    world.google.failing('revoke', new CalendarFailure('UNREACHABLE', 'TIMEOUT'));
    await world.run(disconnectCalendar, { connectionId: id, keepsBusyTime: true }, practice.actor);
    await world.worker.runDue();
    expect(await rowOf(id)).toMatchObject({ status: 'DISCONNECTED', credentials: expect.any(String) });
    world.clock.advance(60_000);
    await world.worker.runDue();
    expect(await rowOf(id)).toMatchObject({ status: 'DISCONNECTED', credentials: null, data_key_id: null });
    expect(world.google.calls.filter((call) => call === 'revoke')).toHaveLength(2);
    expect(await external(practice.artisanId)).toBe(12);
    const again = world.run(disconnectCalendar, { connectionId: id, keepsBusyTime: false }, practice.actor);
    await expect(again).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('an account of two agendas is revoked with the last of them, and nothing stays of what is not kept', async () => {
    const [first, second] = [await world.practice(), await world.practice()];
    const ids = [await opened(first), await opened(second, undefined, first)] as const;
    await world.run(disconnectCalendar, { connectionId: ids[0], keepsBusyTime: false }, first.actor);
    expect(await connectionOf(first, ids[0])).toBeUndefined();
    await world.worker.runDue();
    expect(world.google.calls).not.toContain('revoke');
    await world.run(disconnectCalendar, { connectionId: ids[1], keepsBusyTime: false }, second.actor);
    await world.worker.runDue();
    expect(world.google.calls).toContain('revoke');
    expect(await Promise.all(ids.map(rowOf))).toEqual([undefined, undefined]);
  });

  test('a provider that never answers is not asked for longer than a day, and what opened the account is gone', async () => {
    const practice = await world.practice();
    const id = await opened(practice);
    const refusing = () => world.google.failing('revoke', new CalendarFailure('UNREACHABLE', 'TIMEOUT'));
    refusing();
    await world.run(disconnectCalendar, { connectionId: id, keepsBusyTime: false }, practice.actor);
    await world.worker.runDue();
    expect(await rowOf(id)).toMatchObject({ credentials: expect.any(String) });
    world.clock.advance(25 * 3_600_000);
    await world.run(async (tx: Tx<'enqueue'>) => tx.enqueue(moveWindowsTask, {}, { priority: 1 }), null);
    refusing();
    await world.worker.runDue();
    expect(await rowOf(id)).toBeUndefined();
  });
});

test('a smaller plan pauses the newest connections and says so once; with a larger one they are read again', async () => {
  const practice = await world.practice({}, 'ARTISAN');
  const { actor, artisanId, userId: personId } = practice;
  const planId = newId();
  const allow = (value: number) =>
    world.run(async ({ em }: Tx<'em'>) => {
      await em.nativeUpdate(PlanEntitlement, { plan: planId }, { value });
    }, null);
  await world.run(async ({ em }: Tx<'em'>) => {
    const plan = em.create(Plan, {
      ...{ id: planId, code: 'STARTER', family: 'ARTISAN', position: 1, isBase: true, isActive: true },
      ...{ nameFr: 'Base', nameEn: 'Base', textFr: '', textEn: '' },
    });
    em.create(PlanEntitlement, { id: newId(), plan, feature: 'CALENDARS', value: 2 });
  }, null);
  const first = await world.connect(practice);
  world.clock.advance(1_000);
  const second = await openConnection(world.ctx(actor), {
    ...{ artisanId, provider: 'GOOGLE', account: 'atelier@example.org', connectionId: null },
    credentials: tokens('secret'),
  });
  await world.worker.runDue();
  const fit = async (): Promise<(string | undefined)[]> => {
    await world.run(async (tx: Tx<'enqueue'>) => tx.enqueue(fitPlanTask, { personId }), null);
    await world.worker.runDue();
    return [(await connectionOf(practice, first))?.status, (await connectionOf(practice, second))?.status];
  };
  const notices = async () =>
    (await world.db.selectFrom('notification').select('title').where('user_id', '=', personId).execute()).length;
  expect(await fit()).toEqual(['CONNECTED', 'CONNECTED']);
  await allow(1);
  expect(await fit()).toEqual(['CONNECTED', 'PAUSED']);
  expect(await fit()).toEqual(['CONNECTED', 'PAUSED']);
  expect(await notices()).toBe(1);
  await allow(2);
  world.google.put('a', occurrence('2027-01-13T09:00:00Z'));
  expect(await fit()).toEqual(['CONNECTED', 'CONNECTED']);
  expect(await external(artisanId)).toBe(12);
  expect(await notices()).toBe(1);
});

test('an erasure destroys what opens accounts, and their busy time', async () => {
  const practice = await world.practice();
  world.caldav.put('a', occurrence('2027-01-12T09:00:00Z'));
  const id = await world.connect(practice);
  expect(await external(practice.artisanId)).toBe(12);
  const { data_key_id: keyId } = await world.db
    .selectFrom('calendar_connection')
    .select('data_key_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const erase = (tx: Parameters<typeof calendarsPersonalData.erase>[0]) =>
    calendarsPersonalData.erase(
      tx,
      {
        ...{ userId: practice.userId, role: 'PROOFREADER', email: '', locale: 'fr', fileIds: [], traces: [] },
      },
      [],
    );
  await world.run(erase, null);
  const left = await world.db.selectFrom('calendar_connection').select('id').where('id', '=', id).execute();
  const keys = await world.db.selectFrom('data_key').select('id').where('id', '=', String(keyId)).execute();
  expect([left, keys, await external(practice.artisanId)]).toEqual([[], [], 0]);
});

describe('pushes', () => {
  test('are asked for anew in their last day, the new channel before the old one ends; polling needs none', async () => {
    const practice = await world.practice();
    const connectionId = await openConnection(world.ctx(practice.actor), {
      ...{ artisanId: practice.artisanId, provider: 'GOOGLE', connectionId: null },
      ...{ account: 'atelier@example.org', credentials: tokens('secret') },
    });
    await world.worker.runDue();
    const { channels, calls } = world.google;
    await world.db
      .updateTable('calendar_connection')
      .set({ status: 'DISCONNECTED' })
      .where('id', '<>', connectionId)
      .execute();
    // No provider reaches an address that is not public.
    await renewChannels(world.ctx());
    expect(channels.size).toBe(0);
    const open = { ...world.ctx(), config: { ...world.config, publicUrl: 'https://atelier.example.org' } };
    const stored = () =>
      world.db
        .selectFrom('connected_calendar')
        .select(['channel_id', 'channel_resource', 'channel_token_hash'])
        .where('connection_id', '=', connectionId)
        .executeTakeFirstOrThrow();
    await renewChannels(open);
    const first = await stored();
    expect([...channels]).toEqual([first.channel_id]);
    // Two days are left of it, then a day and an hour, then less than a day.
    const at = (hours: number) => ({ ...open, now: new Date(Date.now() + hours * 3_600_000) });
    await renewChannels(at(0));
    await renewChannels(at(23));
    expect(await stored()).toEqual(first);
    world.google.failing('watch', new CalendarFailure('LIMITED', 'TOO_MANY'));
    await renewChannels(at(25));
    expect([await stored(), [...channels]]).toEqual([first, [first.channel_id]]);
    calls.length = 0;
    await renewChannels(at(25));
    const second = await stored();
    expect([...channels]).toEqual([second.channel_id]);
    expect(second.channel_token_hash).not.toBe(first.channel_token_hash);
    expect(calls).toEqual(['watch', 'unwatch']);
    await renewChannels(at(0));
    expect(await stored()).toEqual(second);
  });
});
