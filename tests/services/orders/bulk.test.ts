import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Order } from '../../../src/entities/orders/order.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { runOnOrders, type RunOnOrders } from '../../../src/services/orders/index.ts';
import type { AppContext } from '../../../src/services/platform/context.ts';
import { createWorld, type World } from '../../support/world.ts';
import { codeOf, order, person, type Person } from './orders-fixture.ts';

let world: World;
let [customer, proofreader, admin] = [] as unknown as Person[];
beforeAll(async () => {
  world = await createWorld();
  [customer, proofreader, admin] = [
    await person(world),
    await person(world, 'PROOFREADER'),
    await person(world, 'ADMIN'),
  ];
});
afterAll(() => world.close());

const paid = (): Promise<Order> => order(world, { customer: customer as Person, status: 'PAID' });
const pending = (): Promise<Order> => order(world, { customer: customer as Person });
const run = (input: RunOnOrders, by: Person = admin as Person) => runOnOrders(world.contextFor(by.actor), input);
const statusOf = async ({ id }: { id: string }): Promise<string> =>
  (await world.db.selectFrom('customer_order').select('status').where('id', '=', id).executeTakeFirstOrThrow()).status;
const stepsOf = async ({ id }: { id: string }): Promise<number> =>
  (await world.db.selectFrom('order_event').select('id').where('order_id', '=', id).execute()).length;

test('each order by itself: the refused with their code, in the order of the ids, and the others done', async () => {
  const [first, second, third] = [await paid(), await pending(), await paid()];
  const unknown = newId();
  const ids = [third.id, second.id, unknown, 'nonsense', first.id];
  expect(await run({ ids, action: 'SUSPEND' })).toEqual([
    { orderId: third.id, code: null },
    { orderId: second.id, code: 'ACTION_NOT_ALLOWED' },
    { orderId: unknown, code: 'NOT_FOUND' },
    { orderId: 'nonsense', code: 'NOT_FOUND' },
    { orderId: first.id, code: null },
  ]);
  expect([await statusOf(first), await statusOf(second), await statusOf(third)]).toEqual([
    'SUSPENDED',
    'PENDING',
    'SUSPENDED',
  ]);
});

test.each([
  ['ASSIGN', 'PAID'],
  ['START', 'IN_PROGRESS'],
  ['SUSPEND', 'SUSPENDED'],
  ['CANCEL', 'CANCELLED'],
] as const)('%s does what its own mutation does', async (action, status) => {
  const it = await order(world, {
    customer: customer as Person,
    proofreader: action === 'START' ? (proofreader as Person) : undefined,
    status: action === 'CANCEL' ? 'PENDING' : 'PAID',
  });
  const proofreaderId = action === 'ASSIGN' ? (proofreader as Person).id : null;
  expect(await run({ ids: [it.id], action, proofreaderId })).toEqual([{ orderId: it.id, code: null }]);
  expect(await statusOf(it)).toBe(status);
  if (action === 'SUSPEND') {
    await run({ ids: [it.id], action: 'RESUME' });
    expect(await statusOf(it)).toBe('PAID');
  }
});

test('the same key twice is the same answer, and nothing is done twice; with other orders it is CONFLICT', async () => {
  const [it, other] = [await paid(), await pending()];
  const input: RunOnOrders = { key: newId(), ids: [it.id, other.id], action: 'SUSPEND' };
  const answer = await run(input);
  const steps = await stepsOf(it);
  await run({ ids: [it.id], action: 'RESUME' });
  expect(await run(input)).toEqual(answer);
  expect([await statusOf(it), await stepsOf(it)]).toEqual(['PAID', steps + 1]);
  expect(await codeOf(run({ ...input, ids: [other.id] }))).toBe('CONFLICT');
});

test('two of one key at once do each order once, and both hear the same', async () => {
  const ids = await Promise.all(Array.from({ length: 6 }, async (_, i) => (i % 2 ? await pending() : await paid()).id));
  const input: RunOnOrders = { key: newId(), ids, action: 'SUSPEND' };
  const [one, another] = await Promise.all([run(input), run(input)]);
  expect(one).toEqual(another);
  expect(one.map(({ code }) => code === null)).toEqual([true, false, true, false, true, false]);
  for (const id of ids) expect(await stepsOf({ id })).toBe(ids.indexOf(id) % 2 ? 0 : 1);
});

test('one that was interrupted goes on where it stopped', async () => {
  const ids = [(await paid()).id, (await paid()).id, (await paid()).id];
  const input: RunOnOrders = { key: newId(), ids, action: 'SUSPEND' };
  const whole = world.contextFor((admin as Person).actor);
  let transactions = 0;
  const dying: Pick<AppContext, 'run' | 'payments'> = {
    payments: whole.payments,
    run: (useCase, content) => {
      transactions += 1;
      return transactions > 2 ? Promise.reject(new Error('killed')) : whole.run(useCase, content);
    },
  };
  await expect(runOnOrders(dying, input)).rejects.toThrow('killed');
  expect(await Promise.all(ids.map((id) => statusOf({ id })))).toEqual(['SUSPENDED', 'PAID', 'PAID']);
  expect((await run(input)).map(({ code }) => code)).toEqual([null, null, null]);
  for (const id of ids) expect(await stepsOf({ id })).toBe(1);
});

test('is for admins, and an assignment needs somebody; nothing is written otherwise', async () => {
  const { id } = await paid();
  expect(await codeOf(run({ ids: [id], action: 'SUSPEND' }, customer))).toBe('FORBIDDEN');
  expect(await codeOf(run({ ids: [id], action: 'ASSIGN' }))).toBe('INPUT_INVALID');
  expect(await run({ ids: [id], action: 'ASSIGN', proofreaderId: (customer as Person).id })).toEqual([
    { orderId: id, code: 'PROOFREADER_REQUIRED' },
  ]);
  expect(await stepsOf({ id })).toBe(0);
});
