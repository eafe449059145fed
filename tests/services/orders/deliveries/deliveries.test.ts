import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Order, orderStatuses, type OrderStatus } from '../../../../src/entities/orders/order.entity.ts';
import { Delivery } from '../../../../src/entities/orders/delivery.entity.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';
import { attachOrderFile } from '../../../../src/services/orders/attach-order-file.ts';
import {
  acceptDelivery,
  declineAssignment,
  deliverOrder,
  isOrderFileHeld,
  requestChanges,
  unassignProofreader,
  updateOrderProgress,
} from '../../../../src/services/orders/index.ts';
import { actionsFor } from '../../../../src/services/orders/order.policy.ts';
import type { TransactionContext } from '../../../../src/services/platform/context.ts';
import { DAY } from '../../../support/clock.ts';
import { makeStoredFile } from '../../../support/make/stored-file.ts';
import { createWorld, type World } from '../../../support/world.ts';
import { codeOf, emittedEvents, order, orderFile, person, type Person } from '../orders-fixture.ts';

let world: World;
let customer: Person;
let proofreader: Person;
let admin: Person;
let stranger: Person;
beforeAll(async () => {
  world = await createWorld();
  [customer, proofreader, admin, stranger] = [
    await person(world),
    await person(world, 'PROOFREADER'),
    await person(world, 'ADMIN'),
    await person(world),
  ];
});
afterAll(() => world.close());

const stored = (id: string) =>
  world.db.selectFrom('customer_order').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const deliveries = (orderId: string) =>
  world.db.selectFrom('delivery').selectAll().where('order_id', '=', orderId).orderBy('number').execute();

/** An order that was delivered just now; its id and its delivery's. */
async function delivered(): Promise<{ orderId: string; deliveryId: string; fileId: string }> {
  const { id: orderId } = await order(world, { customer, proofreader, status: 'IN_PROGRESS' });
  const { id: fileId } = await orderFile(world, { id: orderId }, { role: 'CORRECTED' });
  await world.run(deliverOrder, { orderId }, proofreader.actor);
  return { orderId, fileId, deliveryId: String((await deliveries(orderId))[0]?.id) };
}

describe('delivering', () => {
  test('takes the corrected files that were added since the last time, at most five', async () => {
    const { orderId, deliveryId, fileId } = await delivered();
    expect(await deliveries(orderId)).toMatchObject([
      { number: 1, status: 'DELIVERED', delivered_by_id: proofreader.id },
    ]);
    expect((await emittedEvents(world)).at(-1)).toMatchObject({ name: 'order.delivered', payload: { deliveryId } });
    expect(await isOrderFileHeld(world.readContext(proofreader.actor), fileId)).toBe(true);
    await world.run(requestChanges, { deliveryId, text: 'Encore.' }, customer.actor);
    expect(await isOrderFileHeld(world.readContext(proofreader.actor), fileId)).toBe(true);
    expect(await codeOf(world.run(deliverOrder, { orderId }, proofreader.actor))).toBe('CORRECTED_FILE_REQUIRED');
    for (let i = 0; i < 6; i++) await orderFile(world, { id: orderId }, { role: 'CORRECTED' });
    expect(await codeOf(world.run(deliverOrder, { orderId }, proofreader.actor))).toBe('TOO_MANY_FILES');
    expect(await deliveries(orderId)).toHaveLength(1);
  });

  test('a sixth file is refused when it comes', async () => {
    const { id: orderId } = await order(world, { customer, proofreader, status: 'IN_PROGRESS' });
    for (let i = 0; i < 5; i++) await orderFile(world, { id: orderId }, { role: 'CORRECTED' });
    const sixth = async (tx: TransactionContext, input: { orderId: string }) =>
      attachOrderFile(tx, { ...input, role: 'CORRECTED', file: makeStoredFile(tx.em, {}) });
    expect(await codeOf(world.run(sixth, { orderId }, proofreader.actor))).toBe('TOO_MANY_FILES');
  });

  test('twice at once is once', async () => {
    const { id: orderId } = await order(world, { customer, proofreader, status: 'IN_PROGRESS' });
    await orderFile(world, { id: orderId }, { role: 'CORRECTED' });
    const outcomes = await Promise.all(
      [proofreader, admin].map(({ actor }) => codeOf(world.run(deliverOrder, { orderId }, actor))),
    );
    expect(outcomes.filter((outcome) => outcome === 'ACTION_NOT_ALLOWED')).toHaveLength(1);
    expect(await deliveries(orderId)).toHaveLength(1);
  });
});

