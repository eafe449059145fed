import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { MysqlAdapter, SqliteAdapter } from 'kysely';
import { User } from '../../../src/entities/identity/user.entity.ts';
import type { OrderStatus } from '../../../src/entities/orders/order.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import {
  getOrder,
  listMyOrders,
  listOrders,
  type ListOrders,
  type OrderRow,
} from '../../../src/services/orders/index.ts';
import type { Db, ReadContext } from '../../../src/services/platform/context.ts';
import { dialectOfReader } from '../../../src/services/platform/keyset.ts';
import type { Selection } from '../../../src/services/platform/selection.ts';
import { createWorld, type World } from '../../support/world.ts';
import { codeOf, order, orderFile, person, type Person } from './orders-fixture.ts';
import { makeInvoice } from '../../support/make/invoice.ts';
import { makePayment } from '../../support/make/payment.ts';

let world: World;
let customer: Person;
let proofreader: Person;
let admin: Person;
const start = Date.parse('2026-11-01T00:00:00.000Z');

beforeAll(async () => {
  world = await createWorld();
  [customer, proofreader, admin] = [
    await person(world),
    await person(world, 'PROOFREADER'),
    await person(world, 'ADMIN'),
  ];
  const other = await person(world);
  const statuses: OrderStatus[] = ['PENDING', 'PAID', 'PENDING', 'IN_PROGRESS'];
  // Three orders to a millisecond: ties are broken by the identifier.
  for (let i = 0; i < 36; i++) {
    await order(world, {
      customer: i % 3 === 0 ? other : customer,
      proofreader: i % 4 === 3 ? proofreader : undefined,
      status: statuses[i % 4] as OrderStatus,
      title: `Titre ${i}`,
      createdAt: new Date(start + Math.floor(i / 3)),
    });
  }
});
afterAll(() => world.close());

const selecting = (...paths: string[]): Selection => ({ has: (path) => paths.includes(path) });

async function walk(
  args: Omit<ListOrders, 'after'>,
  between: () => Promise<unknown> = async () => undefined,
): Promise<OrderRow[]> {
  const rows: OrderRow[] = [];
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo } = await listOrders(world.readContext(admin.actor), { ...args, after }, selecting());
    rows.push(...nodes);
    if (!pageInfo.hasNextPage) return rows;
    after = pageInfo.endCursor;
    await between();
  }
}

