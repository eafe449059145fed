import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { priorities, type Priority } from '../../../src/entities/notifications/notification.entity.ts';
import { listUsers } from '../../../src/services/identity/index.ts';
import { foldText } from '../../../src/services/kernel/fold.ts';
import { listOrders as sorts, type SortOf } from '../../../src/services/kernel/list-orders.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { listNotifications } from '../../../src/services/notifications/index.ts';
import { listMyOrders, listOrders, type ListOrders, type OrderRow } from '../../../src/services/orders/index.ts';
import { instantFrom } from '../../../src/services/platform/orm/values.ts';
import type { Lazily, PageOf, PageRequest } from '../../../src/services/platform/page.ts';
import { createWorld, type World } from '../../support/world.ts';
import { order, person, type Person } from '../orders/orders-fixture.ts';
import { makeNotification } from '../../support/make/notification.ts';

/** Pages of a list against a model of it: the whole list, sorted by hand, and cut. */
let world: World;
let customer: Person;
let stranger: Person;
let admin: Person;
const titles = ['Été', 'ete', 'ÉTÉ', 'zèbre', 'Zebre', 'œuvre', 'alpha', 'Alpha', 'âme', 'bois', 'L’été'];
const start = Date.parse('2026-11-01T00:00:00.000Z');

beforeAll(async () => {
  world = await createWorld();
  [customer, stranger, admin] = [
    await person(world),
    await person(world, 'CUSTOMER', { firstName: 'Élise', lastName: 'Çelik' }),
    await person(world, 'ADMIN'),
  ];
  // Ties of every kind: three orders to a millisecond, few totals, titles that differ by case and accents only.
  for (let i = 0; i < 23; i++) {
    await order(world, {
      customer: i % 4 === 0 ? stranger : customer,
      title: titles[i % titles.length] as string,
      totalCents: 10_000 * (1 + (i % 3)),
      createdAt: new Date(start + Math.floor(i / 3)),
      priority: priorities[(i * 7) % 4] as Priority,
      dueAt: i % 3 === 0 ? null : new Date(start + (i % 4)),
      lastActivityAt: new Date(start + (i % 5)),
    });
  }
  await world.run(async ({ em }, userId: string) => {
    for (let i = 0; i < 17; i++) {
      makeNotification(em, {
        user: userId,
        title: `Avis ${i}`,
        message: i % 5 === 0 ? 'Payé' : 'Reçu',
        priority: (['LOW', 'NORMAL', 'URGENT'] as const)[i % 3] ?? 'LOW',
        priorityRank: [0, 1, 3][i % 3] ?? 0,
        createdAt: new Date(start + Math.floor(i / 4)),
        readAt: i % 2 === 0 ? new Date(start) : null,
      });
    }
  }, customer.id);
});
afterAll(() => world.close());

const everything = { has: () => true };
const said = async (value: boolean | Lazily<boolean>): Promise<boolean> =>
  typeof value === 'boolean' ? value : value();
const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

type Compare<R> = (a: R, b: R) => number;
const byId: Compare<{ id: string }> = (a, b) => compare(a.id, b.id);
const by =
  <R extends { id: string }>(...of: ((row: R) => string | number)[]): Compare<R> =>
  (a, b) =>
    of.reduce((found, value) => found || compare(value(a), value(b)), 0) || byId(a, b);
const reversed =
  <R>(order: Compare<R>): Compare<R> =>
  (a, b) =>
    -order(a, b);

