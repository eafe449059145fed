import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Order } from '../../../src/entities/orders/order.entity.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';
import { makeActor, person } from '../../support/make/actor.ts';
import { makePerson } from '../../support/make/person.ts';
import { testClock } from '../../support/clock.ts';

let env: AppEnvironment;
const clock = testClock();
const admin = person('ADMIN');
let customer = person('CUSTOMER');

beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock });
  const ids = await env.run(
    async ({ em }) => [makePerson(em, { role: 'ADMIN' }).id, makePerson(em).id] as const,
    undefined,
  );
  Object.assign(admin, { userId: ids[0] });
  customer = makeActor(ids[1]);
});
afterAll(() => env.close());

const details = 'id name priceLabel position isActive archivedAt history { kind changes { field before after } }';
const create = async (input: object) =>
  env.ask(admin, `mutation ($input: CreatePriceItemInput!) { createPriceItem(input: $input) { ${details} } }`, {
    input: { description: 'Tout compris.', serviceType: 'Édition', unit: 'PACK', priceCents: 35_000, ...input },
  });
const update = (input: object) =>
  env.ask(admin, `mutation ($input: UpdatePriceItemInput!) { updatePriceItem(input: $input) { ${details} } }`, {
    input,
  });
const reorder = (ids: readonly string[]) =>
  env.ask(admin, `mutation ($ids: [ID!]!) { reorderPriceItems(input: { ids: $ids }) { id } }`, { ids });
const order = (priceItemId: string, declaredPages: number | null = null, priority = 'NORMAL') =>
  env.ask(customer, `mutation ($input: CreateOrderInput!) { createOrder(input: $input) { id total { amount } } }`, {
    input: { priceItemId, title: 'Le Fil des jours', declaredPages, priority },
  });
const idOf = async (input: object): Promise<string> =>
  (await create(input)).data?.['createPriceItem' as never]?.['id' as never] as unknown as string;
const code = (answer: Awaited<ReturnType<typeof create>>): unknown => answer.errors?.[0]?.extensions?.['code'];

describe('the price list', () => {
  test('a service is created, labelled in both languages, and its changes are kept', async () => {
    const id = await idOf({
      name: 'Relecture',
      unit: 'PAGE',
      priceCents: 200,
      turnaroundWorkingDays: 10,
      rushWorkingDays: 4,
    });
    expect((await update({ id, priceCents: 150, estimatedDuration: 'Une semaine' })).data).toMatchObject({
      updatePriceItem: {
        priceLabel: '1,50\u00a0€\u00a0/\u00a0page',
        history: [
          {
            kind: 'UPDATED',
            changes: [
              { field: 'priceCents', before: '200', after: '150' },
              { field: 'estimatedDuration', before: null, after: 'Une semaine' },
            ],
          },
          { kind: 'CREATED', changes: [] },
        ],
      },
    });
    const { data } = await env.ask(
      customer,
      '{ priceItems(search: "Relecture") { priceLabel en: priceLabel(locale: EN) } }',
    );
    expect(data).toMatchObject({ priceItems: [{ en: '€1.50\u00a0/\u00a0page' }] });
    for (const name of ['Relecture', 'RÉLECTURE']) expect(code(await create({ name }))).toBe('INPUT_INVALID');
    expect(code(await create({ name: 'Trop pressé', turnaroundWorkingDays: 3, rushWorkingDays: 5 }))).toBe(
      'INPUT_INVALID',
    );
    expect(code(await env.ask(customer, '{ adminPriceItems { id } }'))).toBe('FORBIDDEN');
  });

  test('an order copies delays and respects the minimum; unit and currency of what was ordered never change', async () => {
    const id = await idOf({
      ...{ name: 'À la page', unit: 'PAGE', priceCents: 200, minimumCents: 3_000 },
      ...{ turnaroundWorkingDays: 8, rushWorkingDays: 3 },
    });
    // A pack that says 2 € and costs 30 € would mislead.
    expect(code(await update({ id, unit: 'PACK' }))).toBe('INPUT_INVALID');
    expect((await update({ id, unit: 'PACK', minimumCents: null })).errors).toEqual([]);
    expect(code(await update({ id, minimumCents: 201 }))).toBe('INPUT_INVALID');
    expect((await update({ id, unit: 'PAGE', minimumCents: 3_000 })).errors).toEqual([]);
    const placed = await order(id, 10);
    expect(placed.data).toMatchObject({ createOrder: { total: { amount: 3_000 } } });
    expect((await order(id, 20)).data).toMatchObject({ createOrder: { total: { amount: 4_000 } } });
    const kept = await env.run(({ em }) => em.findOneOrFail(Order, { priceItemId: id, declaredPages: 10 }), undefined);
    expect([kept.turnaroundWorkingDays, kept.rushWorkingDays]).toEqual([8, 3]);
    expect(code(await update({ id, unit: 'PACK' }))).toBe('PRICE_ITEM_IN_USE');
    expect(code(await update({ id, currency: 'XOF' }))).toBe('PRICE_ITEM_IN_USE');
    expect((await update({ id, priceCents: 500 })).errors).toEqual([]);
  });

  test('what is not offered yet, withdrawn or archived cannot be ordered; archived items do not change', async () => {
    const id = await idOf({ name: 'Bientôt', validFrom: '2026-12-01T00:00:00Z' });
    expect(code(await order(id))).toBe('PRICE_ITEM_UNAVAILABLE');
    clock.set('2026-12-01T00:00:00Z');
    expect((await order(id)).errors).toEqual([]);
    const active = (isActive: boolean) =>
      env.ask(admin, `mutation { setPriceItemActive(input: { id: "${id}", isActive: ${isActive} }) { isActive } }`);
    await active(false);
    expect(code(await order(id))).toBe('PRICE_ITEM_UNAVAILABLE');
    await active(true);
    await env.ask(admin, `mutation { archivePriceItem(input: { id: "${id}" }) { id } }`);
    expect(code(await order(id))).toBe('PRICE_ITEM_UNAVAILABLE');
    expect(code(await update({ id, priceCents: 1 }))).toBe('ACTION_NOT_ALLOWED');
    expect(code(await active(true))).toBe('ACTION_NOT_ALLOWED');
    const jobs = await env.db
      .selectFrom('outbox_event')
      .select('name')
      .where('name', '=', 'price-item.changed')
      .execute();
    expect(jobs.length).toBeGreaterThan(0);
  });

  test('the whole list is reordered, or nothing: a missing, doubled or unknown id is a conflict', async () => {
    const list = async (): Promise<string[]> => {
      const { data } = await env.ask(admin, '{ adminPriceItems { id } }');
      return (data as { adminPriceItems: { id: string }[] }).adminPriceItems.map(({ id }) => id);
    };
    const ids = await list();
    const turned = ids.toReversed();
    expect((await reorder(turned)).errors).toEqual([]);
    expect(await list()).toEqual(turned);
    for (const wrong of [turned.slice(1), [...turned, turned[0] as string], [...turned.slice(1), turned[1] as string]])
      expect(code(await reorder(wrong))).toBe('CONFLICT');
    expect(await list()).toEqual(turned);
  });
});
