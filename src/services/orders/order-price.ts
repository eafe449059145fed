import type { PriceUnit } from '../../entities/catalog/price-item.entity.ts';
import { money, times, type Money } from '../kernel/money.ts';

/** What an order costs, VAT included: the pack's price, or the page's price for each page. `pages` is a whole number, 1 or more. */
export const orderPrice = (unit: PriceUnit, price: Money, pages: number | null): Money =>
  unit === 'PACK' ? price : times(price, pages ?? 0);

/** The same, and no less than the price list's minimum; null for none. */
export const atLeast = (minimumCents: number | null, price: Money): Money =>
  minimumCents !== null && price.amount < minimumCents ? money(minimumCents, price.currency) : price;