describe('answering', () => {
  test('a third request, one on the fifteenth day, and a second answer are refused; nothing is written', async () => {
    const { orderId, deliveryId } = await delivered();
    const ask = () => codeOf(world.run(requestChanges, { deliveryId, text: 'Encore.' }, customer.actor));
    await world.run(async ({ em }) => void (await em.nativeUpdate(Order, { id: orderId }, { revisionsLeft: 0 })), null);
    expect(await ask()).toBe('REVISIONS_USED_UP');
    await world.run(async ({ em }) => void (await em.nativeUpdate(Order, { id: orderId }, { revisionsLeft: 1 })), null);
    const deliveredAt = new Date(world.clock.now().getTime() - 14 * DAY - 1);
    await world.run(
      async ({ em }) => void (await em.nativeUpdate(Delivery, { id: deliveryId }, { deliveredAt })),
      null,
    );
    expect(await ask()).toBe('REVISION_TOO_LATE');
    expect(await stored(orderId)).toMatchObject({ status: 'COMPLETED', revisions_left: 1 });
    await world.run(acceptDelivery, { deliveryId, rating: 4 }, customer.actor);
    expect(await codeOf(world.run(acceptDelivery, { deliveryId }, customer.actor))).toBe('ACTION_NOT_ALLOWED');
    expect(await ask()).toBe('ACTION_NOT_ALLOWED');
    expect(await deliveries(orderId)).toMatchObject([{ status: 'ACCEPTED', rating: 4, changes: null }]);
  });

  test('asked for twice at once is asked for once', async () => {
    const { orderId, deliveryId } = await delivered();
    const ask = () => codeOf(world.run(requestChanges, { deliveryId, text: 'Encore.' }, customer.actor));
    const outcomes = await Promise.all([ask(), ask()]);
    expect(outcomes.filter((outcome) => outcome === 'ACTION_NOT_ALLOWED')).toHaveLength(1);
    expect(await stored(orderId)).toMatchObject({ status: 'IN_PROGRESS', revisions_left: 1, completed_at: null });
  });

  test('another person’s delivery and one that never was are the same', async () => {
    const { deliveryId } = await delivered();
    for (const { actor } of [stranger, await person(world, 'PROOFREADER')])
      for (const id of [deliveryId, newId(), 'x']) {
        expect(await codeOf(world.run(acceptDelivery, { deliveryId: id }, actor))).toBe('NOT_FOUND');
        expect(await codeOf(world.run(requestChanges, { deliveryId: id, text: 'x' }, actor))).toBe('NOT_FOUND');
      }
    for (const { actor } of [proofreader, admin])
      expect(await codeOf(world.run(acceptDelivery, { deliveryId }, actor))).toBe('FORBIDDEN');
  });
});

interface Ids {
  readonly orderId: string;
  readonly deliveryId: string;
}

describe('every verb in every state', () => {
  const runs = {
    deliver: ({ orderId }: Ids) => world.run(deliverOrder, { orderId }, proofreader.actor),
    acceptDelivery: ({ deliveryId }: Ids) => world.run(acceptDelivery, { deliveryId }, customer.actor),
    requestChanges: ({ deliveryId }: Ids) => world.run(requestChanges, { deliveryId, text: 'Encore.' }, customer.actor),
    unassign: ({ orderId }: Ids) => world.run(unassignProofreader, { orderId }, admin.actor),
    decline: ({ orderId }: Ids) => world.run(declineAssignment, { orderId, reason: 'Absente.' }, proofreader.actor),
  };
  const whoFor = { deliver: () => proofreader, unassign: () => admin, decline: () => proofreader };

  test.each(orderStatuses)('%s: what is offered is done, and what is not is refused', async (status: OrderStatus) => {
    for (const verb of ['deliver', 'acceptDelivery', 'requestChanges', 'unassign', 'decline'] as const) {
      const { id: orderId } = await order(world, { customer, proofreader, status });
      await orderFile(world, { id: orderId }, { role: 'CORRECTED' });
      const deliveryId = await world.run(async ({ em, now }) => {
        return em.create(Delivery, { id: newId(), order: orderId, number: 1, deliveredAt: now }).id;
      }, null);
      const who = (whoFor[verb as keyof typeof whoFor] ?? (() => customer))();
      const parties = { id: orderId, status, customerId: customer.id, proofreaderId: proofreader.id };
      const isOffered = actionsFor(who.actor, parties).includes(verb);
      const outcome = await codeOf(runs[verb]({ orderId, deliveryId }));
      expect([status, verb, outcome === 'ACTION_NOT_ALLOWED']).toEqual([status, verb, !isOffered]);
      if (!isOffered) expect((await stored(orderId)).status).toBe(status);
    }
  });
});

describe('progress', () => {
  let orderId: string;
  beforeEach(async () => void ({ id: orderId } = await order(world, { customer, proofreader, status: 'IN_PROGRESS' })));
  const progress = (who: Person, percent: number) =>
    codeOf(world.run(updateOrderProgress, { orderId, percent }, who.actor));

  test('is said by whoever may deliver, while the work goes on', async () => {
    await progress(proofreader, 30);
    expect(await stored(orderId)).toMatchObject({ progress_percent: 30 });
    expect(await progress(customer, 40)).toBe('FORBIDDEN');
    expect(await progress(stranger, 40)).toBe('NOT_FOUND');
    const { id } = await order(world, { customer, proofreader, status: 'PAID' });
    expect(await codeOf(world.run(updateOrderProgress, { orderId: id, percent: 5 }, proofreader.actor))).toBe(
      'ACTION_NOT_ALLOWED',
    );
  });
});