const created = by<OrderRow>((row) => instantFrom(row.createdAt).getTime());
const title = by<OrderRow>((row) => foldText(row.title ?? ''));
const total = by<OrderRow>((row) => row.totalCents);
const dueOf = (row: OrderRow): number => (row.dueAt ? instantFrom(row.dueAt).getTime() : Infinity);
const due = by<OrderRow>(dueOf);
const activity = by<OrderRow>((row) => instantFrom(row.lastActivityAt).getTime());
const model: Record<SortOf<'OrderSort'>, Compare<OrderRow>> = {
  CREATED_AT_ASC: created,
  CREATED_AT_DESC: reversed(created),
  TITLE_ASC: title,
  TITLE_DESC: reversed(title),
  TOTAL_ASC: total,
  TOTAL_DESC: reversed(total),
  DUE_AT_ASC: due,
  PRIORITY_DESC: by<OrderRow>((row) => -priorities.indexOf(row.priority ?? 'NORMAL'), dueOf),
  LAST_ACTIVITY_AT_ASC: activity,
  LAST_ACTIVITY_AT_DESC: reversed(activity),
};

const ordersPage = (args: Partial<ListOrders>) =>
  listOrders(world.readContext(admin.actor), { first: 100, ...args }, everything);
const idsOf = <R extends { id: string }>(rows: readonly R[]): string[] => rows.map(({ id }) => id);

/** Every page of every size and kind, between every pair of cursors, holds what the model holds and says truly what is around it. */
async function heldToModel<R extends { id: string }>(
  read: (page: PageRequest) => Promise<PageOf<R>>,
  expected: readonly string[],
  sizes: readonly number[],
): Promise<void> {
  const whole = await read({ first: 100 });
  expect(idsOf(whole.nodes)).toEqual(expected);
  const cursors = whole.edges.map(({ cursor }) => cursor);
  const places = [null, 0, 1, Math.floor(expected.length / 2), expected.length - 2, expected.length - 1];
  for (const from of places) {
    for (const to of places) {
      const [begin, end] = [from === null ? 0 : from + 1, to ?? expected.length];
      const between = expected.slice(begin, Math.max(begin, end));
      const bounds = {
        after: from === null ? null : (cursors[from] as string),
        before: to === null ? null : (cursors[to] as string),
      };
      for (const size of sizes) {
        const [forward, backward] = [
          await read({ first: size, ...bounds }),
          await read({ first: 20, last: size, ...bounds }),
        ];
        expect([from, to, idsOf(forward.nodes)]).toEqual([from, to, between.slice(0, size)]);
        expect([from, to, idsOf(backward.nodes)]).toEqual([
          from,
          to,
          size >= between.length ? between : between.slice(-size),
        ]);
        for (const { nodes, pageInfo, edges } of [forward, backward]) {
          // Of an empty page, everything from the cursor on is beyond it.
          const at = nodes.length > 0 ? expected.indexOf(nodes[0]?.id as string) : begin;
          const last = nodes.length > 0 ? expected.indexOf(nodes.at(-1)?.id as string) : end - 1;
          const isBounded = nodes.length > 0;
          const around = {
            before: isBounded ? at > 0 : from !== null,
            after: isBounded ? last < expected.length - 1 : to !== null,
          };
          expect({
            from,
            to,
            size,
            before: await said(pageInfo.hasPreviousPage),
            after: await said(pageInfo.hasNextPage),
          }).toEqual({ from, to, size, ...around });
          expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([
            edges[0]?.cursor ?? null,
            edges.at(-1)?.cursor ?? null,
          ]);
        }
      }
    }
  }
}

