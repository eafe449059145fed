import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { Delivery } from '../../../src/entities/orders/delivery.entity.ts';
import { priorities } from '../../../src/entities/notifications/notification.entity.ts';
import {
  orderSources,
  orderStatuses,
  type Order,
  type OrderStatus,
} from '../../../src/entities/orders/order.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import {
  countOrders,
  listMyOrders,
  listOrders,
  myWork,
  orderBoard,
  type OrderFilter,
} from '../../../src/services/orders/index.ts';
import { everything } from '../../../src/services/platform/selection.ts';
import { makeActor } from '../../support/make/actor.ts';
import { makeInvoice } from '../../support/make/invoice.ts';
import { makePayment } from '../../support/make/payment.ts';
import { makeRefund } from '../../support/make/refund.ts';
import type { Payment } from '../../../src/entities/billing/payment.entity.ts';
import { createWorld, type World } from '../../support/world.ts';
import { order, person, type Person } from './orders-fixture.ts';

/** Lists of orders against a filter by hand over all of them, on data of chance. */
let world: World;
let admin: Person;
let customers: Person[];
let proofreaders: Person[];
let services: string[];
let made: Order[];
let owed: string;
const day = 86_400_000;

/** A small generator: the same data in every run. */
let seed = 20_261_130;
const chance = (below: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * below);
};
const one = <T>(of: readonly T[]): T => of[chance(of.length)] as T;
const near = (): Date => new Date(world.clock.now().getTime() + (chance(40) - 20) * (day / 4));
const maybe = <T>(value: () => T): T | null => (chance(3) === 0 ? null : value());

beforeAll(async () => {
  world = await createWorld();
  admin = await person(world, 'ADMIN');
  customers = [
    await person(world, 'CUSTOMER', { firstName: 'Élise', lastName: 'Çelik' }),
    await person(world),
    await person(world),
  ];
  proofreaders = [await person(world, 'PROOFREADER'), await person(world, 'PROOFREADER')];
  services = [newId(), newId()];
  made = [];
  for (let i = 0; i < 120; i++) {
    const status = one(orderStatuses);
    made.push(
      await order(world, {
        customer: one(customers),
        proofreader: maybe(() => one(proofreaders)) ?? undefined,
        status,
        title: one(['Été', 'Le Fil', 'Œuvre', 'Zèbre']),
        priority: one(priorities),
        source: one(orderSources),
        priceItemId: one(services),
        paidAt: maybe(near),
        dueAt: maybe(near),
        completedAt: status === 'COMPLETED' ? near() : null,
        createdAt: near(),
        lastActivityAt: near(),
        isLate: chance(4) === 0,
      }),
    );
  }
  owed = (made.find(({ status }) => status === 'CANCELLED') as Order).id;
});
afterAll(() => world.close());

const isWorking = ({ status }: Order): boolean => status === 'PAID' || status === 'IN_PROGRESS';
const isLate = (it: Order): boolean => it.isLate && isWorking(it);
const isNeeded = (it: Order): boolean =>
  ['AWAITING_REVIEW', 'AWAITING_CONSULTATION'].includes(it.status) ||
  (it.status === 'PAID' && it.proofreader === null) ||
  isLate(it);

/** The same question, asked of one order. */
const says: { [N in keyof OrderFilter]-?: (it: Order, value: NonNullable<OrderFilter[N]>) => boolean } = {
  statuses: (it, values) => values.includes(it.status),
  priorities: (it, values) => values.includes(it.priority),
  proofreaderId: (it, value) => it.proofreader?.id === value,
  isUnassigned: (it, value) => (it.proofreader === null) === value,
  customerId: (it, value) => it.customer.id === value,
  isPaid: (it, value) => (value ? it.paidAt !== null : it.paidAt === null && it.status !== 'CANCELLED'),
  isLate: (it, value) => isLate(it) === value,
  source: (it, value) => it.source === value,
  priceItemId: (it, value) => it.priceItemId === value,
  createdFrom: (it, value) => it.createdAt >= value,
  createdTo: (it, value) => it.createdAt < value,
  dueFrom: (it, value) => it.dueAt !== null && it.dueAt >= value,
  dueTo: (it, value) => it.dueAt !== null && it.dueAt < value,
  completedFrom: (it, value) => it.completedAt !== null && it.completedAt >= value,
  completedTo: (it, value) => it.completedAt !== null && it.completedAt < value,
  needsAttention: (it, value) => isNeeded(it) === value,
  text: (it, value) => `${it.title} ${it.service}`.toLowerCase().includes(value.toLowerCase()),
};
const values: { [N in keyof OrderFilter]-?: () => NonNullable<OrderFilter[N]> } = {
  statuses: () => orderStatuses.filter(() => chance(3) === 0).concat('PAID'),
  priorities: () => [one(priorities), one(priorities)],
  proofreaderId: () => one(proofreaders).id,
  isUnassigned: () => chance(2) === 0,
  customerId: () => one(customers).id,
  isPaid: () => chance(2) === 0,
  isLate: () => chance(2) === 0,
  source: () => one(orderSources),
  priceItemId: () => one(services),
  createdFrom: near,
  createdTo: near,
  dueFrom: near,
  dueTo: near,
  completedFrom: near,
  completedTo: near,
  needsAttention: () => chance(2) === 0,
  text: () => one(['fil', 'Pack', 'Zèbre']),
};
const names = Object.keys(values) as (keyof OrderFilter)[];

