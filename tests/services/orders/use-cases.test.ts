import type { TransactionContext } from '../../../src/services/platform/context.ts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../../src/services/kernel/ids.ts';
import {
  assignProofreader,
  cancelOrder,
  createOrder,
  deliverOrder,
  orderUpdated,
  resumeOrder,
  startOrder,
  suspendOrder,
} from '../../../src/services/orders/index.ts';
import { createWorld, type World } from '../../support/world.ts';
import { codeOf, order, orderFile, person, priceItem, emittedEvents, type Person } from './orders-fixture.ts';

let world: World;
let customer: Person;
let stranger: Person;
let proofreader: Person;
let admin: Person;

beforeAll(async () => {
  world = await createWorld();
  [customer, stranger, proofreader, admin] = [
    await person(world),
    await person(world),
    await person(world, 'PROOFREADER'),
    await person(world, 'ADMIN'),
  ];
});
afterAll(() => world.close());

const lastEvent = async () => (await emittedEvents(world)).at(-1);
const stored = (id: string) =>
  world.db.selectFrom('customer_order').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('placing an order', () => {
  test('a pack is copied with its words and its price, and emits its event', async () => {
    const item = await priceItem(world, { priceCents: 145_000 });
    const made = await world.run(
      createOrder,
      { priceItemId: item.id, title: '  Le Fil des jours ', description: ' ', customerNote: 'Tutoyer.' },
      customer.actor,
    );
    expect(await stored(made.id)).toMatchObject({
      customer_id: customer.id,
      title: 'Le Fil des jours',
      description: null,
      customer_note: 'Tutoyer.',
      status: 'PENDING',
      service: item.name,
      price_item_id: item.id,
      currency: 'EUR',
      priority: 'NORMAL',
      declared_pages: null,
    });
    expect(Number((await stored(made.id)).total_cents)).toBe(145_000);
    expect(await lastEvent()).toEqual({
      name: 'order.created',
      payload: { orderId: made.id, customerId: customer.id },
    });
    expect(world.live.slice(-2)).toMatchObject([
      { stream: `${orderUpdated.name}:${made.id}`, payload: { orderId: made.id } },
      { stream: 'ordersUpdated:all', payload: { orderId: made.id } },
    ]);
    expect(world.auditLog.at(-1)).toMatchObject({ action: 'COMMAND_CREATED', targetId: made.id });
  });

  test('a price by the page is multiplied by the declared pages', async () => {
    const item = await priceItem(world, { priceCents: 200, unit: 'PAGE' });
    const made = await world.run(
      createOrder,
      { priceItemId: item.id, title: 'Le Fil', declaredPages: 312 },
      customer.actor,
    );
    expect(Number((await stored(made.id)).total_cents)).toBe(62_400);
  });

  test('a price by the page without pages, an item that is gone, a blank title: the field is named', async () => {
    const byPage = await priceItem(world, { unit: 'PAGE' });
    const gone = await priceItem(world, { isActive: false });
    const place = (input: Partial<Parameters<typeof createOrder>[1]>) =>
      world.run(createOrder, { priceItemId: byPage.id, title: 'Le Fil', ...input }, customer.actor);
    await expect(place({})).rejects.toMatchObject({
      code: 'PAGES_REQUIRED',
      details: { fields: [{ path: 'input.declaredPages' }] },
    });
    for (const priceItemId of [gone.id, newId(), 'not-an-id']) {
      await expect(place({ priceItemId })).rejects.toMatchObject({
        code: 'PRICE_ITEM_UNAVAILABLE',
        details: { fields: [{ path: 'input.priceItemId' }] },
      });
    }
    await expect(place({ title: ' \t ', declaredPages: 3 })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      details: { fields: [{ path: 'input.title' }] },
    });
  });
});

