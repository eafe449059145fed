import type {
  SuppressionReason,
  SuppressionScope,
  SuppressionSource,
} from '../../../entities/notifications/email-suppression.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import type { ReadContext } from '../../platform/context.ts';
import { matching } from '../../platform/filters.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';

export interface SuppressionRow {
  readonly id: string;
  readonly address: string | null;
  readonly scope: SuppressionScope;
  readonly reason: SuppressionReason;
  readonly source: SuppressionSource;
  readonly since: Date;
}

export interface ListSuppressions extends ListRequest<SortOf<'EmailSuppressionSort'>> {
  readonly address?: string | null | undefined;
}

const since = sortKey<SuppressionRow>('email_suppression.since', 'instant', (row) => row.since);
const id = sortKey<SuppressionRow>('email_suppression.id', 'id', (row) => row.id);
const orders: Orders<SuppressionRow, SortOf<'EmailSuppressionSort'>> = {
  SINCE_DESC: [since.desc, id.desc],
  SINCE_ASC: [since.asc, id.asc],
};

/** The addresses that mails are not sent to. */
export async function listSuppressions(
  { db, actor }: ReadContext,
  { address, orderBy, ...page }: ListSuppressions,
): Promise<PageOf<SuppressionRow>> {
  requirePermission(actor, 'mail:read');
  const rows = db.selectFrom('email_suppression').select(['id', 'address', 'scope', 'reason', 'source', 'since']);
  return listPage({
    db,
    query: matching(rows, { address: 'address' } as const, { address }),
    orders,
    orderBy: orderBy ?? 'SINCE_DESC',
    page,
    shape: (found) => found as SuppressionRow[],
  });
}