const found = async (filter: OrderFilter, more: object = {}): Promise<string[]> =>
  (await listOrders(world.readContext(admin.actor), { first: 100, filter, ...more }, everything)).nodes.map(
    ({ id }) => id,
  );
const byHand = (filter: OrderFilter): string[] =>
  made
    .filter((it) =>
      Object.entries(filter).every(([name, value]) => says[name as 'statuses'](it, value as OrderStatus[])),
    )
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1))
    .map(({ id }) => id)
    .slice(0, 100);

describe('a filter', () => {
  test.each(names)('by %s finds what a filter by hand finds', async (name) => {
    for (let i = 0; i < 3; i++) {
      const filter = { [name]: values[name]() };
      expect([filter, await found(filter)]).toEqual([filter, byHand(filter)]);
    }
  });

  test('of several things at once finds what all of them say', async () => {
    for (let i = 0; i < 40; i++) {
      const asked = names.filter(() => chance(5) === 0);
      const filter = Object.fromEntries(asked.map((name) => [name, values[name]()]));
      expect([filter, await found(filter)]).toEqual([filter, byHand(filter)]);
    }
  });

  test('is asked beside the arguments that were there before it', async () => {
    const [status, customerId] = ['PAID' as const, (customers[1] as Person).id];
    const both = byHand({ statuses: [status], customerId });
    expect(await found({ customerId }, { status })).toEqual(both);
    expect(await found({ statuses: [status] }, { customerId })).toEqual(both);
    expect(await found({ statuses: ['PENDING'] }, { status })).toEqual([]);
  });

  test('money owed back needs attention whatever the state, until it is refunded', async () => {
    expect(await found({ needsAttention: true })).not.toContain(owed);
    const needing = made.filter((it) => isNeeded(it) || it.id === owed);
    for (const [way, owe] of Object.entries(waysToOwe)) {
      const paymentId = await world.run(async ({ em, now }, orderId: string) => {
        const payer = em.getReference(User, (customers[0] as Person).id);
        return owe(em, { payer, subjectId: orderId, amountCents: 2_000, status: 'PAID' }, now).id;
      }, owed);
      const seen = new Set(await found({ needsAttention: true }));
      expect([way, seen]).toEqual([way, new Set(needing.map(({ id }) => id))]);
      expect(await found({ needsAttention: false })).not.toContain(owed);
      expect((await countOrders(world.readContext(admin.actor))).needsAttention).toBe(needing.length);
      await world.db.updateTable('payment').set({ refunded_cents: 2_000, refund_due_reason: null }).execute();
      expect([way, await found({ needsAttention: true })]).toEqual([way, expect.not.arrayContaining([owed])]);
      await world.db.deleteFrom('refund').where('payment_id', '=', paymentId).execute();
      await world.db.deleteFrom('payment').where('id', '=', paymentId).execute();
    }
  });
});

type Owing = Parameters<typeof makePayment>;
/** What came too late, of the order or of its invoice, and a refund that failed. */
const waysToOwe: Readonly<Record<string, (em: Owing[0], facts: Owing[1], now: Date) => Payment>> = {
  'paid too late': (em, facts) => makePayment(em, { ...facts, refundDueReason: 'NOT_PAYABLE' }),
  'paid too late by its invoice': (em, { subjectId, ...facts }, issuedAt) => {
    const { id } = makeInvoice(em, { buyer: facts.payer ?? null, subjectId, issuedAt });
    return makePayment(em, { ...facts, subjectType: 'INVOICE', subjectId: id, refundDueReason: 'OVERPAID' });
  },
  'a refund that failed': (em, facts) => {
    const payment = makePayment(em, facts);
    makeRefund(em, { payment, status: 'FAILED' });
    return payment;
  },
};

