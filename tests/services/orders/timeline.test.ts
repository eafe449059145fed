import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../../src/services/kernel/ids.ts';
import { paymentDisputed, paymentRefunded } from '../../../src/services/billing/index.ts';
import { assignProofreader, createOrder, noteOrder, whoSeesOrder } from '../../../src/services/orders/index.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';
import { codeOf, order, person, priceItem, type Person } from './orders-fixture.ts';

let env: AppEnvironment;
let customer: Person;
let proofreader: Person;
let former: Person;
let admin: Person;
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false });
  customer = await person(env, 'CUSTOMER', { firstName: 'Camille' });
  proofreader = await person(env, 'PROOFREADER', { firstName: 'Jeanne' });
  former = await person(env, 'PROOFREADER', { firstName: 'Marc' });
  admin = await person(env, 'ADMIN', { firstName: 'Alice' });
});
afterAll(() => env.close());

const note = (orderId: string, by: Person, audience: 'ALL' | 'STAFF' | 'ADMIN', text = `${audience} note`) =>
  env.run(noteOrder, { orderId, text, audience }, by.actor);

interface Seen {
  notes: { nodes: { text: string; audience: string; by: string; author: { firstName: string } | null }[] };
  timeline: {
    nodes: { kind: string; by: string; actor: { firstName: string } | null; amount: { amount: number } | null }[];
  };
}
async function see(who: Person, id: string): Promise<Seen> {
  const { data, errors } = (await env.ask(
    who.actor,
    `query ($id: ID!) { order(id: $id) {
      notes { nodes { text audience by author { firstName } } }
      timeline { nodes { kind by actor { firstName } amount { amount } } } } }`,
    { id },
  )) as unknown as { data: { order: Seen }; errors: unknown };
  expect(errors).toEqual([]);
  return data.order;
}