describe('orders', () => {
  test.each(sorts.OrderSort)('%s', async (orderBy) => {
    const expected = idsOf([...(await ordersPage({})).nodes].sort(model[orderBy]));
    expect(expected).toHaveLength(23);
    await heldToModel((page) => ordersPage({ ...page, orderBy }), expected, [1, 4]);
  });

  test('a cursor of another order, of another list or of nobody is refused by the argument’s name', async () => {
    const {
      pageInfo: { endCursor },
    } = await ordersPage({ first: 2, orderBy: 'TITLE_ASC' });
    const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const id = (await ordersPage({ first: 1 })).nodes[0]?.id;
    const cursors = [
      endCursor,
      'x',
      '',
      forged(['a', 'b']),
      forged(['CREATED_AT_DESC', 'x', id]),
      forged(['CREATED_AT_DESC', 1e300, id]),
      forged(['CREATED_AT_DESC', 1, 'x']),
      forged(['CREATED_AT_DESC', 1, id, 1]),
      forged(null),
      forged({ length: 3 }),
    ];
    for (const cursor of cursors.filter(Boolean)) {
      for (const path of ['after', 'before']) {
        await expect(ordersPage({ [path]: cursor })).rejects.toMatchObject({
          code: 'INPUT_INVALID',
          details: { fields: [{ path, rules: ['cursor'] }] },
        });
      }
    }
  });

  test.each([
    ['ete', ['Été', 'ete', 'ÉTÉ', 'L’été']],
    ['ÉTÉ', ['Été', 'ete', 'ÉTÉ', 'L’été']],
    ["l'ete", ['L’été']],
    ['L’É', ['L’été']],
    ['zebre', ['zèbre', 'Zebre']],
    ['AME', ['âme']],
    ['œuv', ['œuvre']],
    ['OEUVRE', ['œuvre']],
    ['о', []],
    ['%', []],
    ['_', []],
    ['!', []],
    ['e%e', []],
    ["' or 1=1 --", []],
    ['\\', []],
    ['al pha', ['alpha', 'Alpha']],
    ['alpha zebre', []],
  ])('a search for %p finds the same on both databases', async (search, found) => {
    const rows = (await ordersPage({ search })).nodes;
    expect([...new Set(rows.map((row) => row.title))].sort()).toEqual([...found].sort());
  });

  test('a search finds the reference that people know an order by', async () => {
    const [one] = (await ordersPage({ first: 1 })).nodes;
    expect(idsOf((await ordersPage({ search: one?.reference as string })).nodes)).toEqual([one?.id]);
    expect(idsOf((await ordersPage({ search: one?.reference?.slice(3).toLowerCase() as string })).nodes)).toEqual([
      one?.id,
    ]);
  });

  test('a search by pages, in every order, is the model’s list cut to what was found', async () => {
    const all = (await ordersPage({})).nodes;
    for (const orderBy of sorts.OrderSort) {
      const expected = idsOf([...all].filter((row) => foldText(row.title ?? '').includes('ete')).sort(model[orderBy]));
      await heldToModel((page) => ordersPage({ ...page, orderBy, search: 'été' }), expected, [5]);
    }
  });

  test('nobody sees more through a search or an order than without', async () => {
    const mine = async (args: Partial<ListOrders>) =>
      (await listMyOrders(world.readContext(stranger.actor), { first: 100, ...args }, everything)).nodes;
    const own = new Set(idsOf(await mine({})));
    expect(own.size).toBe(6);
    for (const orderBy of sorts.OrderSort) {
      for (const search of [undefined, 'e', 'alpha', 'SL-'])
        expect(idsOf(await mine({ orderBy, search })).filter((id) => !own.has(id))).toEqual([]);
    }
    const foreign = { ...{ customerId: customer.id, proofreaderId: null } };
    expect(new Set(idsOf(await mine(foreign)))).toEqual(own);
  });

  test('the count is that of the list by the same filters, whatever the page; null for a search', async () => {
    const count = async (args: Partial<ListOrders>) => (await ordersPage(args)).totalCount();
    expect(
      await Promise.all([
        count({ first: 1 }),
        count({ last: 2 }),
        count({ customerId: stranger.id }),
        count({ status: 'PAID' }),
        count({ search: 'alpha' }),
      ]),
    ).toEqual([23, 23, 6, 0, null]);
    expect(await (await listMyOrders(world.readContext(stranger.actor), { first: 2 }, everything)).totalCount()).toBe(
      6,
    );
  });
});

