// @lane sqlite at first: the walk shows the product; main-job.test.ts, booking.test.ts and the tests of each domain have its statements on both.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { orderStatuses } from '../../src/entities/orders/order.entity.ts';
import { openDemo } from '../../src/demo/open-demo.ts';
import { monthlyStats } from '../../src/services/insights/queries/monthly-stats.ts';
import { isWorkingDay } from '../../src/services/kernel/working-days.ts';
import { localDateOf } from '../../src/services/kernel/format.ts';
import { instantFrom } from '../../src/services/platform/orm/values.ts';
import { auditEntries, auditVerdict } from '../support/audit-log.ts';
import { openTestEnvironment, type AppEnvironment } from '../support/environment.ts';
import { until } from '../support/until.ts';
import { order, person, type Person } from '../services/orders/orders-fixture.ts';

/** 42: the demo reset. An installation of the demo is played with, and begins anew. */

let env: AppEnvironment;
let admin: Person;
let visitorsOrder: string;
let answer: { people: number; orders: number; password: string };
let madeAt: Date;

const reset = 'mutation { resetDemoData { people orders password } }';
const proven = ({ actor }: Person) => ({ ...actor, provenAt: new Date() });
const codesOf = async (who: Person['actor']) => (await env.ask(who, reset)).codes;

beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, environment: { DEMO_MODE: '1' } });
  admin = await person(env, 'ADMIN');
  visitorsOrder = (await order(env, { customer: await person(env) })).id;
  expect(await codesOf(admin.actor)).toEqual(['STEP_UP_REQUIRED']);
  expect(await codesOf(proven(await person(env)))).toEqual(['FORBIDDEN']);
  madeAt = new Date();
  // Asked for twice at once, it is done once.
  const [first, second] = await Promise.all([1, 2].map(() => env.ask(proven(admin), reset)));
  expect([first?.codes, second?.data]).toEqual([[], first?.data]);
  answer = first?.data['resetDemoData'] as typeof answer;
  await until('the demo stands', () => !env.contextFor().demo.isUnderWay());
});
afterAll(() => env.close());

const rowsOf = <T extends 'customer_order' | 'user' | 'payment' | 'invoice' | 'delivery' | 'message' | 'order_event'>(
  table: T,
) =>
  env.db
    .selectFrom(table as 'user')
    .selectAll()
    .orderBy('id')
    .execute();

test('what visitors did is gone, and sixty orders in all states fill a year', async () => {
  const orders = await env.db.selectFrom('customer_order').selectAll().orderBy('created_at').execute();
  expect(orders).toHaveLength(60);
  expect(orders.map(({ id }) => id)).not.toContain(visitorsOrder);
  expect(new Set(orders.map(({ status }) => status))).toEqual(new Set(orderStatuses));
  const months = new Set(orders.map(({ created_at }) => instantFrom(created_at).toISOString().slice(0, 7)));
  expect(months.size).toBeGreaterThanOrEqual(12);
  expect(orders.every(({ is_demo }) => Boolean(is_demo))).toBe(true);
});

test('everybody of it signs in with the password of the answer, which stays the same', async () => {
  const people = await env.db.selectFrom('user').select(['role', 'password_hash', 'email']).execute();
  expect(answer).toEqual({ people: people.length, orders: 60, password: expect.stringMatching(/^demo-.{12}$/) });
  expect(new Set(people.map(({ role }) => role))).toEqual(new Set(['CUSTOMER', 'PROOFREADER', 'ARTISAN', 'ADMIN']));
  const { passwords } = env.contextFor();
  expect(await passwords.matches(answer.password, people[0]?.password_hash as string)).toBe(true);
});

