import { sql } from 'kysely';
import type { SortOf } from '../../../kernel/list-orders.ts';
import { sortKey, type Orders } from '../../../platform/keyset.ts';
import { listPage } from '../../../platform/list.ts';
import { instantFrom } from '../../../platform/orm/values.ts';
import type { ListRequest, PageOf } from '../../../platform/page.ts';
import type { ReadContext } from '../../../platform/context.ts';
import { cabinetAccess } from '../../access/cabinet-access.ts';
import { requireIn } from '../../access/require.ts';
import { noticeDays } from '../run-retention.ts';

type Sort = SortOf<'DueDocumentSort'>;

/** A document whose time of keeping is over. */
export interface DueDocumentRow {
  readonly documentId: string;
  readonly title: string;
  readonly dueAt: Date;
  readonly retainUntil: Date | null;
  /** The law that asked to keep it; null for none. */
  readonly ground: string | null;
  /** When it is destroyed unless somebody restores it; null where people decide. */
  readonly destroyedAt: Date | null;
}

export interface ListDue extends ListRequest<Sort> {
  readonly cabinetId: string;
}

const dueAt = sortKey<DueDocumentRow>('document.due_at', 'instant', (row) => row.dueAt);
const id = sortKey<DueDocumentRow>('document.id', 'id', (row) => row.documentId);
const orders: Orders<DueDocumentRow, Sort> = { DUE_AT_ASC: [dueAt.asc, id.asc], DUE_AT_DESC: [dueAt.desc, id.desc] };

/** What the managers of a cabinet decide about, or have a notice of. Errors: NOT_FOUND, FORBIDDEN. */
export async function listDueDocuments(
  ctx: ReadContext,
  { cabinetId, orderBy, ...page }: ListDue,
): Promise<PageOf<DueDocumentRow>> {
  requireIn(ctx, await cabinetAccess(ctx.db, ctx, cabinetId), 'destruction:approve');
  const query = dueRows(ctx).where('document.cabinet_id', '=', cabinetId);
  return listPage({
    ...{ db: ctx.db, query, orders, orderBy: orderBy ?? 'DUE_AT_ASC', page },
    shape: (rows) => rows.map(shape),
  });
}

const dueRows = ({ db }: ReadContext) =>
  db
    .selectFrom('document')
    .leftJoin('document_type', 'document_type.id', 'document.type_id')
    .select(['document.id as documentId', 'document.title', 'document.due_at as dueAt', 'document_type.ground'])
    .select(['document.retain_until as retainUntil', 'document.trashed_at as trashedAt'])
    .where('document.due_at', 'is not', null)
    .where('document.status', 'in', ['ACTIVE', 'TRASHED'])
    .where(sql<boolean>`(document.status = 'ACTIVE' or document.due_at = document.trashed_at)`);

type Row = Awaited<ReturnType<ReturnType<typeof dueRows>['execute']>>[number];

function shape({ trashedAt, retainUntil, ...row }: Row): DueDocumentRow {
  const due = instantFrom(row.dueAt);
  return {
    ...row,
    dueAt: due,
    retainUntil: retainUntil === null ? null : instantFrom(retainUntil),
    destroyedAt: trashedAt === null ? null : new Date(due.getTime() + noticeDays * 86_400_000),
  };
}
