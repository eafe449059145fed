import type { SortOf } from '../../../kernel/list-orders.ts';
import type { ReadContext } from '../../../platform/context.ts';
import { sortKey, type Orders } from '../../../platform/keyset.ts';
import { listPage } from '../../../platform/list.ts';
import type { PageOf, SearchRequest } from '../../../platform/page.ts';
import { artisanRows, visibleArtisans, type ArtisanRow } from './artisan-rows.ts';

const name = sortKey<ArtisanRow>('artisan.display_name', 'text', (row) => row.displayName);
const id = sortKey<ArtisanRow>('artisan.id', 'id', (row) => row.id);
/** Identifiers grow with time. */
const orders: Orders<ArtisanRow, SortOf<'ArtisanSort'>> = {
  NAME_ASC: [name.asc, id.asc],
  NAME_DESC: [name.desc, id.desc],
  CREATED_AT_DESC: [id.desc],
  CREATED_AT_ASC: [id.asc],
};

/** The artisans that the caller may see, by their names unless said. */
export const listArtisans = (
  { db, actor }: ReadContext,
  { orderBy, search, ...page }: SearchRequest<SortOf<'ArtisanSort'>>,
): Promise<PageOf<ArtisanRow>> =>
  listPage({
    db,
    query: artisanRows(db).where(visibleArtisans(actor)),
    orders,
    orderBy: orderBy ?? 'NAME_ASC',
    page,
    search: { text: search, within: ['artisan.display_name', 'artisan.place'] },
    shape: (rows) => rows,
  });
