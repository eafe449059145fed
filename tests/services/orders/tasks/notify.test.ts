import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Order } from '../../../../src/entities/orders/order.entity.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';
import { orderTasks } from '../../../../src/services/orders/index.ts';
import { orderReference } from '../../../../src/services/orders/order-reference.ts';
import { jsonFrom } from '../../../../src/services/platform/orm/values.ts';
import type { AppContext, Run } from '../../../../src/services/platform/context.ts';
import { createWorld, type World } from '../../../support/world.ts';
import { order, person, type Person } from '../orders-fixture.ts';

let world: World;
let customer: Person;
let proofreader: Person;
let admin: Person;
let paid: Order;

beforeAll(async () => {
  world = await createWorld({ environment: { FRONT_URL: 'https://livres.example' } });
  admin = await person(world, 'ADMIN');
});
afterAll(() => world.close());
beforeEach(async () => {
  [customer, proofreader] = [await person(world), await person(world, 'PROOFREADER', { locale: 'en' })];
  paid = await order(world, { customer, proofreader, status: 'PAID', paidAt: world.clock.now(), title: 'L’Été' });
});

/** Runs the task twice, as a worker that died after its commit would. */
async function runTwice(kind: string, payload: Record<string, unknown>): Promise<void> {
  const found = orderTasks.find(({ definition }) => definition.kind === kind);
  if (found === undefined) throw new Error(`no task ${kind}`);
  // One assignment is one request's: both runs of a job have the request that caused it.
  const requestId = newId();
  const run = ((useCase, input) =>
    world.run((tx, given) => useCase({ ...tx, requestId } as never, given as never), input)) as Run;
  for (let time = 0; time < 2; time++) await found.run({ run } as AppContext, found.definition.payload.parse(payload));
}

const mailsTo = async ({ id }: Person) =>
  (
    await world.db
      .selectFrom('email_delivery')
      .select(['template', 'locale', 'data', 'to_email'])
      .where('recipient_id', '=', id)
      .orderBy('id')
      .execute()
  ).map(({ template, locale, data }) => ({ template, locale, data: jsonFrom<Record<string, unknown>>(data) }));
const notificationsOf = async ({ id }: Person) =>
  await world.db
    .selectFrom('notification')
    .select(['title', 'message', 'action_url as path', 'type'])
    .where('user_id', '=', id)
    .orderBy('id')
    .execute();

describe('who is notified', () => {
  test('order paid: the customer is thanked, the admins are asked for a proofreader, once', async () => {
    await runTwice('orders.tell-order-paid', { orderId: paid.id, customerId: customer.id, paymentId: newId() });
    expect(await mailsTo(customer)).toEqual([
      {
        template: 'order-paid-customer',
        locale: 'fr',
        data: {
          firstName: 'Camille',
          orderReference: orderReference(paid.id),
          orderTitle: 'L’Été',
          amount: { amount: 35_000, currency: 'EUR' },
          paidAt: world.clock.now().toISOString(),
          orderUrl: `https://livres.example/commandes/${paid.id}`,
        },
      },
    ]);
    expect(await notificationsOf(customer)).toMatchObject([
      { title: 'Votre commande est confirmée', path: `/commandes/${paid.id}`, type: 'ORDER' },
    ]);
    expect((await mailsTo(admin)).at(-1)).toMatchObject({
      template: 'order-paid-admin',
      data: {
        customerName: expect.stringContaining('Camille'),
        orderUrl: `https://livres.example/admin/commandes/${paid.id}`,
      },
    });
    expect((await notificationsOf(admin)).filter(({ path }) => path === `/admin/commandes/${paid.id}`)).toHaveLength(1);
  });

  test('assigned: the proofreader and the customer, each in their language, and whoever had it before', async () => {
    const before = await person(world, 'PROOFREADER');
    const assigned = { orderId: paid.id, title: 'L’Été', customerId: customer.id, proofreaderId: proofreader.id };
    await runTwice('orders.tell-order-assigned', { ...assigned, previousProofreaderId: before.id });
    expect(await notificationsOf(proofreader)).toMatchObject([
      { title: 'A manuscript is entrusted to you', message: '“L’Été” is waiting for you in your space.' },
    ]);
    expect(await notificationsOf(customer)).toMatchObject([{ title: 'Votre manuscrit est entre de bonnes mains' }]);
    expect(await notificationsOf(before)).toMatchObject([
      { title: 'Un manuscrit est confié à quelqu’un d’autre', path: null },
    ]);
    await runTwice('orders.tell-order-assigned', {
      ...assigned,
      proofreaderId: before.id,
      previousProofreaderId: proofreader.id,
    });
    await runTwice('orders.tell-order-assigned', { ...assigned, previousProofreaderId: before.id });
    expect((await notificationsOf(proofreader)).map(({ title }) => title)).toEqual([
      'A manuscript is entrusted to you',
      'A manuscript was given to someone else',
      'A manuscript is entrusted to you',
    ]);
  });

  test('delivered: the customer, by mail and in the app', async () => {
    await runTwice('orders.tell-order-delivered', {
      orderId: paid.id,
      title: 'L’Été',
      customerId: customer.id,
      proofreaderId: proofreader.id,
    });
    expect(await mailsTo(customer)).toMatchObject([
      {
        template: 'corrected-file-ready',
        data: { orderTitle: 'L’Été', proofreaderName: expect.stringContaining('Camille') },
      },
    ]);
    expect(await notificationsOf(customer)).toMatchObject([
      {
        title: 'Votre fichier corrigé est prêt',
        message: 'La correction de «\u00a0L’Été\u00a0» est terminée\u00a0: vous pouvez télécharger le fichier.',
      },
    ]);
  });

  test('somebody who can no longer be notified is not', async () => {
    const gone = await person(world, 'CUSTOMER', { status: 'SUSPENDED' });
    const { id } = await order(world, { customer: gone, proofreader, status: 'PAID', paidAt: world.clock.now() });
    await runTwice('orders.tell-order-paid', { orderId: id, customerId: gone.id, paymentId: newId() });
    await runTwice('orders.tell-order-delivered', {
      orderId: id,
      title: 'T',
      customerId: gone.id,
      proofreaderId: proofreader.id,
    });
    expect([await mailsTo(gone), await notificationsOf(gone)]).toEqual([[], []]);
  });
});
