import type {
  DifferenceType,
  ReconciledKindName,
  ReconciliationStatus,
} from '../../../entities/billing/reconciliation.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { matching } from '../../platform/filters.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';
import type { Db, ReadContext } from '../../platform/context.ts';

/** A report; instants as the database gives them. */
export interface ReconciliationRow {
  readonly id: string;
  readonly status: ReconciliationStatus;
  readonly since: Date;
  readonly until: Date;
  readonly examined: number;
  readonly unread: number;
  readonly differenceCount: number;
  readonly mendedCount: number;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

const reportRows = (db: Db) =>
  db
    .selectFrom('reconciliation')
    .select([
      'reconciliation.id',
      'reconciliation.status',
      'reconciliation.since',
      'reconciliation.until',
      'reconciliation.examined',
      'reconciliation.unread',
      'reconciliation.differences as differenceCount',
      'reconciliation.mended as mendedCount',
      'reconciliation.created_at as createdAt',
      'reconciliation.finished_at as finishedAt',
    ]);

const id = sortKey<ReconciliationRow>('reconciliation.id', 'id', (row) => row.id);
const createdAt = sortKey<ReconciliationRow>('reconciliation.created_at', 'instant', (row) => row.createdAt);
const orders: Orders<ReconciliationRow, SortOf<'ReconciliationSort'>> = {
  CREATED_AT_DESC: [createdAt.desc, id.desc],
  CREATED_AT_ASC: [createdAt.asc, id.asc],
};

export interface ListReconciliations extends ListRequest<SortOf<'ReconciliationSort'>> {
  readonly filter?: { readonly status?: ReconciliationStatus | null | undefined } | null | undefined;
}

/** The comparisons with the payment providers, newest first unless said. */
export async function listReconciliations(
  { db, actor }: ReadContext,
  { filter, orderBy, ...page }: ListReconciliations,
): Promise<PageOf<ReconciliationRow>> {
  requirePermission(actor, 'payment:read-any');
  const query = reportRows(db);
  return listPage({
    db,
    query: filter?.status ? query.where('reconciliation.status', '=', filter.status) : query,
    orders,
    orderBy: orderBy ?? 'CREATED_AT_DESC',
    page,
    shape: (rows) => rows,
  });
}

/** One difference of a report. */
export interface DifferenceRow {
  readonly id: string;
  readonly reconciliationId: string;
  readonly kind: ReconciledKindName;
  readonly type: DifferenceType;
  readonly provider: string;
  readonly about: string;
  readonly paymentId: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
  readonly isMended: boolean;
  readonly createdAt: Date;
}

const differenceRows = (db: Db) =>
  db
    .selectFrom('reconciliation_difference as difference')
    .select([
      'difference.id',
      'difference.reconciliation_id as reconciliationId',
      'difference.kind',
      'difference.type',
      'difference.provider',
      'difference.about',
      'difference.payment_id as paymentId',
      'difference.ours',
      'difference.theirs',
      'difference.is_mended as isMended',
      'difference.created_at as createdAt',
    ]);

export interface DifferenceFilter {
  readonly reconciliationId?: string | null | undefined;
  readonly kind?: ReconciledKindName | null | undefined;
  readonly type?: DifferenceType | null | undefined;
  readonly paymentId?: string | null | undefined;
  readonly isMended?: boolean | null | undefined;
}

export interface ListDifferences extends ListRequest<SortOf<'ReconciliationDifferenceSort'>> {
  readonly filter?: DifferenceFilter | null | undefined;
}

const columns = {
  reconciliationId: 'difference.reconciliation_id',
  kind: 'difference.kind',
  type: 'difference.type',
  paymentId: 'difference.payment_id',
} as const;

function chosen(db: Db, filter: DifferenceFilter) {
  const query = matching(differenceRows(db), columns, filter);
  return typeof filter.isMended === 'boolean' ? query.where('difference.is_mended', '=', filter.isMended) : query;
}

const differenceId = sortKey<DifferenceRow>('difference.id', 'id', (row) => row.id);
/** Identifiers grow with time. */
const differenceOrders: Orders<DifferenceRow, SortOf<'ReconciliationDifferenceSort'>> = {
  CREATED_AT_DESC: [differenceId.desc],
  CREATED_AT_ASC: [differenceId.asc],
};

/** What the comparisons found, newest first unless said. */
export async function listDifferences(
  { db, actor }: ReadContext,
  { filter, orderBy, ...page }: ListDifferences,
): Promise<PageOf<DifferenceRow>> {
  requirePermission(actor, 'payment:read-any');
  return listPage({
    db,
    query: chosen(db, filter ?? {}),
    orders: differenceOrders,
    orderBy: orderBy ?? 'CREATED_AT_DESC',
    page,
    shape: (rows) => rows.map((row) => ({ ...row, isMended: Boolean(row.isMended) })),
  });
}