describe('notes', () => {
  test('each is read by its audience; a customer reads no name of the team but their proofreader’s', async () => {
    const { id } = await order(env, { customer, proofreader: former, status: 'IN_PROGRESS' });
    await note(id, customer, 'ALL', 'Tutoyer le lecteur.');
    await note(id, former, 'ALL', 'Bien reçu.');
    await env.run(assignProofreader, { orderId: id, proofreaderId: proofreader.id }, admin.actor);
    await note(id, proofreader, 'STAFF', 'Beaucoup de reprises.');
    await note(id, admin, 'ADMIN', 'Facturer 120 € de plus.');
    const read = async (who: Person) =>
      (await see(who, id)).notes.nodes.map(({ text, by, author }) => `${by} ${author?.firstName ?? '–'}: ${text}`);
    expect(await read(customer)).toEqual(['CUSTOMER Camille: Tutoyer le lecteur.', 'TEAM –: Bien reçu.']);
    expect(await read(proofreader)).toEqual([
      'CUSTOMER Camille: Tutoyer le lecteur.',
      'TEAM Marc: Bien reçu.',
      'PROOFREADER Jeanne: Beaucoup de reprises.',
    ]);
    expect(await read(admin)).toHaveLength(4);
    const steps = async (who: Person) =>
      (await see(who, id)).timeline.nodes.map(({ kind, by, actor }) => `${kind} ${by} ${actor?.firstName ?? '–'}`);
    expect(await steps(customer)).toEqual(['NOTED CUSTOMER Camille', 'NOTED TEAM –', 'ASSIGNED TEAM –']);
    expect(await steps(admin)).toHaveLength(5);
    expect((await see(admin, id)).notes.nodes.map(({ audience }) => audience)).toEqual([
      'CUSTOMER',
      'CUSTOMER',
      'STAFF',
      'ADMIN',
    ]);
  });

  test('who may write for whom; blanks, a stranger’s order and forgotten words are refused', async () => {
    const { id } = await order(env, { customer, proofreader, status: 'IN_PROGRESS' });
    const { id: forgotten } = await order(env, { customer, status: 'CANCELLED', title: '' });
    expect(await codeOf(note(id, customer, 'STAFF'))).toBe('FORBIDDEN');
    expect(await codeOf(note(id, proofreader, 'ADMIN'))).toBe('FORBIDDEN');
    expect(await codeOf(note(id, former, 'ALL'))).toBe('NOT_FOUND');
    expect(await codeOf(note(newId(), admin, 'ALL'))).toBe('NOT_FOUND');
    for (const blank of [' \n ', '\u200b\u2060'])
      expect(await codeOf(note(id, customer, 'ALL', blank))).toBe('INPUT_INVALID');
    expect(await codeOf(note(forgotten, admin, 'ADMIN'))).toBe('ACTION_NOT_ALLOWED');
    expect((await see(admin, id)).notes.nodes).toEqual([]);
  });

  test('the first of the customer and of the proofreader are the order’s own, as what was written when it was placed', async () => {
    const item = await priceItem(env);
    const placed = await env.run(
      createOrder,
      { priceItemId: item.id, title: 'Le Fil', customerNote: 'Sans anglicismes.' },
      customer.actor,
    );
    expect((await see(customer, placed.id)).notes.nodes).toMatchObject([{ text: 'Sans anglicismes.', by: 'CUSTOMER' }]);
    const { id } = await order(env, { customer, proofreader, status: 'IN_PROGRESS' });
    await note(id, proofreader, 'STAFF', 'Interne');
    await note(id, proofreader, 'ALL', 'Première');
    await note(id, proofreader, 'ALL', 'Seconde');
    await note(id, customer, 'ALL', 'Merci');
    expect(
      await env.db
        .selectFrom('customer_order')
        .select(['customer_note', 'proofreader_note'])
        .where('id', '=', id)
        .executeTakeFirst(),
    ).toEqual({ customer_note: 'Merci', proofreader_note: 'Première' });
  });

  test('a change for admins is no live event for the others', async () => {
    const { id: orderId } = await order(env, { customer, proofreader, status: 'IN_PROGRESS' });
    const people = [customer.actor, proofreader.actor, admin.actor];
    const seeing = async (visibleTo: 'ALL' | 'STAFF' | 'ADMIN') =>
      (await whoSeesOrder(env.contextFor(), { orderId, visibleTo }, people)).size;
    expect([await seeing('ALL'), await seeing('STAFF'), await seeing('ADMIN')]).toEqual([3, 2, 1]);
    await note(orderId, admin, 'ADMIN');
    const published = await env.db
      .selectFrom('live_event')
      .select('payload')
      .where('stream', '=', `orderUpdated:${orderId}`)
      .execute();
    expect(published.map(({ payload }) => (typeof payload === 'string' ? JSON.parse(payload) : payload))).toEqual([
      { orderId, reason: 'CHANGED', visibleTo: 'ADMIN' },
    ]);
  });
});

describe('money on the timeline', () => {
  test('a refund is a step that the customer sees and a dispute one of admins, once however often the job runs', async () => {
    const { id } = await order(env, { customer, proofreader, status: 'IN_PROGRESS' });
    const [paymentId, disputeId] = [newId(), newId()];
    const about = { paymentId, subjectType: 'ORDER' as const, subjectId: id, payerId: customer.id };
    for (let time = 0; time < 2; time += 1)
      await env.run(async ({ emit }: Tx<'emit'>) => {
        emit(paymentRefunded, { ...about, refundedCents: 5_000, isWhole: false });
        emit(paymentDisputed, { ...about, disputeId, amountCents: 35_000, currency: 'EUR', reason: 'fraudulent' });
      }, undefined);
    await env.app.worker.runDue();
    const money = async (who: Person) =>
      (await see(who, id)).timeline.nodes.map(({ kind, amount }) => `${kind} ${amount?.amount ?? '–'}`);
    expect(await money(customer)).toEqual(['REFUNDED 5000']);
    expect(await money(proofreader)).toEqual(['REFUNDED –']);
    expect((await money(admin)).sort()).toEqual(['DISPUTED 35000', 'REFUNDED 5000']);
  });
});
