import { Page } from '../../../entities/content/page.entity.ts';
import { LockMode } from '@mikro-orm/core';
import type { Tx } from '../../platform/context.ts';
import { touchContent } from '../../platform/public-content.ts';
import { requireWhole } from '../whole-order.ts';

/** Puts all pages in an order, those in the archive apart. A list that is not whole is `CONFLICT`. */
export async function reorderPages(
  tx: Tx<'em' | 'publish' | 'record'>,
  { ids }: { readonly ids: readonly string[] },
): Promise<readonly string[]> {
  const pages = await tx.em.find(
    Page,
    { status: { $ne: 'ARCHIVED' } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  requireWhole(
    pages.map(({ id }) => id),
    ids,
  );
  for (const page of pages) page.position = ids.indexOf(page.id);
  touchContent(tx);
  tx.record({ action: 'PAGES_REORDERED', targetType: 'page', payload: { pages: ids.length } });
  return ids;
}
