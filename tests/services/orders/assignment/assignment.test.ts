import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../../../src/services/kernel/ids.ts';
import {
  assignProofreader,
  declineAssignment,
  getMyProofreaderProfile,
  listProofreaders,
  loadOfOrder,
  orderTasks,
  ordersAssignedTo,
  unassignProofreader,
  updateMyProofreaderProfile,
} from '../../../../src/services/orders/index.ts';
import type { AppContext } from '../../../../src/services/platform/context.ts';
import { everything } from '../../../../src/services/platform/selection.ts';
import { DAY } from '../../../support/clock.ts';
import { createWorld, type World } from '../../../support/world.ts';
import { codeOf, emittedEvents, order, person, type Person } from '../orders-fixture.ts';

let world: World;
let customer: Person;
let admin: Person;
beforeAll(async () => {
  world = await createWorld();
  [customer, admin] = [await person(world), await person(world, 'ADMIN')];
});
afterAll(() => world.close());

const profile = (who: Person, input: Parameters<typeof updateMyProofreaderProfile>[1]) =>
  world.run(updateMyProofreaderProfile, input, who.actor);

describe('a profile', () => {
  test('begins with what is usual, keeps what is not said, and replaces absences', async () => {
    const louise = await person(world, 'PROOFREADER');
    const read = () => getMyProofreaderProfile(world.readContext(louise.actor));
    expect(await read()).toMatchObject({ capacityPagesPerDay: 20, languages: [], absences: [] });
    await profile(louise, { languages: ['français'], absences: [{ fromOn: '2026-12-24', untilOn: '2026-12-31' }] });
    await profile(louise, { capacityPagesPerDay: 35, genres: null });
    expect(await read()).toEqual({
      capacityPagesPerDay: 35,
      languages: ['français'],
      genres: [],
      specialities: [],
      absences: [{ fromOn: '2026-12-24', untilOn: '2026-12-31' }],
    });
    await profile(louise, { absences: [] });
    expect((await read()).absences).toEqual([]);
  });

  test('absences that overlap or end before they begin are refused by their place, and nothing is written', async () => {
    const louise = await person(world, 'PROOFREADER');
    const wrong = [
      { fromOn: '2026-12-01', untilOn: '2026-12-03' },
      { fromOn: '2026-12-03', untilOn: '2026-12-04' },
    ];
    await expect(profile(louise, { capacityPagesPerDay: 1, absences: wrong })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      details: { fields: [{ path: 'input.absences.1' }] },
    });
    expect((await getMyProofreaderProfile(world.readContext(louise.actor))).capacityPagesPerDay).toBe(20);
  });

  test('said twice at once is one profile', async () => {
    const louise = await person(world, 'PROOFREADER');
    await Promise.all([profile(louise, { capacityPagesPerDay: 30 }), profile(louise, { genres: ['roman'] })]);
    const rows = await world.db
      .selectFrom('proofreader_profile')
      .selectAll()
      .where('user_id', '=', louise.id)
      .execute();
    expect(rows.map(({ capacity_pages_per_day }) => capacity_pages_per_day)).toEqual([30]);
  });
});

describe('who can hold a due date', () => {
  test('is counted beside the order itself, and is for those who assign', async () => {
    const louise = await person(world, 'PROOFREADER');
    const mine = { customer, proofreader: louise, declaredPages: 100 };
    const { id } = await order(world, { ...mine, status: 'PAID' });
    await order(world, { ...mine, status: 'IN_PROGRESS', declaredPages: 30 });
    await order(world, { ...mine, status: 'SUSPENDED' });
    const dueAt = new Date(world.clock.now().getTime() + 5 * DAY);
    await world.db.updateTable('customer_order').set({ due_at: dueAt }).where('id', '=', id).execute();
    const load = await loadOfOrder(world.contextFor(admin.actor), { id, proofreaderId: louise.id });
    expect(load).toMatchObject({ openOrders: 1, openPages: 30, holdsDueAt: false, averageDays: null, revisions: 0 });
    expect(await loadOfOrder(world.contextFor(customer.actor), { id, proofreaderId: louise.id })).toBeNull();
    expect(await codeOf(listProofreaders(world.contextFor(customer.actor), { orderId: id }))).toBe('FORBIDDEN');
    for (const orderId of [newId(), 'x'])
      expect(await codeOf(listProofreaders(world.contextFor(admin.actor), { orderId }))).toBe('NOT_FOUND');
    expect(await ordersAssignedTo(world.readContext(admin.actor), louise.id, everything)).toHaveLength(3);
    expect(await ordersAssignedTo(world.readContext(customer.actor), louise.id, everything)).toEqual([]);
  });

  test('assigning beyond it is allowed, and written down', async () => {
    const louise = await person(world, 'PROOFREADER');
    const { id: orderId } = await order(world, { customer, status: 'PAID', declaredPages: 500 });
    await world.db.updateTable('customer_order').set({ due_at: world.clock.now() }).where('id', '=', orderId).execute();
    await world.run(assignProofreader, { orderId, proofreaderId: louise.id }, admin.actor);
    expect(world.auditLog.at(-1)?.payload).toMatchObject({ verb: 'assign', isBeyondCapacity: true });
  });
});

describe('giving an order back', () => {
  test('declined and unassigned, it waits for somebody else, and conversations learn of it', async () => {
    const louise = await person(world, 'PROOFREADER');
    const { id: orderId } = await order(world, { customer, proofreader: louise, status: 'PAID' });
    await world.run(declineAssignment, { orderId, reason: ' Absente. ' }, louise.actor);
    const subject = { type: 'ORDER', id: orderId };
    expect((await emittedEvents(world)).at(-1)).toMatchObject({
      name: 'order.declined',
      payload: { orderId, subject },
    });
    await world.run(assignProofreader, { orderId, proofreaderId: louise.id }, admin.actor);
    await world.run(unassignProofreader, { orderId }, admin.actor);
    expect((await emittedEvents(world)).at(-1)).toMatchObject({
      name: 'order.unassigned',
      payload: { orderId, subject },
    });
    expect(await codeOf(world.run(unassignProofreader, { orderId }, admin.actor))).toBe('ACTION_NOT_ALLOWED');
    expect(await codeOf(world.run(declineAssignment, { orderId, reason: 'x' }, louise.actor))).toBe('NOT_FOUND');
    expect(await codeOf(world.run(declineAssignment, { orderId, reason: 'x' }, customer.actor))).toBe('FORBIDDEN');
    const notes = await world.db.selectFrom('order_note').selectAll().where('order_id', '=', orderId).execute();
    expect(notes).toMatchObject([{ author_id: louise.id, audience: 'ADMIN', text: 'Absente.' }]);

    // The job that mails the admins may run twice.
    const { payload } = (await emittedEvents(world)).find(
      (event) => event.name === 'order.declined' && event.payload['orderId'] === orderId,
    ) as { payload: Record<string, unknown> };
    const task = orderTasks.find(({ definition }) => definition.kind === 'orders.notify-declined');
    for (let time = 0; time < 2; time++)
      await task?.run({ run: world.run } as unknown as AppContext, task.definition.payload.parse(payload));
    const mails = await world.db
      .selectFrom('email_delivery')
      .select('template')
      .where('recipient_id', '=', admin.id)
      .execute();
    expect(mails).toEqual([{ template: 'order-declined' }]);
  });
});
