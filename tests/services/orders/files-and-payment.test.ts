import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Order, OrderStatus } from '../../../src/entities/orders/order.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { money } from '../../../src/services/kernel/money.ts';
import type { TransactionContext } from '../../../src/services/platform/context.ts';
import { attachOrderFile, permitOrderFile } from '../../../src/services/orders/attach-order-file.ts';
import { billableOrder, isOrderFileHeld, mayReadOrderFile } from '../../../src/services/orders/index.ts';
import type { UploadRole } from '../../../src/services/orders/order-file.policy.ts';
import { createWorld, type World } from '../../support/world.ts';
import { codeOf, order, orderFile, person, emittedEvents, type Person } from './orders-fixture.ts';
import { makeStoredFile } from '../../support/make/stored-file.ts';

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

/** What the files domain does: registers the file and attaches it, in one transaction. */
const bring = (orderId: string, role: UploadRole, by: Person): Promise<Order> =>
  world.run(
    async (tx: TransactionContext, input: { orderId: string; role: UploadRole }) => {
      const file = makeStoredFile(tx.em, {
        name: 'texte.docx',
        mimeType: 'application/msword',
        sizeBytes: 1,
        ciphertextSha256: '0'.repeat(64),
      });
      return attachOrderFile(tx, { ...input, file });
    },
    { orderId, role },
    by.actor,
  );

const attached = async (orderId: string) =>
  (await world.db.selectFrom('order_file').select('role').where('order_id', '=', orderId).execute()).map(
    ({ role }) => role,
  );

describe('files of an order', () => {
  test('the customer brings the manuscript, the assigned proofreader the corrected text', async () => {
    const { id } = await order(world, { customer, proofreader, status: 'IN_PROGRESS' });
    await bring(id, 'MANUSCRIPT', customer);
    await bring(id, 'CORRECTED', proofreader);
    expect((await attached(id)).sort()).toEqual(['CORRECTED', 'MANUSCRIPT']);
    expect((await emittedEvents(world)).at(-1)).toMatchObject({
      name: 'order.file-added',
      payload: { orderId: id, role: 'CORRECTED', customerId: customer.id, proofreaderId: proofreader.id },
    });
  });

  test('nobody else does, and a refused file leaves no row', async () => {
    const { id } = await order(world, { customer, proofreader, status: 'IN_PROGRESS' });
    const outcome = (role: UploadRole, by: Person) => codeOf(bring(id, role, by));
    expect(await outcome('MANUSCRIPT', stranger)).toBe('NOT_FOUND');
    expect(await outcome('CORRECTED', await person(world, 'PROOFREADER'))).toBe('NOT_FOUND');
    expect(await outcome('CORRECTED', customer)).toBe('FORBIDDEN');
    expect(await outcome('MANUSCRIPT', proofreader)).toBe('FORBIDDEN');
    expect(await codeOf(bring(newId(), 'MANUSCRIPT', customer))).toBe('NOT_FOUND');
    expect(await attached(id)).toEqual([]);
  });

  test.each<[UploadRole, OrderStatus, boolean]>([
    ['MANUSCRIPT', 'PENDING', true],
    ['MANUSCRIPT', 'PAID', true],
    ['MANUSCRIPT', 'IN_PROGRESS', true],
    ['MANUSCRIPT', 'COMPLETED', false],
    ['MANUSCRIPT', 'CANCELLED', false],
    ['CORRECTED', 'PAID', false],
    ['CORRECTED', 'IN_PROGRESS', true],
    ['CORRECTED', 'COMPLETED', true],
    ['CORRECTED', 'SUSPENDED', false],
  ])('%s while %s: %s, and the same before a byte is read', async (role, status, isAccepted) => {
    const { id: orderId } = await order(world, { customer, proofreader, status });
    const by = role === 'MANUSCRIPT' ? customer : proofreader;
    const permitted = await codeOf(world.run(permitOrderFile, { orderId, role }, by.actor));
    const brought = await codeOf(bring(orderId, role, by));
    expect(permitted).toEqual(isAccepted ? { succeeded: undefined } : 'ACTION_NOT_ALLOWED');
    expect(brought).toEqual(isAccepted ? { succeeded: expect.anything() } : 'ACTION_NOT_ALLOWED');
    expect(
      (await world.db.selectFrom('customer_order').select('status').where('id', '=', orderId).executeTakeFirst())
        ?.status,
    ).toBe(status);
  });

  test('whoever sees the order reads its files; others do not', async () => {
    const { id } = await order(world, { customer, proofreader, status: 'PAID' });
    const file = await orderFile(world, { id }, { role: 'MANUSCRIPT' });
    const reads = (by: Person) => mayReadOrderFile(world.readContext(by.actor), file.id);
    expect(await Promise.all([customer, proofreader, admin].map(reads))).toEqual([true, true, true]);
    expect(await Promise.all([stranger, await person(world, 'PROOFREADER')].map(reads))).toEqual([false, false]);
    expect(await mayReadOrderFile(world.readContext(customer.actor), newId())).toBe(false);
  });

  test.each<[UploadRole, OrderStatus, boolean]>([
    ['MANUSCRIPT', 'PENDING', false],
    ['MANUSCRIPT', 'CANCELLED', false],
    ['MANUSCRIPT', 'PAID', true],
    ['CORRECTED', 'IN_PROGRESS', false],
    ['CORRECTED', 'COMPLETED', true],
  ])('%s of an order %s is held: %s', async (role, status, isHeld) => {
    const { id } = await order(world, { customer, proofreader, status });
    const file = await orderFile(world, { id }, { role });
    expect(await isOrderFileHeld(world.readContext(customer.actor), file.id)).toBe(isHeld);
  });
});

