import type { Sellables } from '../billing/index.ts';
import { money } from '../kernel/money.ts';
import { writing } from '../platform/orm/values.ts';

/** The price list: a pack has a price, what is priced by the page is a product only. */
export const sellablePriceItems: Sellables = {
  async list({ db }) {
    const items = await db
      .selectFrom('price_item')
      .select(['id', 'name', 'description', 'price_cents', 'currency', 'unit', 'version'])
      .where('is_active', '=', true)
      .where('archived_at', 'is', null)
      .orderBy('position')
      .orderBy('id')
      .execute();
    return items.map(({ id, name, description, price_cents, currency, unit, version }) => ({
      ...{ reference: `price-item:${id}`, name, description },
      prices:
        unit === 'PAGE'
          ? []
          : [
              {
                lookupKey: `item_${id}`,
                // Another amount is another price, also one that the item had before.
                reference: `price-item:${id}:${version}`,
                amount: money(Number(price_cents), currency),
                interval: null,
              },
            ],
    }));
  },
  async remember({ em }, { reference, productId, priceIds }) {
    const { db } = writing(em);
    const id = reference.slice(reference.indexOf(':') + 1);
    await db.updateTable('price_item').set({ stripe_product_id: productId }).where('id', '=', id).execute();
    const [price, priceId = null] = Object.entries(priceIds)[0] ?? [];
    // Of an item that was changed meanwhile, the next run knows the price.
    await db
      .updateTable('price_item')
      .set({ stripe_price_id: priceId })
      .where('id', '=', id)
      .$if(price !== undefined, (query) => query.where('version', '=', Number(price?.split(':').at(-1))))
      .execute();
  },
};
