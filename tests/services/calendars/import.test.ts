import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { CalendarFlow } from '../../../src/entities/calendars/calendar-flow.entity.ts';
import { CalendarFailure } from '../../../src/services/adapters/calendars/port.ts';
import {
  calendarConnections,
  calendarsOfConnections,
  chooseCalendars,
  connectCalendar,
  disconnectCalendar,
  reconnectCalendar,
} from '../../../src/services/calendars/index.ts';
import {
  moveWindowsTask,
  renewChannelsTask,
  syncConnectionTask,
  syncDueTask,
} from '../../../src/services/calendars/calendar-jobs.ts';
import { calendarsRetention } from '../../../src/services/calendars/retention.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import type { TaskDefinition } from '../../../src/services/platform/task.ts';
import { instantFrom, numberFrom } from '../../../src/services/platform/orm/values.ts';
import { findAvailability } from '../../../src/services/scheduling/index.ts';
import { nobody } from '../../support/make/actor.ts';
import { occurrence } from '../../support/memory-calendars.ts';
import { retain } from '../../support/retention.ts';
import { account, createCalendarsWorld, type CalendarsWorld, type Practice } from './calendars-world.ts';

let world: CalendarsWorld;
beforeAll(async () => {
  world = await createCalendarsWorld();
});
beforeEach(() => world.fresh());
afterAll(() => world.close());

/** The hours of Tuesday 12 January at which one can begin, in UTC. */
const offered = async ({ offeringId }: Practice, from = '2027-01-12'): Promise<string[]> => {
  const days = await findAvailability(world.readContext(nobody), { offeringId, from, days: 1, partySize: 1 });
  return days.flatMap(({ slots }) => slots.map(({ startsAt }) => startsAt.toISOString().slice(11, 16)));
};

const sync = async (connectionId: string, isFull = false): Promise<void> => {
  await world.run(async (tx: Tx<'enqueue'>) => tx.enqueue(syncConnectionTask, { connectionId, isFull }), null);
  await world.worker.runDue();
};

const blocks = (artisanId: string) =>
  world.db.selectFrom('busy_block').selectAll().where('artisan_id', '=', artisanId).orderBy('starts_at').execute();

const connectionOf = async ({ actor }: Practice, id: string) => {
  const found = await calendarConnections(world.readContext(actor), null);
  return found.find((connection) => connection.id === id);
};

const calendarsOf = async (id: string) => (await calendarsOfConnections(world.readContext(), [id])).get(id) ?? [];

const external = async (artisanId: string): Promise<number> => {
  const row = await world.db
    .selectFrom('quantum')
    .innerJoin('occupancy', 'occupancy.id', 'quantum.occupancy_id')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('quantum.artisan_id', '=', artisanId)
    .where('occupancy.kind', '=', 'EXTERNAL')
    .executeTakeFirstOrThrow();
  return numberFrom(row.count);
};