describe('the way of an order', () => {
  test('assigned, started, suspended, resumed where it was, delivered', async () => {
    const { id: orderId } = await order(world, { customer, status: 'PAID', paidAt: world.clock.now() });
    await world.run(assignProofreader, { orderId, proofreaderId: proofreader.id }, admin.actor);
    expect(await lastEvent()).toMatchObject({
      name: 'order.assigned',
      payload: { proofreaderId: proofreader.id, previousProofreaderId: null },
    });
    const startedAt = world.clock.advance(1_000);
    expect((await world.run(startOrder, { orderId }, proofreader.actor)).startedAt).toEqual(startedAt);
    await world.run(suspendOrder, { orderId }, admin.actor);
    expect(await stored(orderId)).toMatchObject({ status: 'SUSPENDED', suspended_from: 'IN_PROGRESS' });
    expect(await codeOf(world.run(deliverOrder, { orderId }, proofreader.actor))).toBe('ACTION_NOT_ALLOWED');
    await world.run(resumeOrder, { orderId }, admin.actor);
    expect(await stored(orderId)).toMatchObject({ status: 'IN_PROGRESS', suspended_from: null });
    expect(await codeOf(world.run(deliverOrder, { orderId }, proofreader.actor))).toBe('CORRECTED_FILE_REQUIRED');
    await orderFile(world, { id: orderId }, { role: 'MANUSCRIPT' });
    await orderFile(world, { id: orderId }, { role: 'CORRECTED', deletedAt: world.clock.now() });
    expect(await codeOf(world.run(deliverOrder, { orderId }, proofreader.actor))).toBe('CORRECTED_FILE_REQUIRED');
    await orderFile(world, { id: orderId }, { role: 'CORRECTED' });
    expect((await world.run(deliverOrder, { orderId }, proofreader.actor)).completedAt).toEqual(world.clock.now());
    expect(await lastEvent()).toMatchObject({
      name: 'order.delivered',
      payload: { orderId, customerId: customer.id, proofreaderId: proofreader.id },
    });
    expect(
      world.auditLog
        .filter(({ targetId, action }) => targetId === orderId && action === 'COMMAND_STATUS_CHANGED')
        .map(({ payload }) => payload?.['to']),
    ).toEqual(['IN_PROGRESS', 'SUSPENDED', 'IN_PROGRESS', 'COMPLETED']);
  });

  test('given to someone else, the event names both; given again to the same one, nothing is said', async () => {
    const next = await person(world, 'PROOFREADER');
    const { id: orderId } = await order(world, { customer, proofreader, status: 'IN_PROGRESS' });
    await world.run(assignProofreader, { orderId, proofreaderId: next.id }, admin.actor);
    const said = await lastEvent();
    const count = (await emittedEvents(world)).length;
    expect(said).toMatchObject({
      name: 'order.assigned',
      payload: { proofreaderId: next.id, previousProofreaderId: proofreader.id },
    });
    await world.run(assignProofreader, { orderId, proofreaderId: next.id }, admin.actor);
    expect(await emittedEvents(world)).toHaveLength(count);
    expect(await lastEvent()).toEqual(said);
  });

  test('only an active proofreader can be assigned, and only to paid work', async () => {
    const suspended = await person(world, 'PROOFREADER', { status: 'SUSPENDED' });
    const { id: orderId } = await order(world, { customer, status: 'PAID' });
    const assigned = (proofreaderId: string) =>
      codeOf(world.run(assignProofreader, { orderId, proofreaderId }, admin.actor));
    for (const proofreaderId of [customer.id, admin.id, newId(), 'nobody'])
      expect(await assigned(proofreaderId)).toBe('PROOFREADER_REQUIRED');
    expect(await assigned(suspended.id)).toBe('PROOFREADER_UNAVAILABLE');
    const unpaid = await order(world, { customer });
    expect(
      await codeOf(world.run(assignProofreader, { orderId: unpaid.id, proofreaderId: proofreader.id }, admin.actor)),
    ).toBe('ACTION_NOT_ALLOWED');
  });

  test('an unpaid order is given up once; a paid one is not', async () => {
    const { id: orderId } = await order(world, { customer });
    const giveUp = (id: string) => cancelOrder(world.contextFor(customer.actor), { orderId: id });
    expect((await giveUp(orderId)).cancelledAt).toEqual(world.clock.now());
    expect(await codeOf(giveUp(orderId))).toBe('ACTION_NOT_ALLOWED');
    const paid = await order(world, { customer, status: 'PAID', paidAt: world.clock.now() });
    expect(await codeOf(giveUp(paid.id))).toBe('ACTION_NOT_ALLOWED');
  });

  test('two people start at once: one does, the other is refused', async () => {
    const { id: orderId } = await order(world, { customer, proofreader, status: 'PAID' });
    const outcomes = await Promise.all(
      [proofreader, admin].map(({ actor }) => codeOf(world.run(startOrder, { orderId }, actor))),
    );
    expect(outcomes.filter((outcome) => outcome === 'ACTION_NOT_ALLOWED')).toHaveLength(1);
    expect(
      (await emittedEvents(world)).filter(
        ({ name, payload }) => name === 'order.started' && payload['orderId'] === orderId,
      ),
    ).toHaveLength(1);
  });
});

describe('orders of others', () => {
  const useCases = { startOrder, deliverOrder, suspendOrder, resumeOrder };
  type Doing = (tx: TransactionContext, input: { orderId: string }) => Promise<unknown>;

  test.each(Object.entries<Doing>(useCases))(
    '%s: another person’s order and one that never was are the same',
    async (_name, useCase) => {
      const { id } = await order(world, { customer, proofreader, status: 'PAID' });
      const otherProofreader = await person(world, 'PROOFREADER');
      for (const { actor } of [stranger, otherProofreader])
        for (const orderId of [id, newId(), 'x']) {
          expect(await codeOf(world.run(useCase, { orderId }, actor))).toBe('NOT_FOUND');
          expect(await codeOf(cancelOrder(world.contextFor(actor), { orderId }))).toBe('NOT_FOUND');
        }
    },
  );

  test('a customer may not do a proofreader’s work on their own order', async () => {
    const { id: orderId } = await order(world, { customer, proofreader, status: 'PAID' });
    expect(await codeOf(world.run(startOrder, { orderId }, customer.actor))).toBe('FORBIDDEN');
    expect(await codeOf(world.run(assignProofreader, { orderId, proofreaderId: proofreader.id }, customer.actor))).toBe(
      'FORBIDDEN',
    );
  });
});
