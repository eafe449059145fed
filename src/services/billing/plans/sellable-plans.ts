import { money } from '../../kernel/money.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Sellables } from '../price-sync/sellable.ts';
import { pricesOfPlans, pricesOn } from './queries/list-plans.ts';

/** Plans that cost something, with the prices in force. */
export const sellablePlans: Sellables = {
  async list({ db }, today) {
    const plans = await db
      .selectFrom('plan')
      .select(['id', 'code', 'name_fr', 'text_fr'])
      .where('is_active', '=', true)
      .where('is_base', '=', false)
      .orderBy('position')
      .execute();
    const prices = await pricesOfPlans({ db }, [...plans.map(({ id }) => id), '']);
    return plans.map(({ id, code, name_fr: name, text_fr: description }) => ({
      ...{ reference: `plan:${id}`, name, description },
      prices: pricesOn(prices.get(id) ?? [], today)
        .filter(({ validFrom, amount }) => validFrom <= today && amount.amount > 0)
        .map(({ id: priceId, interval, amount }) => ({
          lookupKey: `plan_${code}_${interval}_${amount.currency}`.toLowerCase(),
          reference: `plan-price:${priceId}`,
          amount: money(amount.amount, amount.currency),
          interval,
        })),
    }));
  },
  async remember({ em }, { reference, productId, priceIds }) {
    const { db } = writing(em);
    const idOf = (text: string): string => text.slice(text.indexOf(':') + 1);
    await db.updateTable('plan').set({ stripe_product_id: productId }).where('id', '=', idOf(reference)).execute();
    for (const [price, stripeId] of Object.entries(priceIds))
      await db.updateTable('plan_price').set({ stripe_price_id: stripeId }).where('id', '=', idOf(price)).execute();
  },
};