describe('paying', () => {
  const describeTo = (by: Person, id: string) => world.run(billableOrder.describe, id, by.actor);
  const confirmPayment = (subjectId: string, amount = money(35_000)) =>
    world.run(billableOrder.confirmPayment, { subjectId, paymentId: newId(), amount });

  test('the customer is asked for the price, in their own language', async () => {
    const { id } = await order(world, { customer });
    expect(await describeTo(customer, id)).toEqual({
      payer: { userId: customer.id },
      description: 'Pack KDP\u00a0: «\u00a0Le Fil des jours\u00a0»',
      total: money(35_000),
      returnPath: `/commandes/${id}`,
      lines: [
        { description: 'Pack KDP\u00a0: «\u00a0Le Fil des jours\u00a0»', quantity: 1, unit: '', gross: money(35_000) },
      ],
    });
    const reader = await person(world, 'CUSTOMER', { locale: 'en' });
    const byPage = await order(world, { customer: reader, unit: 'PAGE', declaredPages: 175 });
    expect((await describeTo(reader, byPage.id)).lines).toEqual([
      { description: 'Pack KDP: “Le Fil des jours”', quantity: 175, unit: 'pages', gross: money(35_000) },
    ]);
  });

  test('the longest title still fits what a payment and an invoice line hold', async () => {
    const { id } = await order(world, { customer, title: '🖋'.repeat(255) });
    const { description, lines } = await describeTo(customer, id);
    expect([...description]).toHaveLength(255);
    expect(description.endsWith('…')).toBe(true);
    expect([...(lines[0]?.description ?? '')].length).toBeLessThanOrEqual(500);
  });

  test('for others it does not exist; a paid or cancelled order is not asked for again', async () => {
    const { id } = await order(world, { customer, proofreader });
    expect(await codeOf(describeTo(stranger, id))).toBe('NOT_FOUND');
    expect(await codeOf(describeTo(customer, newId()))).toBe('NOT_FOUND');
    expect(await codeOf(describeTo(admin, id))).toBe('FORBIDDEN');
    const paid = await order(world, { customer, status: 'IN_PROGRESS', paidAt: world.clock.now() });
    expect(await codeOf(describeTo(customer, paid.id))).toBe('ORDER_ALREADY_PAID');
    const cancelled = await order(world, { customer, status: 'CANCELLED' });
    expect(await codeOf(describeTo(customer, cancelled.id))).toBe('ACTION_NOT_ALLOWED');
  });

  test('a payment that came moves the order to PAID, and says so', async () => {
    const { id } = await order(world, { customer });
    expect(await confirmPayment(id)).toMatchObject({ outcome: 'PAID', bill: { payer: { userId: customer.id } } });
    expect((await emittedEvents(world)).at(-1)).toMatchObject({
      name: 'order.paid',
      payload: { orderId: id, customerId: customer.id },
    });
    expect(await confirmPayment(id)).toEqual({ outcome: 'ALREADY_PAID' });
  });

  test('two payments at once pay one order once', async () => {
    const { id } = await order(world, { customer });
    const outcomes = (await Promise.all([confirmPayment(id), confirmPayment(id), confirmPayment(id)]))
      .map(({ outcome }) => outcome)
      .sort();
    expect(outcomes).toEqual(['ALREADY_PAID', 'ALREADY_PAID', 'PAID']);
    expect(
      (await emittedEvents(world)).filter(({ name, payload }) => name === 'order.paid' && payload['orderId'] === id),
    ).toHaveLength(1);
  });

  test('money for a cancelled order, for none, or of another amount changes nothing', async () => {
    const cancelled = await order(world, { customer, status: 'CANCELLED' });
    expect(await confirmPayment(cancelled.id)).toEqual({ outcome: 'NOT_PAYABLE' });
    expect(await confirmPayment(newId())).toEqual({ outcome: 'NOT_PAYABLE' });
    const { id } = await order(world, { customer });
    expect(await confirmPayment(id, money(34_999))).toEqual({ outcome: 'AMOUNT_DIFFERS' });
    expect(await confirmPayment(id, money(35_000, 'XOF'))).toEqual({ outcome: 'AMOUNT_DIFFERS' });
    expect(
      (await world.db.selectFrom('customer_order').select('status').where('id', '=', id).executeTakeFirst())?.status,
    ).toBe('PENDING');
  });
});
