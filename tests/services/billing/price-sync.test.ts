/** Products and prices at Stripe, held against its own description where that is on this machine. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PriceItem } from '../../../src/entities/catalog/price-item.entity.ts';
import type { App } from '../../../src/app.ts';
import { priceCommands } from '../../../src/commands/prices.ts';
import { paymentProviders } from '../../../src/services/adapters/payments/port.ts';
import { stripePayments } from '../../../src/services/adapters/payments/stripe/stripe.ts';
import { setPlanPrice, syncPrices, type PriceSyncLine } from '../../../src/services/billing/index.ts';
import { sellablePlans } from '../../../src/services/billing/plans/sellable-plans.ts';
import { writePlans } from '../../../src/services/billing/plans/seed-plans.ts';
import { listedAs, seedPriceList, updatePriceItem } from '../../../src/services/catalog/index.ts';
import { sellablePriceItems } from '../../../src/services/catalog/sellable-price-items.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { money } from '../../../src/services/kernel/money.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { DAY } from '../../support/clock.ts';
import { makeActor } from '../../support/make/actor.ts';
import { createWorld, type World } from '../../support/world.ts';
import { stripeCatalogueServer } from '../adapters/payments/stripe-catalogue-server.ts';
import { stripeContract, type StripeContract } from '../adapters/payments/stripe-server.ts';

const contract = stripeContract();

if (contract === undefined) {
  test('Stripe’s description is not on this machine', () =>
    console.log('skipped: the tests of prices at Stripe need ../shared/contracts/stripe'));
} else {
  describe('prices at Stripe', () => pricesAtStripe(contract));
}

function pricesAtStripe(description: StripeContract): void {
  let world: World;
  let server: Awaited<ReturnType<typeof stripeCatalogueServer>>;
  beforeAll(async () => void (server = await stripeCatalogueServer(description)));
  afterAll(() => server.close());
  beforeEach(async () => {
    server.forget();
    server.dieAfter(Infinity);
    world = await createWorld();
    await world.run(writePlans, undefined);
    await seedPriceList(world.contextFor());
  });
  afterEach(() => world.close());

  const context = () => {
    const { clock } = world;
    const stripe = stripePayments({
      secretKey: 'sk_test_1',
      publishableKey: 'pk_test_1',
      webhookSecrets: [],
      clock,
      baseUrl: server.url,
    });
    const sellables = [sellablePriceItems, sellablePlans];
    return { ...world.contextFor(), payments: paymentProviders(stripe), sellables };
  };
  const sync = (dryRun = false): Promise<PriceSyncLine[]> => syncPrices(context(), { dryRun });
  const counts = (lines: readonly PriceSyncLine[]) => {
    const by: Record<string, number> = {};
    for (const { action } of lines) by[action] = (by[action] ?? 0) + 1;
    return by;
  };
  const activeKeys = () =>
    server.prices
      .filter(({ active }) => active === true)
      .map((price) => price['lookup_key'])
      .sort();
  const everything = 30;

  test('a dry run says what differs and changes nothing; then all is made, remembered, and twice is nothing', async () => {
    const wanted = { CREATE_PRODUCT: 8, CREATE_PRICE: 22 };
    expect(counts(await sync(true))).toEqual(wanted);
    expect(server.asked.filter((operation) => operation.startsWith('POST'))).toEqual([]);
    expect(counts(await sync())).toEqual(wanted);
    expect(counts(await sync())).toEqual({ UNCHANGED: everything });
    expect(activeKeys()).toContain('plan_pro_month_eur');
    const pro = server.prices.find((price) => price['lookup_key'] === 'plan_pro_year_xof');
    expect(pro).toMatchObject({ unit_amount: 125_000, currency: 'xof', recurring: { interval: 'year' } });
    const items = await world.db
      .selectFrom('price_item')
      .select(['unit', 'stripe_product_id', 'stripe_price_id'])
      .execute();
    // What is priced by the page is a product only.
    for (const { unit, stripe_product_id, stripe_price_id } of items) {
      expect(stripe_product_id).toMatch(/^prod_/);
      expect(stripe_price_id === null).toBe(unit === 'PAGE');
    }
    const plans = await world.db.selectFrom('plan_price').select(['amount_cents', 'stripe_price_id']).execute();
    for (const { amount_cents, stripe_price_id } of plans)
      expect(stripe_price_id === null).toBe(Number(amount_cents) === 0);
  });

  test('another amount is another price that takes the lookup key over; another name changes the product', async () => {
    await sync();
    await world.run(changePack, undefined);
    await world.run(setPlanPrice, {
      plan: 'PRO',
      interval: 'MONTH',
      amount: { amount: 2_500, currency: 'EUR' },
      validFrom: '2026-12-20',
    });
    expect(counts(await sync(true))).toEqual({ UPDATE_PRODUCT: 1, CREATE_PRICE: 1, ARCHIVE_PRICE: 1, UNCHANGED: 28 });
    await sync();
    world.clock.advance(31 * DAY);
    expect(counts(await sync())).toEqual({ CREATE_PRICE: 1, ARCHIVE_PRICE: 1, UNCHANGED: 29 });
    expect(counts(await sync())).toEqual({ UNCHANGED: everything });
    expect(server.prices.filter(({ active }) => active === false)).toHaveLength(2);
    expect(new Set(activeKeys()).size).toBe(22);
  });

  test('a pack is paid by its price, at its price only; pages as their product; nothing is known of one that changed', async () => {
    const find = (unit: string) =>
      world.db
        .selectFrom('price_item')
        .select(['id', 'name', 'price_cents', 'version'])
        .where('unit', '=', unit as 'PACK')
        .orderBy('position')
        .executeTakeFirstOrThrow();
    const [pack, page] = [await find('PACK'), await find('PAGE')];
    const listed = (item: typeof pack, cents = Number(item.price_cents)) =>
      world.run(listedAs, { priceItemId: item.id, total: money(cents, 'EUR') });
    expect(await listed(pack)).toBeUndefined();
    await sync();
    const price = server.prices.find((each) => each['lookup_key'] === `item_${pack.id}`)!;
    const product = { productId: price['product'], priceId: null };
    expect(await listed(pack)).toEqual({ ...product, priceId: price['id'] });
    expect(await listed(pack, Number(pack.price_cents) + 100)).toEqual(product);
    expect(await listed(page)).toMatchObject({ priceId: null });
    const other = Number(pack.price_cents) + 500;
    const update = { ...world.contextFor(makeActor(newId(), { role: 'ADMIN' })), priceItemUses: [] };
    await updatePriceItem(update, { id: pack.id, changes: { priceCents: other } });
    expect(await listed(pack, other)).toEqual(product);
    // A run that began before the change says nothing of the price after it.
    const old = { [`price-item:${pack.id}:${pack.version}`]: 'price_old' };
    const productId = String(product.productId);
    await world.run(sellablePriceItems.remember, { reference: `price-item:${pack.id}`, productId, priceIds: old });
    expect(await listed(pack, other)).toEqual(product);
    await sync();
    expect((await listed(pack, other))?.priceId).toMatch(/^price_/);
  });

  test('twenty at once are one', async () => {
    await Promise.all(Array.from({ length: 20 }, () => sync()));
    expect(server.products).toHaveLength(8);
    expect(activeKeys()).toHaveLength(22);
    expect(counts(await sync())).toEqual({ UNCHANGED: everything });
  });

  test.each([1, 5, 17])('killed after %i requests, the next one finishes it', async (requests) => {
    server.dieAfter(requests);
    await expect(sync()).rejects.toMatchObject({ code: 'PAYMENT_UNAVAILABLE' });
    server.dieAfter(Infinity);
    await sync();
    expect(server.products).toHaveLength(8);
    expect(activeKeys()).toHaveLength(22);
    expect(counts(await sync())).toEqual({ UNCHANGED: everything });
  });

  test('the command exits with 3 where a dry run finds differences, 0 in step, 1 when Stripe does not answer', async () => {
    const printed: string[] = [];
    const command = priceCommands({
      print: (text) => void printed.push(text),
      within: (_config, work) => work({} as App),
      contextFor: () => context(),
    })['stripe:sync']!;
    const run = (...args: string[]) => command.run(world.config, args);
    expect(await run('--dry-run')).toBe(3);
    expect(printed.at(-1)).toBe('30 differences; nothing was changed.');
    expect(await run()).toBe(0);
    expect(await run('--dry-run', '--verbose')).toBe(0);
    expect(printed.at(-1)).toBe('Everything is in step.');
    expect(printed.filter((line) => line.startsWith('UNCHANGED'))).toHaveLength(everything);
    server.dieAfter(0);
    expect(await run()).toBe(1);
  });

  const changePack = async ({ em }: Tx<'em'>): Promise<void> => {
    const pack = await em.findOneOrFail(PriceItem, { name: 'Pack KDP' });
    pack.name = 'Pack KDP complet';
    pack.priceCents = 36_000;
  };
}
