import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Cron } from 'croner';
import { z } from 'zod';
import { createScheduler, lastDue, schedule, type Schedule } from '../../../src/services/platform/schedules.ts';
import { defineTask } from '../../../src/services/platform/task.ts';
import { DAY, HOUR, MINUTE } from '../../support/clock.ts';
import { until } from '../../support/until.ts';
import { createWorld, type World } from '../../support/world.ts';

const sweepJob = defineTask('test.sweep', z.object({ what: z.string() }));
const nightly = schedule({ name: 'nightly', cron: '30 2 * * *', task: sweepJob, payload: { what: 'night' } });
const everyFive = schedule({ name: 'every-five', cron: '*/5 * * * *', task: sweepJob, payload: { what: 'five' } });

let world: World;
let others: World[];
beforeEach(async () => {
  world = await createWorld();
  others = [];
});
afterEach(async () => {
  for (const other of others) await other.close();
  await world.close();
});

const scheduler = (schedules: readonly Schedule[], from: World = world) =>
  createScheduler({ schedules, contextFor: () => from.contextFor(), log: from.logs.log });
const another = async (): Promise<World> => {
  const other = await createWorld({ database: world.database, clock: world.clock });
  others.push(other);
  return other;
};
const queued = async (): Promise<number> => (await world.db.selectFrom('job').select('id').execute()).length;

test('a schedule queues its job when it is due, once for each time', async () => {
  const clock = scheduler([everyFive]);
  expect(await clock.look()).toBe(0);
  world.clock.advance(4 * MINUTE);
  expect(await clock.look()).toBe(0);
  world.clock.advance(MINUTE);
  expect(await clock.look()).toBe(1);
  expect(await clock.look()).toBe(0);
  const [job] = await world.db.selectFrom('job').select(['kind', 'payload']).execute();
  expect(job?.kind).toBe('test.sweep');
  world.clock.advance(5 * MINUTE);
  expect(await clock.look()).toBe(1);
  expect(await queued()).toBe(2);
});

test('several processes queue it once', async () => {
  const clocks = [
    scheduler([everyFive, nightly]),
    scheduler([everyFive, nightly], await another()),
    scheduler([everyFive, nightly], await another()),
  ];
  for (const clock of clocks) await clock.look();
  for (let i = 0; i < 6; i++) {
    world.clock.advance(5 * MINUTE);
    const counts = await Promise.all(clocks.map((clock) => clock.look()));
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(1);
  }
  expect(await queued()).toBe(6);
});

test('a server that was stopped catches up with the last time it missed, not with every one', async () => {
  const before = scheduler([nightly]);
  await before.look();
  world.clock.advance(DAY);
  expect(await before.look()).toBe(1);
  world.clock.advance(5 * DAY);
  const after = scheduler([nightly], await another());
  expect(await after.look()).toBe(1);
  expect(await after.look()).toBe(0);
  expect(await queued()).toBe(2);
});

test('a schedule that is new has missed nothing', async () => {
  world.clock.set('2026-11-20T03:00:00Z');
  expect(await scheduler([nightly]).look()).toBe(0);
});

test('times are those of the zone, across the changes of the clock', async () => {
  const paris = new Cron('30 2 * * *', { timezone: 'Europe/Paris' });
  const due = (after: string, until: string) => lastDue(paris, new Date(after), new Date(until))?.toISOString();
  expect(due('2025-07-01T00:00:00Z', '2025-07-01T12:00:00Z')).toBe('2025-07-01T00:30:00.000Z');
  expect(due('2025-01-01T00:00:00Z', '2025-01-01T12:00:00Z')).toBe('2025-01-01T01:30:00.000Z');
  // 30 March 2025 has no 02:30 in Paris: it is not skipped.
  expect(due('2025-03-29T12:00:00Z', '2025-03-30T12:00:00Z')).toMatch(/^2025-03-30T01:/);
  // 26 October 2025 has it twice: once is enough.
  expect(due('2025-10-25T12:00:00Z', '2025-10-26T12:00:00Z')).toMatch(/^2025-10-26T0[01]:30/);
  const first = new Date(due('2025-10-25T12:00:00Z', '2025-10-26T12:00:00Z') as string);
  expect(paris.nextRun(first)?.toISOString().slice(0, 10)).toBe('2025-10-27');
});

test('the last time due is found in long gaps of frequent schedules and in rare ones', () => {
  const last = (cron: string, after: string) =>
    lastDue(new Cron(cron, { timezone: 'UTC' }), new Date(after), new Date('2026-11-20T09:00:30Z'))?.toISOString();
  expect(last('* * * * *', '2020-01-01T00:00:00Z')).toBe('2026-11-20T09:00:00.000Z');
  expect(last('0 3 1 * *', '2020-01-01T00:00:00Z')).toBe('2026-11-01T03:00:00.000Z');
  expect(last('0 3 1 1 *', '2026-11-01T00:00:00Z')).toBeUndefined();
});

test('it looks by itself once started; one that cannot queue its job does not hold up the others', async () => {
  const broken: Schedule = { ...everyFive, name: 'broken', payload: { what: 7 } };
  const clock = scheduler([broken, everyFive]);
  await clock.look();
  world.clock.advance(HOUR);
  clock.start();
  await until('the job is queued', async () => (await queued()) === 1);
  await clock.stop();
  expect(world.logs.lines().find(({ msg }) => msg === 'a schedule could not queue its job')).toMatchObject({
    schedule: 'broken',
  });
});
