import { PriceItem } from '../../entities/catalog/price-item.entity.ts';
import type { ListedProduct } from '../billing/index.ts';
import { money, sameMoney, type Money } from '../kernel/money.ts';
import type { Tx } from '../platform/context.ts';

export interface SoldItem {
  readonly priceItemId: string;
  /** What is to be paid for it, VAT included. */
  readonly total: Money;
}

/**
 * How the payment provider lists what is sold of the price list: a pack at its price by that price, everything else (pages, a price
 * that was agreed) as the product only. Undefined before `stripe:sync` made it.
 */
export async function listedAs({ em }: Tx<'em'>, { priceItemId, total }: SoldItem): Promise<ListedProduct | undefined> {
  const item = await em.findOne(PriceItem, { id: priceItemId });
  if (!item?.stripeProductId) return undefined;
  const isListPrice = item.unit === 'PACK' && sameMoney(money(item.priceCents, item.currency), total);
  return { productId: item.stripeProductId, priceId: isListPrice ? item.stripePriceId : null };
}