const all = () =>
  world.db
    .selectFrom('customer_order')
    .select(['id', 'status'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();

describe('pages', () => {
  test.each([1, 2, 5, 7, 35, 36, 37, 100])('of %i give every order once, newest first', async (first) => {
    expect((await walk({ first })).map(({ id }) => id)).toEqual((await all()).map(({ id }) => id));
  });

  test('filtered, give every order of that kind once', async () => {
    const paid = (await all()).filter(({ status }) => status === 'PENDING').map(({ id }) => id);
    expect((await walk({ first: 4, status: 'PENDING' })).map(({ id }) => id)).toEqual(paid);
    expect(paid).toHaveLength(18);
    expect(await walk({ first: 5, customerId: customer.id })).toHaveLength(24);
    expect(await walk({ first: 5, proofreaderId: proofreader.id, status: 'IN_PROGRESS' })).toHaveLength(9);
    expect(await walk({ first: 5, customerId: newId() })).toEqual([]);
  });

  test('orders placed while someone walks neither repeat nor hide the older ones', async () => {
    const before = (await all()).map(({ id }) => id);
    const seen = (
      await walk({ first: 5 }, () => order(world, { customer, createdAt: new Date(start + 86_400_000) }))
    ).map(({ id }) => id);
    expect(seen).toEqual(before);
  });

  test('a cursor that we did not write is refused by name', async () => {
    const keys = [
      ['x'],
      ['a', 'b'],
      [null, newId()],
      [1, 2],
      ['CREATED_AT_DESC m.id', 1, newId()],
      ['CREATED_AT_ASC o.id', 1, newId()],
      ['CREATED_AT_DESC o.id', 1.5, newId()],
      ['CREATED_AT_DESC o.id', 1, '\ud800'],
    ];
    const cursors = ['nonsense', ...keys.map((key) => Buffer.from(JSON.stringify(key)).toString('base64url'))];
    for (const after of cursors) {
      await expect(listOrders(world.readContext(admin.actor), { first: 5, after }, selecting())).rejects.toMatchObject({
        code: 'INPUT_INVALID',
        details: { fields: [{ path: 'after', rules: ['cursor'] }] },
      });
    }
  });
});

describe('one’s own orders', () => {
  test('those a customer placed, those a proofreader was given', async () => {
    const mine = await listMyOrders(world.readContext(customer.actor), { first: 100 }, selecting());
    expect(new Set(mine.nodes.map(({ customerId }) => customerId))).toEqual(new Set([customer.id]));
    const given = await listMyOrders(world.readContext(proofreader.actor), { first: 100 }, selecting());
    expect(given.nodes).toHaveLength(9);
    expect(new Set(given.nodes.map(({ proofreaderId }) => proofreaderId))).toEqual(new Set([proofreader.id]));
  });

  test('one order: for its people; for others it does not exist', async () => {
    const { id } = await order(world, { customer, proofreader });
    for (const { actor } of [customer, proofreader, admin])
      expect(await getOrder(world.readContext(actor), id, selecting('title'))).toMatchObject({
        id,
        title: 'Le Fil des jours',
      });
    const stranger = await person(world);
    for (const wrong of [id, newId(), 'x', ''])
      expect(await codeOf(getOrder(world.readContext(stranger.actor), wrong, selecting()))).toBe('NOT_FOUND');
  });
});

describe('what is loaded', () => {
  const newAdapter = () => (dialectOfReader(world.db) === 'sqlite' ? new SqliteAdapter() : new MysqlAdapter());

  /** Counts the statements of one read. */
  async function counting(read: (ctx: ReadContext) => Promise<unknown>): Promise<string[]> {
    const tables: string[] = [];
    const db = new Proxy(world.db, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        // The texts of statements are kept with their adapter: under a new one, each is written again.
        if (name === 'getExecutor') return () => ({ adapter: newAdapter() });
        if (name === 'selectFrom')
          return (table: unknown) => {
            tables.push(typeof table === 'string' ? table : 'customer_order');
            return (target as Db).selectFrom(table as 'user');
          };
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    await read({ ...world.readContext(admin.actor), db });
    return tables.sort();
  }

  test('only what was asked for, one statement each for the whole page', async () => {
    const page = (...paths: string[]) => counting((ctx) => listOrders(ctx, { first: 20 }, selecting(...paths)));
    expect(await page('nodes', 'nodes.id', 'nodes.total')).toEqual(['customer_order']);
    expect(await page('nodes', 'nodes.customer', 'nodes.proofreader')).toEqual(['customer_order', 'user']);
    expect(await page('edges', 'edges.node', 'edges.node.customer', 'edges.node.files')).toEqual([
      'customer_order',
      'order_file as attached',
      'user',
    ]);
    expect(await page('nodes.customer', 'nodes.files', 'nodes.invoices', 'nodes.payments')).toEqual([
      'customer_order',
      'invoice',
      'order_file as attached',
      'payment',
      'user',
    ]);
  });

  test('no column that nobody asked for', async () => {
    const { id } = await order(world, { customer });
    const read = await getOrder(world.readContext(customer.actor), id, selecting('service', 'paidAt'));
    expect(read).toMatchObject({ id, status: 'PENDING', paidAt: null, total: { currency: 'EUR' } });
    for (const field of ['title', 'priority', 'startedAt', 'description']) expect(read).not.toHaveProperty(field);
    expect(read).toHaveProperty('service');
  });

  test('of its files and people, too', async () => {
    const { id } = await order(world, { customer });
    await orderFile(world, { id }, { role: 'MANUSCRIPT' });
    const read = await getOrder(
      world.readContext(admin.actor),
      id,
      selecting('customer', 'customer.locale', 'files', 'files.name'),
    );
    expect(read.customer).toMatchObject({ displayName: expect.any(String), locale: 'fr', email: undefined });
    expect(Object.keys(read.files?.[0] ?? {})).toEqual(['orderId', 'id', 'name']);
  });

  test('invoices and payments with their order, for those who may see them', async () => {
    const { id } = await order(world, { customer, proofreader, status: 'PAID' });
    await world.run(async ({ em, now }, subjectId: string) => {
      const buyer = em.getReference(User, customer.id);
      makePayment(em, { payer: buyer, subjectId, amountCents: 35_000, status: 'PAID' });
      makeInvoice(em, { buyer, subjectId, sequence: 1, grossCents: 35_000, issuedAt: now });
    }, id);
    const seenBy = async ({ actor }: Person) =>
      getOrder(world.readContext(actor), id, selecting('invoices', 'invoices.number', 'invoices.gross', 'payments'));
    for (const by of [customer, admin]) {
      expect(await seenBy(by)).toMatchObject({
        invoices: [{ number: 'FACT-2026-000001', gross: { amount: 35_000, currency: 'EUR' } }],
        payments: [{ status: 'PAID', amount: { amount: 35_000 } }],
      });
    }
    expect(await seenBy(proofreader)).toMatchObject({ invoices: [], payments: [] });
  });

  test('people with their names, addresses for admins only, files oldest first without the deleted ones', async () => {
    const { id } = await order(world, { customer, proofreader, status: 'PAID' });
    const first = await orderFile(world, { id }, { role: 'MANUSCRIPT' });
    await orderFile(world, { id }, { role: 'REFERENCE', deletedAt: world.clock.now() });
    const second = await orderFile(world, { id }, { role: 'CORRECTED' });
    const ofPeople = ['customer', 'customer.email', 'proofreader'];
    const whole = selecting(...ofPeople, 'files', 'files.role', 'files.sizeBytes', 'availableActions', 'description');
    const seen = await getOrder(world.readContext(admin.actor), id, whole);
    expect(seen.customer).toMatchObject({ id: customer.id, firstName: 'Camille', email: expect.stringMatching(/@/) });
    expect(seen.proofreader).toMatchObject({ id: proofreader.id });
    expect(seen.files?.map(({ id: fileId, role, sizeBytes }) => [fileId, role, sizeBytes])).toEqual([
      [first.id, 'MANUSCRIPT', 2048],
      [second.id, 'CORRECTED', 2048],
    ]);
    expect(seen).toMatchObject({
      availableActions: ['assign', 'unassign', 'start', 'suspend', 'cancel'],
      total: { amount: 35_000, currency: 'EUR' },
      description: null,
    });
    expect((await getOrder(world.readContext(proofreader.actor), id, whole)).customer).toMatchObject({
      firstName: 'Camille',
      email: null,
    });
  });
});
