import { DomainError } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import type { SortOf } from '../../../kernel/list-orders.ts';
import type { ReadContext } from '../../../platform/context.ts';
import { sortKey, type Orders } from '../../../platform/keyset.ts';
import { listPage } from '../../../platform/list.ts';
import type { PageOf, SearchRequest } from '../../../platform/page.ts';
import { offered, offeringFrom, offeringRows, type OfferingRow } from './offering-rows.ts';

export interface ListOfferings extends SearchRequest<SortOf<'OfferingSort'>> {
  /** Of this artisan; of all unless given. */
  readonly artisanId?: string | null | undefined;
}

const position = sortKey<OfferingRow>('offering.position', 'number', (row) => row.position);
const price = sortKey<OfferingRow>('offering.price_cents', 'number', (row) => row.price.amount);
const id = sortKey<OfferingRow>('offering.id', 'id', (row) => row.id);
const orders: Orders<OfferingRow, SortOf<'OfferingSort'>> = {
  POSITION_ASC: [position.asc, id.asc],
  PRICE_ASC: [price.asc, id.asc],
  PRICE_DESC: [price.desc, id.desc],
};

/** What anybody may book, in the order of the artisans unless said. Error: NOT_FOUND for what is no artisan. */
export async function listOfferings(
  { db }: ReadContext,
  { artisanId, orderBy, search, ...page }: ListOfferings,
): Promise<PageOf<OfferingRow>> {
  if (artisanId && !isId(artisanId)) throw new DomainError('NOT_FOUND');
  return listPage({
    db,
    query: offeringRows(db).where(offered(artisanId)),
    orders,
    orderBy: orderBy ?? 'POSITION_ASC',
    page,
    search: { text: search, within: ['offering.name', 'offering.description'] },
    shape: (rows) => rows.map(offeringFrom),
  });
}
