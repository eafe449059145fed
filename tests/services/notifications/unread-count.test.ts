import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { priorities } from '../../../src/entities/notifications/notification.entity.ts';
import {
  countUnreadNotifications,
  deleteNotification,
  listNotifications,
  markAllNotificationsRead,
  markNotificationRead,
  notificationsRetention,
  notifyMany,
} from '../../../src/services/notifications/index.ts';
import { instantFrom } from '../../../src/services/platform/orm/values.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { DAY, HOUR } from '../../support/clock.ts';
import { engine } from '../../support/database.ts';
import { planOf } from '../../support/plan.ts';
import { retain } from '../../support/retention.ts';
import { createWorld, type World } from '../../support/world.ts';
import { addPerson, asking } from './people.ts';

/** The count of unread notifications that is kept, and the pages in the order of priority, against the rows themselves. */
let world: World;
let people: string[];
beforeAll(async () => {
  world = await createWorld();
  people = await Promise.all(Array.from({ length: 3 }, async () => (await world.run(addPerson, {})).id));
});
afterAll(() => world.close());

let state = 5;
const below = (count: number): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * count);
};
const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;

const rowsOf = async (userId: string) =>
  (await world.db.selectFrom('notification').selectAll().where('user_id', '=', userId).execute())
    .map((row) => ({ ...row, createdAt: instantFrom(row.created_at).getTime() }))
    .filter(
      ({ deleted_at, expires_at }) =>
        deleted_at === null && (expires_at === null || instantFrom(expires_at) > world.clock.now()),
    );

async function expectCountsToBeRight(): Promise<void> {
  for (const userId of people)
    expect(await countUnreadNotifications(world.readContext(asking(userId)))).toBe(
      (await rowsOf(userId)).filter(({ read_at }) => read_at === null).length,
    );
}

const notifySome = () =>
  world.run(
    notifyMany,
    Array.from({ length: 1 + below(4) }, () => ({
      userId: pick(people),
      title: 'A title',
      message: 'A message',
      priority: pick(priorities),
      // Some come a second time, and are none.
      dedupeKey: `test:${below(400)}`,
      ...(below(4) === 0 && { expiresAt: new Date(world.clock.now().getTime() + below(20) * DAY) }),
    })),
  );

const operations = [
  notifySome,
  notifySome,
  notifySome,
  async () => {
    const [userId, id] = await one();
    if (id) await world.run(markNotificationRead, { id }, asking(userId));
  },
  async () => {
    const [userId, id] = await one();
    if (id) await world.run(deleteNotification, { id }, asking(userId));
  },
  async () => below(4) === 0 && world.run(markAllNotificationsRead, {}, asking(pick(people))),
  async () => below(4) === 0 && retain(world.contextFor(), notificationsRetention),
];
async function one(): Promise<[string, string | undefined]> {
  const userId = pick(people);
  return [userId, pick(await rowsOf(userId))?.id];
}

test('the count follows whatever happens to notifications, retention and expiry too', async () => {
  for (let round = 0; round < 150; round++) {
    await pick(operations)();
    world.clock.advance(below(12) * HOUR);
    if (round % 10 === 0) await expectCountsToBeRight();
  }
  await expectCountsToBeRight();
}, 60_000);

test('those who are notified at once are counted together, and an account that goes takes its count along', async () => {
  await Promise.all(Array.from({ length: 10 }, notifySome));
  await expectCountsToBeRight();
  const gone = people.pop() as string;
  await world.run(async ({ em }: Tx<'em'>) => void (await em.nativeDelete(User, { id: gone })), undefined);
  expect(
    await world.db.selectFrom('notification_count').select('user_id').where('user_id', '=', gone).execute(),
  ).toEqual([]);
  await expectCountsToBeRight();
}, 60_000);

test('pages are in the order of priority, then of time, in both directions and between any two cursors', async () => {
  for (let i = 0; i < 12; i++) await notifySome();
  const userId = people[0] as string;
  const wanted = (await rowsOf(userId))
    .sort((a, b) => b.priority_rank - a.priority_rank || b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
    .map(({ id }) => id);
  expect(new Set((await rowsOf(userId)).map(({ priority_rank }) => priority_rank)).size).toBeGreaterThan(2);
  const ctx = world.readContext(asking(userId));
  const whole = await listNotifications(ctx, { first: 100 });
  expect(whole.nodes.map(({ id }) => id)).toEqual(wanted);
  const cursors = whole.edges.map(({ cursor }) => cursor);
  for (let i = 0; i < 40; i++) {
    const [after, before] = [below(wanted.length), below(wanted.length)].sort((a, b) => a - b) as [number, number];
    const between = wanted.slice(after + 1, before);
    const size = 1 + below(8);
    const forward = await listNotifications(ctx, { first: size, after: cursors[after], before: cursors[before] });
    expect(forward.nodes.map(({ id }) => id)).toEqual(between.slice(0, size));
    const backward = await listNotifications(ctx, {
      first: 1,
      last: size,
      after: cursors[after],
      before: cursors[before],
    });
    expect(backward.nodes.map(({ id }) => id)).toEqual(between.slice(-size));
    const found = await listNotifications(ctx, { first: size, after: cursors[after], search: 'title' });
    expect(found.nodes.map(({ id }) => id)).toEqual(wanted.slice(after + 1, after + 1 + size));
    const [hasNext, hasPrevious] = [forward.pageInfo.hasNextPage, forward.pageInfo.hasPreviousPage];
    if (between.length > 0) {
      expect(typeof hasNext === 'function' ? await hasNext() : hasNext).toBe(true);
      expect(typeof hasPrevious === 'function' ? await hasPrevious() : hasPrevious).toBe(true);
    }
  }
  const crossed = await listNotifications(ctx, { first: 5, after: cursors.at(-1), before: cursors[0] });
  expect(crossed.nodes).toEqual([]);
}, 60_000);

test('a later page is sought by its priority and its instant', async () => {
  const query = world.db
    .selectFrom('notification')
    .selectAll()
    .where('user_id', '=', people[0] as string)
    .where('deleted_at', 'is', null)
    .where('priority_rank', '=', 1)
    .where('created_at', '<=', world.clock.now())
    .orderBy('priority_rank', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(21);
  const plan = (await planOf(world, query)).join();
  expect(plan).toContain('notification_user_id_deleted_at_');
  // So few rows MariaDB sorts.
  if (engine === 'mysql') return;
  expect(plan).toContain('(user_id=? AND deleted_at=? AND priority_rank=? AND created_at<?)');
  expect(plan).not.toContain('TEMP B-TREE');
});