describe('the customer’s name and address', () => {
  const theirs = () => made.filter(({ customer }) => customer.id === customers[0]?.id).length;
  const searching = async (text: string, by = admin.actor) =>
    (await listOrders(world.readContext(by), { first: 100, filter: { text } }, everything)).nodes.length;
  const address = async (): Promise<string> =>
    (
      await world.db
        .selectFrom('user')
        .select('email')
        .where('id', '=', (customers[0] as Person).id)
        .executeTakeFirstOrThrow()
    ).email;

  test('are found, whatever their accents', async () => {
    expect(await searching('elise CELIK')).toBe(theirs());
    expect(await searching(await address())).toBe(theirs());
  });

  test('the address only by those who may see it, and neither in one’s own orders', async () => {
    const program = { ...makeActor(newId()), kind: 'SERVICE', role: null, scopes: ['order:list'] } as never;
    expect(await searching('celik', program)).toBe(theirs());
    expect(await searching(await address(), program)).toBe(0);
    for (const it of proofreaders) {
      const own = await listMyOrders(world.readContext(it.actor), { first: 100, search: 'celik' }, everything);
      expect(own.nodes).toEqual([]);
    }
  });
});

test('the figures of the tabs are those of the lists', async () => {
  const counts = await countOrders(world.readContext(admin.actor));
  const howMany = (which: (it: Order) => boolean): number => made.filter(which).length;
  expect(counts).toMatchObject({
    total: made.length,
    needsAttention: howMany(isNeeded),
    unassigned: howMany((it) => it.status === 'PAID' && it.proofreader === null),
    late: howMany(isLate),
  });
  for (const { status, count } of counts.byStatus) expect(count).toBe(howMany((it) => it.status === status));
});

test('the board has every state, its first orders due soonest or newest, and how many there are', async () => {
  const board = await orderBoard(world.readContext(admin.actor), everything);
  expect(board.map(({ status }) => status)).toEqual([...orderStatuses]);
  for (const { status, totalCount, orders } of board) {
    const all = made.filter((it) => it.status === status);
    const isOver = status === 'COMPLETED' || status === 'CANCELLED';
    const key = (it: Order): number => (isOver ? -it.createdAt.getTime() : (it.dueAt?.getTime() ?? Infinity));
    const sorted = all.sort((a, b) => key(a) - key(b) || (a.id < b.id === isOver ? 1 : -1));
    expect(totalCount).toBe(all.length);
    expect(orders.map(({ id }) => id)).toEqual(sorted.slice(0, 20).map(({ id }) => id));
  }
});

test('a proofreader’s work: late, due today, waiting for the customer; nothing of others', async () => {
  const me = proofreaders[0] as Person;
  const now = world.clock.now().getTime();
  const midnight = Math.floor(now / day) * day + day;
  const mine = made.filter((it) => it.proofreader?.id === me.id);
  const completed = mine.filter(({ status }) => status === 'COMPLETED');
  const isUnanswered = (_order: Order, place: number): boolean => place % 2 === 0;
  await world.run(async ({ em }, _none: null) => {
    for (const [place, it] of completed.entries())
      em.create(Delivery, {
        ...{ order: it.id, number: 1, deliveredAt: new Date(now - day) },
        status: isUnanswered(it, place) ? 'DELIVERED' : 'ACCEPTED',
      });
  }, null);
  const delivered = completed.filter(isUnanswered);
  const work = await myWork(world.readContext(me.actor), { timeZone: 'UTC', selection: everything });
  const due = mine.filter(isWorking).filter((it) => it.dueAt !== null && it.dueAt.getTime() < midnight);
  const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id).sort();
  expect(ids(work.late)).toEqual(ids(due.filter((it) => (it.dueAt as Date).getTime() < now)));
  expect(ids(work.today)).toEqual(ids(due.filter((it) => (it.dueAt as Date).getTime() >= now)));
  const undated = mine.filter((it) => isWorking(it) && it.dueAt === null);
  expect(ids(work.waitingForCustomer)).toEqual(ids([...delivered, ...undated]));
});

test('what the list is sorted by follows the order, whoever changes it', async () => {
  const { id } = await order(world, { customer: customers[0] as Person });
  const row = () =>
    world.db
      .selectFrom('customer_order')
      .select(['due_key', 'urgency_rank', 'needs_attention'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
  expect(Number((await row()).due_key)).toBe(253_402_300_799_999);
  const dueAt = world.clock.now();
  await world.run(
    async ({ em }, facts: object) => {
      const { Order: OrderEntity } = await import('../../../src/entities/orders/order.entity.ts');
      em.assign(await em.findOneOrFail(OrderEntity, { id }), facts);
    },
    { dueAt, priority: 'URGENT', status: 'PAID' },
  );
  const { due_key, urgency_rank, needs_attention } = await row();
  expect([Number(due_key), urgency_rank, Boolean(needs_attention)]).toEqual([dueAt.getTime(), 0, true]);
});
