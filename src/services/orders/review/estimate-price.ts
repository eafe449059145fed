import type { PriceUnit } from '../../../entities/catalog/price-item.entity.ts';
import type { Money } from '../../kernel/money.ts';
import type { ReadContext } from '../../platform/context.ts';
import { serviceOf } from '../place-order.ts';
import { offeredItem, requirePages } from '../offered-item.ts';

export interface EstimatePrice {
  readonly priceItemId: string;
  /** Pages of 1,500 characters; needed when the price is by the page. */
  readonly pages?: number | null | undefined;
}

export interface PriceEstimate {
  readonly service: string;
  readonly unit: PriceUnit;
  readonly pages: number | null;
  readonly total: Money;
}

/** What an order would cost today. Nothing is written. Errors: PRICE_ITEM_UNAVAILABLE, PAGES_REQUIRED. */
export async function estimatePrice(
  ctx: Pick<ReadContext, 'db' | 'now'>,
  input: EstimatePrice,
): Promise<PriceEstimate> {
  const pages = input.pages ?? null;
  const item = await offeredItem(ctx, input.priceItemId);
  requirePages(item, pages, 'input.pages');
  const { total } = serviceOf(item, pages);
  return { service: item.name, unit: item.unit, pages: item.unit === 'PAGE' ? pages : null, total };
}