describe('lists whose order has more columns', () => {
  test.each(sorts.NotificationSort)('notifications by %s', async (orderBy) => {
    const ctx = world.readContext(customer.actor);
    const rank = { LOW: 0, NORMAL: 1, HIGH: 2, URGENT: 3 } as const;
    type Row = Awaited<ReturnType<typeof listNotifications>>['nodes'][number];
    const at = by<Row>((row) => instantFrom(row.createdAt).getTime());
    const orders = {
      PRIORITY_DESC: reversed(
        by<Row>(
          (row) => rank[row.priority],
          (row) => instantFrom(row.createdAt).getTime(),
        ),
      ),
      CREATED_AT_DESC: reversed(at),
      CREATED_AT_ASC: at,
    };
    const all = (await listNotifications(ctx, { first: 100 })).nodes;
    await heldToModel(
      (page) => listNotifications(ctx, { ...page, orderBy }),
      idsOf([...all].sort(orders[orderBy])),
      [3],
    );
    expect((await listNotifications(ctx, { first: 100, orderBy, search: 'paye' })).nodes).toHaveLength(4);
    expect((await listNotifications(ctx, { first: 100, orderBy, isRead: false })).nodes).toHaveLength(8);
  });

  test.each(sorts.UserSort)('users by %s', async (orderBy) => {
    for (const lastName of ['Élan', 'elan', 'Elan', 'Zola'])
      await person(world, 'CUSTOMER', { firstName: 'Ève', lastName });
    const ctx = world.readContext(admin.actor);
    type Row = Awaited<ReturnType<typeof listUsers>>['nodes'][number];
    const name = by<Row>(
      (row) => foldText(row.lastName),
      (row) => foldText(row.firstName),
    );
    const orders = {
      CREATED_AT_DESC: reversed<Row>(byId),
      CREATED_AT_ASC: byId,
      NAME_ASC: name,
      NAME_DESC: reversed(name),
    };
    const all = (await listUsers(ctx, { first: 100 })).nodes;
    await heldToModel((page) => listUsers(ctx, { ...page, orderBy }), idsOf([...all].sort(orders[orderBy])), [3]);
    expect(
      (await listUsers(ctx, { first: 100, orderBy, filter: { search: 'elise CELIK' } })).nodes.map(({ id }) => id),
    ).toEqual([stranger.id]);
  });
});

test('a search through more rows than a window holds finds what is far away, either way, and others are answered meanwhile', async () => {
  const owner = await person(world);
  await order(world, { customer: owner, title: 'Aiguille ancienne', createdAt: new Date(start - 86_400_000) });
  const model = await order(world, { customer: owner, title: 'Foin', createdAt: new Date(start) });
  await world.run(async ({ em }) => {
    const db = em.getKysely() as unknown as World['db'];
    const { id: _id, ...row } = await db
      .selectFrom('customer_order')
      .selectAll()
      .where('id', '=', model.id)
      .executeTakeFirstOrThrow();
    for (let batch = 0; batch < 12; batch++)
      await db
        .insertInto('customer_order')
        .values(Array.from({ length: 400 }, () => ({ ...row, id: newId() })))
        .execute();
  }, null);
  await order(world, { customer: owner, title: 'Aiguille récente', createdAt: new Date(start + 86_400_000) });
  const mine = (args: Partial<ListOrders>) =>
    listMyOrders(world.readContext(owner.actor), { first: 10, ...args }, everything);
  let turns = 0;
  const turning = setInterval(() => (turns += 1), 0);
  const forward = await mine({ search: 'aiguille' });
  clearInterval(turning);
  expect(forward.nodes.map((row) => row.title)).toEqual(['Aiguille récente', 'Aiguille ancienne']);
  expect(turns).toBeGreaterThan(0);
  const [newest, oldest] = forward.edges.map(({ cursor }) => cursor);
  expect((await mine({ search: 'aiguille', first: 1, after: newest as string })).nodes.map((row) => row.title)).toEqual(
    ['Aiguille ancienne'],
  );
  expect((await mine({ search: 'aiguille', last: 1, before: oldest as string })).nodes.map((row) => row.title)).toEqual(
    ['Aiguille récente'],
  );
  expect((await mine({ search: 'aiguille', last: 5, orderBy: 'TITLE_ASC' })).nodes.map((row) => row.title)).toEqual([
    'Aiguille ancienne',
    'Aiguille récente',
  ]);
  expect((await mine({ search: 'épingle' })).nodes).toEqual([]);
});