describe('connecting', () => {
  test('an account is connected, its main calendar is read, and what it has is not offered', async () => {
    const practice = await world.practice();
    world.caldav.put('dentist', occurrence('2027-01-12T09:02:00Z'));
    const before = await offered(practice);
    const id = await world.connect(practice);
    const after = await offered(practice);
    expect(before.filter((time) => !after.includes(time))).toEqual(['08:30', '09:00', '09:30', '10:00']);
    expect(await external(practice.artisanId)).toBe(13);
    expect(await connectionOf(practice, id)).toMatchObject({
      ...{ provider: 'CALDAV', status: 'CONNECTED', health: 'HEALTHY', account: 'morel (cal.example.org)' },
      failureCode: null,
      lastSuccessAt: world.clock.now(),
    });
    expect(await calendarsOf(id)).toMatchObject([{ name: 'Atelier', blocks: true, receivesBookings: true }]);
    expect((await blocks(practice.artisanId)).map(({ title }) => title)).toEqual([null]);
    expect(await world.faults()).toEqual([]);
  });

  test('the same account again is the same connection; what opens it is stored sealed', async () => {
    const practice = await world.practice();
    const [first, second] = [await world.connect(practice), await world.connect(practice)];
    expect(second).toBe(first);
    const row = await world.db
      .selectFrom('calendar_connection')
      .selectAll()
      .where('id', '=', first)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain('"secret');
    expect(row.credentials).not.toContain('secret');
  });

  test.each([
    [new CalendarFailure('REFUSED', 'UNAUTHORIZED'), 'CALENDAR_REFUSED'],
    [new CalendarFailure('UNREADABLE', 'NO_CALENDAR'), 'CALENDAR_REFUSED'],
    [new CalendarFailure('UNREACHABLE', 'TIMEOUT'), 'CALENDAR_UNREACHABLE'],
    [new CalendarFailure('LIMITED', 'TOO_MANY'), 'CALENDAR_UNREACHABLE'],
  ])('%s is refused, and nothing is stored', async (failure, code) => {
    const practice = await world.practice();
    world.caldav.failing('calendars', failure);
    await expect(world.connect(practice)).rejects.toMatchObject({ code });
    expect(await calendarConnections(world.readContext(practice.actor), null)).toEqual([]);
  });

  test('somebody else’s agenda does not exist', async () => {
    const [practice, other] = [await world.practice(), await world.practice()];
    await expect(world.connect({ ...practice, actor: other.actor })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const id = await world.connect(practice);
    for (const attempt of [
      () => world.run(disconnectCalendar, { connectionId: id, keepsBusyTime: false }, other.actor),
      () => reconnectCalendar(world.ctx(other.actor), { connectionId: id, ...account }),
      () => world.run(chooseCalendars, { connectionId: id, calendars: [] }, other.actor),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('what is missing or unknown is named', async () => {
    const { artisanId, actor } = await world.practice();
    const connecting = (input: object) =>
      connectCalendar(world.ctx(actor), { artisanId, provider: 'CALDAV', ...account, ...input });
    for (const [input, path] of [
      [{ password: null }, 'input.password'],
      [{ server: 'no address' }, 'input.server'],
      [{ provider: 'ICS' }, 'input.url'],
      [{ provider: 'MICROSOFT' }, 'input.provider'],
    ] as const)
      await expect(connecting(input)).rejects.toMatchObject({ details: { fields: [{ path }] } });
  });

  test('a plan without calendars connects none', async () => {
    const practice = await world.practice({}, 'ARTISAN');
    await expect(world.connect(practice)).rejects.toMatchObject({ code: 'PLAN_REQUIRED' });
  });
});

describe('reading', () => {
  test('what changed is replaced, what did not is not touched, what is gone is free', async () => {
    const practice = await world.practice();
    world.caldav.put('a', occurrence('2027-01-12T09:00:00Z'));
    world.caldav.put('b', occurrence('2027-01-12T11:00:00Z'));
    const id = await world.connect(practice);
    const [kept] = await blocks(practice.artisanId);
    world.caldav.put('b', occurrence('2027-01-12T14:00:00Z'));
    await sync(id);
    expect((await blocks(practice.artisanId))[0]).toEqual(kept);
    expect(await external(practice.artisanId)).toBe(24);
    world.caldav.remove('b');
    await sync(id);
    expect(await blocks(practice.artisanId)).toEqual([kept]);
    expect(await external(practice.artisanId)).toBe(12);
    await sync(id, true);
    expect(await blocks(practice.artisanId)).toEqual([kept]);
    expect(await world.faults()).toEqual([]);
  });

  test('an event of several days is cut at local midnights, and one that two calendars hold stays when one is gone', async () => {
    const practice = await world.practice();
    const days = occurrence('2027-01-11T23:00:00Z', { endsAt: new Date('2027-01-14T23:00:00Z'), isAllDay: true });
    world.caldav.put('fair', days);
    const second = { ...world.caldav.main, externalId: 'https://cal.example.org/second/', isPrimary: false };
    world.caldav.all.set(second.externalId, { ...second, events: new Map(world.caldav.main.events) });
    const id = await world.connect(practice);
    const [, other] = await calendarsOf(id);
    await world.run(
      chooseCalendars,
      { connectionId: id, calendars: [{ id: other?.id ?? '', blocks: true }] },
      practice.actor,
    );
    await world.worker.runDue();
    expect(await blocks(practice.artisanId)).toHaveLength(2);
    const pieces = await world.db
      .selectFrom('occupancy')
      .selectAll()
      .where('artisan_id', '=', practice.artisanId)
      .execute();
    expect(pieces).toHaveLength(6);
    expect(await external(practice.artisanId)).toBe(3 * 288);
    await world.run(
      chooseCalendars,
      { connectionId: id, calendars: [{ id: other?.id ?? '', blocks: false }] },
      practice.actor,
    );
    expect(await external(practice.artisanId)).toBe(3 * 288);
    expect(await offered(practice, '2027-01-13')).toEqual([]);
    await world.run(disconnectCalendar, { connectionId: id, keepsBusyTime: false }, practice.actor);
    expect(await external(practice.artisanId)).toBe(0);
    expect(await offered(practice, '2027-01-13')).not.toEqual([]);
    expect(await world.faults()).toEqual([]);
  });

  test('what does not block by choice takes no time', async () => {
    const practice = await world.practice();
    world.caldav.put(
      'all day',
      occurrence('2027-01-11T23:00:00Z', { endsAt: new Date('2027-01-12T23:00:00Z'), isAllDay: true }),
    );
    world.caldav.put('perhaps', occurrence('2027-01-13T09:00:00Z', { isTentative: true }));
    world.caldav.put('asked', occurrence('2027-01-14T09:00:00Z', { isUnanswered: true }));
    const id = await world.connect(practice);
    const [calendar] = await calendarsOf(id);
    expect(await blocks(practice.artisanId)).toHaveLength(3);
    const choice = { id: calendar?.id ?? '', ignoresAllDay: true, ignoresTentative: true, ignoresUnanswered: true };
    await world.run(chooseCalendars, { connectionId: id, keepsTitles: true, calendars: [choice] }, practice.actor);
    await world.worker.runDue();
    expect(await blocks(practice.artisanId)).toEqual([]);
    const busy = { id: choice.id, ignoresTentative: false };
    await world.run(chooseCalendars, { connectionId: id, calendars: [busy] }, practice.actor);
    await world.worker.runDue();
    expect((await blocks(practice.artisanId)).map(({ title }) => title)).toEqual(['Dentiste']);
  });

  test('a booking keeps its time, and what lies under it blocks once it is gone', async () => {
    const practice = await world.practice();
    const id = await world.connect(practice);
    await world.book(practice, '2027-01-12T09:00:00Z');
    world.caldav.put('late', occurrence('2027-01-12T09:30:00Z'));
    await sync(id);
    expect(await external(practice.artisanId)).toBe(6);
    expect(await world.faults()).toEqual([]);
  });

  test('a reading that is old when it is stored is dropped', async () => {
    const practice = await world.practice();
    const id = await world.connect(practice);
    world.caldav.put('a', occurrence('2027-01-12T09:00:00Z'));
    world.caldav.during(async () => {
      world.caldav.put('a', occurrence('2027-01-12T15:00:00Z'));
      const { connectionId, isFull } = { connectionId: id, isFull: false };
      await calendarTaskOf('calendars.sync-connection', { connectionId, isFull });
    });
    await sync(id);
    expect((await blocks(practice.artisanId)).map(({ is_all_day }) => numberFrom(is_all_day))).toEqual([0]);
    expect(await offered(practice)).toContain('09:00');
  });

  test('events that cannot be read are counted by their reasons', async () => {
    const practice = await world.practice();
    Object.assign(world.caldav, { skipped: ['TOO_MANY_OCCURRENCES', 'NO_START', 'NO_START'] });
    const id = await world.connect(practice);
    const [calendar] = await calendarsOf(id);
    expect(calendar?.skippedCount).toBe(3);
    expect(calendar?.skippedReasons).toContainEqual({ reason: 'NO_START', count: 2 });
  });

  test('each connection is read every quarter of an hour, and all of it in the night', async () => {
    const practice = await world.practice();
    const id = await world.connect(practice);
    const calls = (): number => world.caldav.calls.filter((call) => call === 'changes').length;
    const before = calls();
    const tick = async (task: TaskDefinition<Record<string, never>>): Promise<void> => {
      await world.run(async (tx: Tx<'enqueue'>) => tx.enqueue(task, {}), null);
      await world.worker.runDue();
    };
    await tick(syncDueTask);
    const due = (await connectionOf(practice, id))?.nextSyncAt ?? new Date(0);
    expect(due.getTime() - world.clock.now().getTime()).toBeLessThanOrEqual(15 * 60_000);
    world.clock.set(due);
    await tick(syncDueTask);
    await tick(syncDueTask);
    expect(calls()).toBeGreaterThanOrEqual(before + 2);
    await tick(renewChannelsTask);
    await tick(moveWindowsTask);
    const [night] = await world.db
      .selectFrom('job')
      .select('payload')
      .where('kind', '=', 'calendars.sync-connection')
      .where('state', '=', 'PENDING')
      .execute();
    expect(JSON.stringify(night?.payload)).toContain('isFull');
  });
});

/** Does a piece of work at once, beside the worker. */
const calendarTaskOf = async (kind: string, payload: object): Promise<void> => {
  const { calendarTasks } = await import('../../../src/services/calendars/index.ts');
  await calendarTasks.find(({ definition }) => definition.kind === kind)?.run(world.contextFor(), payload);
};

describe('what is over', () => {
  test('a way to a provider goes a day after its end', async () => {
    const { artisanId, userId } = await world.practice();
    const [before, hash] = [world.clock.now(), '0'.repeat(64)];
    await world.run(
      async ({ em }: Tx<'em'>) =>
        void em.create(CalendarFlow, {
          ...{ userId, artisanId, provider: 'GOOGLE', stateHash: hash, proofHash: hash, expiresAt: before },
        }),
      null,
    );
    const left: number[] = [];
    for (const hours of [23, 25]) {
      world.clock.set(new Date(before.getTime() + hours * 3_600_000));
      await retain(world.contextFor(), calendarsRetention);
      left.push((await world.db.selectFrom('calendar_flow').select('id').execute()).length);
    }
    world.clock.set(before);
    expect(left).toEqual([1, 0]);
  });

  test('busy time goes thirty days after its end, with what it took; what is to come stays', async () => {
    const practice = await world.practice();
    world.caldav.put('a', occurrence('2027-01-04T09:00:00Z'));
    world.caldav.put('b', occurrence('2027-02-03T10:30:00Z'));
    await world.connect(practice);
    const starts = async () => (await blocks(practice.artisanId)).map(({ starts_at }) => instantFrom(starts_at));
    const before = world.clock.now();
    try {
      world.clock.set(new Date('2027-02-03T10:00:00Z'));
      await retain(world.contextFor(), calendarsRetention);
      expect(await starts()).toHaveLength(2);
      expect(await external(practice.artisanId)).toBe(24);
      world.clock.set(new Date('2027-02-03T10:00:01Z'));
      await retain(world.contextFor(), calendarsRetention);
      expect(await starts()).toEqual([new Date('2027-02-03T10:30:00Z')]);
      expect(await external(practice.artisanId)).toBe(12);
      expect(await world.faults()).toEqual([]);
    } finally {
      world.clock.set(before);
    }
  });
});

describe('health', () => {
  const notified = async ({ userId }: Practice): Promise<string[]> => {
    const rows = await world.db.selectFrom('notification').select('title').where('user_id', '=', userId).execute();
    return rows.map(({ title }) => title);
  };

  test('refused, it waits for its owner, who is notified once; reconnected, it goes on', async () => {
    const practice = await world.practice({ displayName: 'Atelier Sans' });
    const id = await world.connect(practice);
    world.caldav.valid = 'changed';
    await sync(id);
    await sync(id);
    expect(await connectionOf(practice, id)).toMatchObject({ status: 'TO_RECONNECT', failureCode: 'INVALID_GRANT' });
    expect(await notified(practice)).toEqual(['Un agenda est à reconnecter']);
    const fields = { connectionId: id, ...account, password: 'changed' };
    await reconnectCalendar(world.ctx(practice.actor), fields);
    await world.worker.runDue();
    expect(await connectionOf(practice, id)).toMatchObject({ status: 'CONNECTED', failureCode: null, failureCount: 0 });
    await expect(reconnectCalendar(world.ctx(practice.actor), { ...fields, user: 'other' })).rejects.toMatchObject({
      code: 'CALENDAR_REFUSED',
    });
  });

  test('unreachable, it is read later, or when its provider says', async () => {
    const practice = await world.practice();
    const id = await world.connect(practice);
    const pause = async (failure: CalendarFailure): Promise<number> => {
      world.caldav.failing('changes', failure);
      await sync(id);
      return ((await connectionOf(practice, id))?.nextSyncAt.getTime() ?? 0) - world.clock.now().getTime();
    };
    expect(await pause(new CalendarFailure('UNREACHABLE', 'TIMEOUT'))).toBe(15 * 60_000);
    expect(await pause(new CalendarFailure('UNREACHABLE', 'TIMEOUT'))).toBe(30 * 60_000);
    const limited = new CalendarFailure('LIMITED', 'TOO_MANY', { retryAfterSeconds: 7_200 });
    expect(await pause(limited)).toBe(7_200_000);
    expect(await connectionOf(practice, id)).toMatchObject({
      status: 'CONNECTED',
      health: 'DEGRADED',
      failureCount: 3,
    });
    await sync(id);
    expect(await connectionOf(practice, id)).toMatchObject({ failureCode: null, failureCount: 0 });
  });

  test('a calendar that is gone takes no time any more', async () => {
    const practice = await world.practice();
    world.caldav.put('a', occurrence('2027-01-12T09:00:00Z'));
    const id = await world.connect(practice);
    world.caldav.all.clear();
    await sync(id);
    expect(await calendarsOf(id)).toMatchObject([{ receivesBookings: false, goneAt: world.clock.now() }]);
    expect(await external(practice.artisanId)).toBe(0);
  });

  test('closed when it was not read for too long, where the artisan wants it so', async () => {
    const [closing, keeping] = [await world.practice({ whenStale: 'CLOSE' }), await world.practice()];
    await world.connect(closing);
    world.fresh();
    await world.connect(keeping);
    expect(await offered(closing, '2027-01-13')).not.toEqual([]);
    world.clock.advance(6 * 3_600_000);
    expect(await offered(closing, '2027-01-13')).toEqual([]);
    expect(await offered(keeping, '2027-01-13')).not.toEqual([]);
  });
});