test('each order has its money, its invoice and a true timeline', async () => {
  const payments = await env.db.selectFrom('payment').selectAll().where('paid_at', 'is not', null).execute();
  const invoices = await env.db.selectFrom('invoice').selectAll().where('kind', '=', 'INVOICE').execute();
  const orders = await env.db.selectFrom('customer_order').selectAll().where('paid_at', 'is not', null).execute();
  expect(payments.map(({ subject_id }) => subject_id).toSorted()).toEqual(orders.map(({ id }) => id).toSorted());
  expect(new Set(payments.map(({ provider }) => provider))).toEqual(new Set(['SANDBOX']));
  expect(invoices.map(({ subject_id }) => subject_id).toSorted()).toEqual(orders.map(({ id }) => id).toSorted());
  expect(invoices.every(({ pdf_id }) => pdf_id !== null)).toBe(true);
  const events = await env.db.selectFrom('order_event').selectAll().orderBy('id').execute();
  for (const [orderId, own] of Map.groupBy(events, ({ order_id }) => order_id)) {
    const instants = own.map(({ created_at }) => instantFrom(created_at).getTime());
    expect([orderId, instants]).toEqual([orderId, instants.toSorted((a, b) => a - b)]);
    expect(Math.max(...instants)).toBeLessThan(madeAt.getTime());
    expect(own.every(({ created_at }) => isWorkingDay(localDateOf(instantFrom(created_at), 'Europe/Paris')))).toBe(
      true,
    );
  }
  const numbers = invoices.toSorted((a, b) => a.number.localeCompare(b.number));
  expect(numbers.map(({ issued_at }) => issued_at)).toEqual(numbers.map(({ issued_at }) => issued_at).toSorted());
  expect(await rowsOf('delivery')).not.toHaveLength(0);
  expect(await rowsOf('message')).not.toHaveLength(0);
});

test('nothing of it is revenue, nobody is written to, and its banner says what it is', async () => {
  const ctx = env.contextFor();
  const months = await monthlyStats(ctx, { months: 13 });
  expect(months.reduce((sum, { orders }) => sum + orders, 0)).toBe(60);
  expect(months.flatMap(({ revenue, averageBasket }) => [...revenue, ...averageBasket])).toEqual([]);
  await env.app.worker.runDue();
  const mails = await env.db.selectFrom('email_delivery').select('template').execute();
  expect(mails.filter(({ template }) => template !== 'audit-alert')).toEqual([]);
  expect(await env.db.selectFrom('job').select('kind').where('state', '=', 'FAILED').execute()).toEqual([]);
  const { data } = await env.ask(admin.actor, '{ systemStatus { demo { notice isBeingMade } } }');
  expect(data['systemStatus']).toEqual({
    demo: { notice: expect.stringContaining('inventés'), isBeingMade: false },
  });
});

test('the audit log stays whole and says who did it; what is issued is guarded as before', async () => {
  expect(await auditVerdict(env.db, env.config)).toBe('OK');
  const done = (await auditEntries(env.db)).filter(({ action }) => action === 'DEMO_DATA_RESET');
  expect(done).toHaveLength(1);
  await expect(
    env.run(({ em }) => em.getConnection().execute('delete from invoice', [], 'run', em.getTransactionContext()), null),
  ).rejects.toThrow();
});

test('where anything is real, or the installation is no demo, nothing is deleted', async () => {
  const set = (table: string, change: string) =>
    env.run(
      ({ em }) => em.getConnection().execute(`update ${table} set ${change}`, [], 'run', em.getTransactionContext()),
      null,
    );
  for (const [table, real, invented] of [
    ['customer_order', 'is_demo = 0', 'is_demo = 1'],
    ['payment', "provider = 'STRIPE'", "provider = 'SANDBOX'"],
  ] as const) {
    await set(table, real);
    expect([table, await codesOf(proven(admin))]).toEqual([table, ['DEMO_REFUSED']]);
    await set(table, invented);
  }
  const noDemo = openDemo((actor) => ({ ...env.contextFor(actor), config: { ...env.config, DEMO_MODE: false } }));
  await expect(noDemo.reset(env.contextFor().run)).rejects.toMatchObject({ code: 'DEMO_REFUSED' });
  expect(await rowsOf('customer_order')).toHaveLength(60);
  expect(await env.contextFor().demo.fill(env.contextFor().run)).toBeNull();
});
