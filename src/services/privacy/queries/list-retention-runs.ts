import type { Selectable } from 'kysely';
import type { Tables } from '../../../entities/index.ts';
import type { RetentionRun } from '../../../entities/privacy/retention.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import type { RetentionClassName } from '../../kernel/retention.ts';
import { instantFrom, jsonFrom } from '../../platform/orm/values.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';
import type { ReadContext } from '../../platform/context.ts';

export interface RetentionRunRow {
  readonly id: string;
  readonly asOf: Date;
  readonly startedById: string | null;
  readonly finishedAt: Date | null;
  /** Classes of which something went. */
  readonly counts: readonly { readonly recordClass: RetentionClassName; readonly count: number }[];
}

const countsOf = (progress: RetentionRun['progress']): RetentionRunRow['counts'] =>
  Object.entries(progress)
    .filter(([, { count }]) => count > 0)
    .map(([name, { count }]) => ({ recordClass: name as RetentionClassName, count }));

export const runRowOf = ({ id, asOf, startedById, finishedAt, progress }: RetentionRun): RetentionRunRow => ({
  id,
  asOf,
  startedById,
  finishedAt,
  counts: countsOf(progress),
});

const id = sortKey<RetentionRunRow>('retention_run.id', 'id', (row) => row.id);
/** Identifiers grow with time. */
const orders: Orders<RetentionRunRow, SortOf<'RetentionRunSort'>> = {
  STARTED_AT_DESC: [id.desc],
  STARTED_AT_ASC: [id.asc],
};

/** What retention did, the newest run first unless said. */
export async function listRetentionRuns(
  { db, actor }: Pick<ReadContext, 'db' | 'actor'>,
  { orderBy, ...page }: ListRequest<SortOf<'RetentionRunSort'>>,
): Promise<PageOf<RetentionRunRow>> {
  requirePermission(actor, 'retention:read');
  return listPage({
    db,
    query: db.selectFrom('retention_run').selectAll(),
    orders,
    orderBy: orderBy ?? 'STARTED_AT_DESC',
    page,
    shape: (rows) => rows.map(rowFrom),
  });
}

const rowFrom = (row: Selectable<Tables['retention_run']>): RetentionRunRow => ({
  id: row.id,
  asOf: instantFrom(row.as_of),
  startedById: row.started_by_id,
  finishedAt: row.finished_at === null ? null : instantFrom(row.finished_at),
  counts: countsOf(jsonFrom<RetentionRun['progress']>(row.progress)),
});
