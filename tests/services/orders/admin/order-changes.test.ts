/** Orders placed for somebody or once more, corrected, brought into a state, and deleted. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { orderStatuses } from '../../../../src/entities/orders/order.entity.ts';
import {
  createOrderFor,
  deleteOrder,
  reorder,
  setOrderStatus,
  updateOrder,
} from '../../../../src/services/orders/index.ts';
import { addWorkingDays } from '../../../../src/services/kernel/working-days.ts';
import type { Actor } from '../../../../src/services/access/actor.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';
import { codeOf, orderFile, person, priceItem, type Person } from '../orders-fixture.ts';
import { openReview, type ReviewFixture } from '../review/review-fixture.ts';

let review: ReviewFixture;
let proofreader: Person;
beforeAll(async () => {
  review = await openReview();
  proofreader = await person(review.env, 'PROOFREADER');
});
afterAll(() => review.close());

const refusalOf = (work: Promise<unknown>): Promise<{ code?: string; details?: Record<string, unknown> }> =>
  work.then(
    () => ({}),
    (error: unknown) => error as { code: string; details: Record<string, unknown> },
  );
const pathOf = async (work: Promise<unknown>) => {
  const { code, details } = await refusalOf(work);
  const [field] = (details?.['fields'] ?? []) as { path: string }[];
  return [code, field?.path];
};

describe('an order for somebody', () => {
  const create = (input: object, actor: Actor = review.admin) =>
    createOrderFor(review.env.contextFor(actor), { title: 'Le Fil des jours', ...input } as never);
  const service = { name: 'Réécriture', price: { amount: 45_000, currency: 'EUR' } };

  test('who has an account: they are mailed where to pay', async () => {
    const item = await priceItem(review.env, { priceCents: 200, unit: 'PAGE' });
    const { id } = await create({ customerId: review.buyer.id, priceItemId: item.id, declaredPages: 100 });
    expect(await review.stored(id)).toMatchObject({
      ...{ customer_id: review.buyer.id, source: 'ADMIN', created_by_id: review.admin.userId, total: 20_000 },
      ...{ status: 'PENDING', service: item.name },
    });
    const mails = await review.mailsTo(/^Votre commande SL-.* est enregistrée/);
    expect(mails.filter((text) => text.includes(id))).toHaveLength(1);
  });

  test('who has none: they are invited once, whatever the letters of their address; the same key makes one order', async () => {
    const customer = { email: 'Nouvelle@Exemple.fr', firstName: 'Odile', lastName: 'Brun', locale: 'fr' };
    const input = { customer, service, key: newId() };
    const made = await Promise.all([create(input), create(input)]);
    const { id: again } = await create({ customer: { ...customer, email: 'nouvelle@exemple.fr' }, service });
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const users = await review.env.db
      .selectFrom('user')
      .select(['id', 'status', 'role'])
      .where('email', '=', 'nouvelle@exemple.fr')
      .execute();
    expect(users).toMatchObject([{ status: 'PENDING', role: 'CUSTOMER' }]);
    expect((await review.stored(again))['customer_id']).toBe(users[0]?.id);
    const invitations = await review.env.db
      .selectFrom('email_delivery')
      .select('id')
      .where('to_email', '=', 'nouvelle@exemple.fr')
      .where('template', 'like', '%invit%')
      .execute();
    expect(invitations).toHaveLength(1);
  });

  test('with a quote: it is sent in the same transaction, and nothing is to be paid yet', async () => {
    const quote = { validUntil: '2999-12-31', onAcceptance: 'INVOICE_LATER' };
    const { id } = await create({ customerId: review.buyer.id, service, quote });
    expect(await review.stored(id)).toMatchObject({ status: 'QUOTE_SENT', total: 45_000, unit: 'PACK' });
    const [sent] = await review.env.db.selectFrom('quote').selectAll().where('subject_id', '=', id).execute();
    expect(sent).toMatchObject({ status: 'SENT', buyer_id: review.buyer.id });
    expect(Number(sent?.gross_cents)).toBe(45_000);
    const bad = { ...quote, onAcceptance: 'DEPOSIT' };
    const before = await review.env.db.selectFrom('customer_order').select('id').execute();
    expect(await codeOf(create({ customerId: review.buyer.id, service, quote: bad }))).toBe('INPUT_INVALID');
    expect(await review.env.db.selectFrom('customer_order').select('id').execute()).toHaveLength(before.length);
  });

  test('names the field that cannot stand', async () => {
    const gone = await person(review.env, 'CUSTOMER', { status: 'SUSPENDED' });
    const item = await priceItem(review.env, { unit: 'PAGE' });
    const to = { customerId: review.buyer.id };
    expect(await pathOf(create({ service }))).toEqual(['INPUT_INVALID', 'input.customerId']);
    expect(await pathOf(create({ ...to }))).toEqual(['INPUT_INVALID', 'input.priceItemId']);
    expect(await pathOf(create({ ...to, service, priceItemId: item.id }))).toEqual([
      'INPUT_INVALID',
      'input.priceItemId',
    ]);
    for (const customerId of [newId(), 'not-an-id', proofreader.id, gone.id])
      expect(await pathOf(create({ customerId, service }))).toEqual(['INPUT_INVALID', 'input.customerId']);
    expect(await pathOf(create({ ...to, priceItemId: item.id }))).toEqual(['PAGES_REQUIRED', 'input.declaredPages']);
    expect(await pathOf(create({ ...to, priceItemId: newId() }))).toEqual([
      'PRICE_ITEM_UNAVAILABLE',
      'input.priceItemId',
    ]);
    expect(await pathOf(create({ ...to, service, title: ' \t' }))).toEqual(['INPUT_INVALID', 'input.title']);
  });
});

describe('another order of the same service', () => {
  const again = (orderId: string, more: object = {}, actor: Actor = review.buyer.actor) =>
    review.env.run(reorder, { orderId, title: 'Le tome deux', ...more }, actor);

  test('costs today’s price, with the pages of before unless said', async () => {
    const item = await priceItem(review.env, { priceCents: 300, unit: 'PAGE' });
    const before = await review.place({ priceItemId: item.id, status: 'COMPLETED' });
    const { id } = await again(before);
    expect(await review.stored(id)).toMatchObject({ status: 'PENDING', title: 'Le tome deux', total: 90_000 });
    expect(await review.stored((await again(before, { declaredPages: 10 })).id)).toMatchObject({ total: 3_000 });
  });

  test('of somebody else, or of a service that is gone, is refused', async () => {
    const stranger = await person(review.env);
    const free = await review.place();
    expect(await codeOf(again(free, {}, stranger.actor))).toBe('NOT_FOUND');
    expect(await pathOf(again(free))).toEqual(['PRICE_ITEM_UNAVAILABLE', 'input.orderId']);
  });
});

describe('what is said of an order', () => {
  const update = (orderId: string, changes: object, actor: Actor = review.buyer.actor) =>
    review.env.run(updateOrder, { orderId, ...changes }, actor);
  const zone = 'Europe/Paris';
  const today = Temporal.Now.plainDateISO(zone);
  const instant = (date: Temporal.PlainDate, time: string): Date =>
    new Date(date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds);
  const dueAt = instant(Temporal.PlainDate.from(addWorkingDays(today.toString(), 20)), '10:00');
  const sunday = today.add({ days: 14 - today.dayOfWeek });
  const holiday = Temporal.PlainDate.from({ year: today.year + 1, month: 7, day: 14 });

  test('the customer corrects their own words until the work begins; an admin the plan too', async () => {
    const orderId = await review.place({ status: 'PAID' });
    await update(orderId, { title: ' Le Fil ', description: '', customerNote: 'Tutoyer.' });
    expect(await review.stored(orderId)).toMatchObject({
      title: 'Le Fil',
      description: null,
      customer_note: 'Tutoyer.',
    });
    expect(await pathOf(update(orderId, { priority: 'HIGH' }))).toEqual(['INPUT_INVALID', 'input.priority']);
    expect(await pathOf(update(orderId, { dueAt }))).toEqual(['INPUT_INVALID', 'input.dueAt']);
    await update(orderId, { priority: 'HIGH', dueAt }, review.admin);
    expect(await review.stored(orderId)).toMatchObject({ priority: 'HIGH' });
    const steps = await review.env.db
      .selectFrom('order_event')
      .select('kind')
      .where('order_id', '=', orderId)
      .orderBy('id')
      .execute();
    expect(steps.map(({ kind }) => kind).sort()).toEqual(['DUE_DATE_SET', 'UPDATED', 'UPDATED']);
    const begun = await review.place({ status: 'IN_PROGRESS', startedAt: new Date() });
    expect(await codeOf(update(begun, { title: 'Autre' }))).toBe('ACTION_NOT_ALLOWED');
    await update(begun, { title: 'Autre' }, review.admin);
    expect(await codeOf(update(await review.place({ status: 'CANCELLED' }), { title: 'x' }, review.admin))).toBe(
      'ACTION_NOT_ALLOWED',
    );
  });

  test.each([
    ['in the past', new Date('2020-06-10T09:00:00Z')],
    ['on a Sunday at 03:00', instant(sunday, '03:00')],
    ['on a holiday', instant(holiday, '09:00')],
  ])('a due date %s is refused', async (_, date) => {
    const orderId = await review.place({ status: 'PAID' });
    expect(await pathOf(update(orderId, { dueAt: date }, review.admin))).toEqual(['INPUT_INVALID', 'input.dueAt']);
  });

  test.each([
    ['of blanks', ' \u00a0\t '],
    ['of 256 characters', 'é'.repeat(256)],
    ['of characters without width', '\u200b\u200d\ufeff'],
  ])('a title %s is refused by its field, and nothing changes', async (_, title) => {
    const orderId = await review.place();
    const before = await review.env.db.selectFrom('customer_order').select('id').execute();
    const inputs = {
      updateOrder: ['UpdateOrderInput', { orderId, title }],
      reorder: ['ReorderInput', { orderId, title }],
      createOrder: ['CreateOrderInput', { priceItemId: orderId, title }],
    } as const;
    for (const [name, [type, input]] of Object.entries(inputs)) {
      const document = `mutation ($input: ${type}!) { ${name}(input: $input) { id } }`;
      const answer = await review.env.ask(review.buyer.actor, document, { input });
      expect([name, answer.codes]).toEqual([name, ['INPUT_INVALID']]);
      expect(JSON.stringify(answer.errors)).toContain('input.title');
    }
    expect(await review.env.db.selectFrom('customer_order').select('id').execute()).toHaveLength(before.length);
    expect((await review.stored(orderId))['title']).toBe('Le Fil des jours');
  });

  test('a stranger, and a proofreader of others, find no order; a blank title is refused', async () => {
    const orderId = await review.place();
    for (const { actor } of [await person(review.env), proofreader])
      expect(await codeOf(update(orderId, { title: 'x' }, actor))).toBe('NOT_FOUND');
    expect(await pathOf(update(orderId, { title: ' \u00a0' }))).toEqual(['INPUT_INVALID', 'input.title']);
  });
});

describe('a state that is asked for', () => {
  const set = (orderId: string, status: (typeof orderStatuses)[number], actor: Actor = review.admin) =>
    setOrderStatus(review.env.contextFor(actor), { orderId, status, reason: 'Parce que.' });

  test('is reached by the one verb that leads there, with its effects', async () => {
    const orderId = await review.place();
    await set(orderId, 'AWAITING_REVIEW', review.buyer.actor);
    await set(orderId, 'AWAITING_CONSULTATION');
    await set(orderId, 'AWAITING_REVIEW');
    await set(orderId, 'CANCELLED');
    const { status, cancelled_at: at } = await review.stored(orderId);
    expect([status, at !== null]).toEqual(['CANCELLED', true]);
    const paid = await review.place({ status: 'IN_PROGRESS', proofreader });
    await set(paid, 'SUSPENDED');
    await set(paid, 'IN_PROGRESS');
    expect((await review.stored(paid))['status']).toBe('IN_PROGRESS');
  });

  test('by none or by several is refused, with the states that can be set', async () => {
    const orderId = await review.place();
    expect(await refusalOf(set(orderId, 'PAID'))).toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
      details: { status: 'PENDING', allowed: ['AWAITING_CONSULTATION', 'CANCELLED'] },
    });
    expect(await refusalOf(set(orderId, 'PENDING'))).toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
    expect(await codeOf(set(newId(), 'CANCELLED'))).toBe('NOT_FOUND');
    expect(await codeOf(set(orderId, 'CANCELLED', (await person(review.env)).actor))).toBe('NOT_FOUND');
  });

  test('is named in French too, in documents and variables; the answer is never', async () => {
    const orderId = await review.place({ priority: 'HIGH' });
    const named = 'mutation ($input: SetOrderStatusInput!) { setOrderStatus(input: $input) { status priority } }';
    const ask = (text: string, input: object) => review.env.ask(review.admin, text, { input });
    expect((await ask(named, { orderId, status: 'EN_ATTENTE_CONSULTATION' })).data).toEqual({
      setOrderStatus: { status: 'AWAITING_CONSULTATION', priority: 'HIGH' },
    });
    const literal = `mutation { setOrderStatus(input: { orderId: "${orderId}", status: ANNULEE }) { status } }`;
    expect((await ask(literal, {})).data).toEqual({ setOrderStatus: { status: 'CANCELLED' } });
    const listed = await review.env.ask(review.admin, '{ orders(status: ANNULEE, first: 100) { nodes { status } } }');
    expect(JSON.stringify(listed.data)).toContain('CANCELLED');
    for (const unknown of ['ANNULE', 'toString', 'constructor'])
      expect((await ask(named, { orderId, status: unknown })).codes).toHaveLength(1);
  });
});

describe('an order that is deleted', () => {
  const drop = (orderId: string, actor: Actor = review.admin) => review.env.run(deleteOrder, { orderId }, actor);
  const rows = (table: 'customer_order' | 'order_event' | 'order_file', column: 'id' | 'order_id', id: string) =>
    review.env.db
      .selectFrom(table)
      .selectAll()
      .where(column as never, '=', id as never)
      .execute();

  test('never had a payment; its files go with it, and a file that another order has stays', async () => {
    const orderId = await review.place();
    const other = await review.place();
    const [own, shared] = [
      await orderFile(review.env, { id: orderId }, { role: 'MANUSCRIPT' }),
      await orderFile(review.env, { id: other }, { role: 'MANUSCRIPT' }),
    ];
    await review.env.run(updateOrder, { orderId, title: 'Autre' }, review.admin);
    await review.env.db
      .insertInto('order_file')
      .values({
        id: newId(),
        created_at: new Date(),
        version: 1,
        order_id: orderId,
        file_id: shared.id,
        role: 'REFERENCE',
      })
      .execute();
    expect(await drop(orderId)).toBe(true);
    expect(await rows('customer_order', 'id', orderId)).toEqual([]);
    expect(await rows('order_event', 'order_id', orderId)).toEqual([]);
    const deletedAt = async (id: string) =>
      (
        await review.env.db
          .selectFrom('stored_file')
          .select('deleted_at')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
      ).deleted_at;
    expect([(await deletedAt(own.id)) !== null, await deletedAt(shared.id)]).toEqual([true, null]);
    const entries = await review.env.db
      .selectFrom('audit_entry')
      .select('action')
      .where('target_id', '=', orderId)
      .execute();
    expect(entries.map(({ action }) => action)).toContain('COMMAND_DELETED');
    expect(await codeOf(drop(orderId))).toBe('NOT_FOUND');
  });

  test('with a payment, even one that was only begun, or an invoice, is refused; so is a customer', async () => {
    const opened = await review.place();
    await review.openPage(opened);
    const quoted = await review.place();
    await review.accept(await review.quoteFor(quoted, { onAcceptance: 'PAY_ALL' }));
    for (const orderId of [opened, quoted]) expect(await codeOf(drop(orderId))).toBe('ORDER_HAS_PAYMENTS');
    expect(await codeOf(drop(await review.place(), review.buyer.actor))).toBe('FORBIDDEN');
    const document = 'mutation ($input: DeleteOrderInput!) { deleteOrder(input: $input) }';
    const late: Actor = { ...review.admin, provenAt: null };
    const { codes } = await review.env.ask(late, document, { input: { orderId: opened } });
    expect(codes).toEqual(['STEP_UP_REQUIRED']);
  });
});
