import type { PriceItemUse } from '../catalog/index.ts';
import { writing } from '../platform/orm/values.ts';

/** Something was ordered of this item, whatever became of the order. */
export const isPriceItemOrdered: PriceItemUse = async ({ em }, priceItemId) =>
  (await writing(em)
    .db.selectFrom('customer_order')
    .select('id')
    .where('price_item_id', '=', priceItemId)
    .limit(1)
    .executeTakeFirst()) !== undefined;
