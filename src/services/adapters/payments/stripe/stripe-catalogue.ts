import { createHash } from 'node:crypto';
import type { Stripe } from 'stripe';
import type { CataloguePort, CatalogueProduct, ProviderCatalogue } from '../port.ts';
import { asking } from './stripe-failure.ts';
import { intervalOf } from './stripe-interval.ts';

/** Stripe’s products and prices. Ours carry our reference; whatever else is there is left alone. */
export const stripeCatalogue = (stripe: Stripe): CataloguePort => ({
  readCatalogue: () => asking(() => readCatalogue(stripe)),
  async createProduct(product) {
    const idempotencyKey = `product:${product.reference}:${contentOf(product)}`;
    return (await asking(() => stripe.products.create(productParams(product), { idempotencyKey }))).id;
  },
  async updateProduct(id, product) {
    await asking(() => stripe.products.update(id, productParams(product)));
  },
  async createPrice({ productId, reference, lookupKey, amount, interval }) {
    const params: Stripe.PriceCreateParams = {
      product: productId,
      currency: amount.currency.toLowerCase(),
      unit_amount: amount.amount,
      tax_behavior: 'inclusive',
      lookup_key: lookupKey,
      transfer_lookup_key: true,
      metadata: { reference },
      ...(interval === null ? {} : { recurring: { interval: interval === 'MONTH' ? 'month' : 'year' } }),
    };
    const idempotencyKey = `price:${reference}:${productId}`;
    return (await asking(() => stripe.prices.create(params, { idempotencyKey }))).id;
  },
  async archivePrice(id) {
    await asking(() => stripe.prices.update(id, { active: false }));
  },
});

const productParams = ({ reference, name, description }: CatalogueProduct) => ({
  name,
  description,
  metadata: { reference },
});

const contentOf = ({ name, description }: CatalogueProduct): string =>
  createHash('sha256')
    .update(JSON.stringify([name, description]))
    .digest('hex')
    .slice(0, 32);

async function readCatalogue(stripe: Stripe): Promise<ProviderCatalogue> {
  const products = new Map<string, ProviderCatalogue['products'][number]>();
  for await (const { id, name, description, metadata } of stripe.products.list({ active: true, limit: 100 })) {
    const reference = metadata['reference'];
    if (reference !== undefined) products.set(id, { id, name, description: description ?? '', reference });
  }
  const prices: ProviderPrice[] = [];
  for await (const price of stripe.prices.list({ active: true, limit: 100 })) prices.push(priceOf(price));
  return { products: [...products.values()], prices: prices.filter(({ productId }) => products.has(productId)) };
}

type ProviderPrice = ProviderCatalogue['prices'][number];

const priceOf = ({ id, product, lookup_key, unit_amount, currency, recurring }: Stripe.Price): ProviderPrice => ({
  id,
  productId: typeof product === 'string' ? product : product.id,
  lookupKey: lookup_key,
  amount: { amount: unit_amount ?? 0, currency: currency.toUpperCase() },
  interval: intervalOf(recurring?.interval),
});
