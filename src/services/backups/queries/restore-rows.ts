import type { RestoreOutcome } from '../../../entities/backups/restore-item.entity.ts';
import type { RestoreKind, RestoreStatus } from '../../../entities/backups/restore-run.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import type { ReadContext } from '../../platform/context.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';

export interface RestoreRunRow {
  readonly id: string;
  readonly backupId: string;
  readonly backupBeforeId: string | null;
  readonly kind: RestoreKind;
  readonly status: RestoreStatus;
  readonly total: number;
  readonly restored: number;
  readonly skipped: number;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly failure: string | null;
}

export interface RestoreItemRow {
  readonly id: string;
  readonly documentId: string;
  readonly outcome: RestoreOutcome;
  readonly versionId: string | null;
}

/** One restore. Error: NOT_FOUND. */
export async function getRestoreRun({ db, actor }: ReadContext, runId: string): Promise<RestoreRunRow> {
  requirePermission(actor, 'backup:read');
  const row = isId(runId)
    ? await db.selectFrom('restore_run').selectAll().where('id', '=', runId).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return {
    ...{
      id: row.id,
      backupId: row.backup_id,
      backupBeforeId: row.backup_before_id,
      kind: row.kind,
      status: row.status,
    },
    ...{ total: Number(row.total), restored: Number(row.restored), skipped: Number(row.skipped) },
    createdAt: instantFrom(row.created_at),
    finishedAt: row.finished_at === null ? null : instantFrom(row.finished_at),
    failure: row.failure,
  };
}

const id = sortKey<RestoreItemRow>('restore_item.id', 'id', (row) => row.id);
const orders: Orders<RestoreItemRow, SortOf<'RestoreItemSort'>> = {
  CREATED_AT_ASC: [id.asc],
  CREATED_AT_DESC: [id.desc],
};

/** The documents of a restore, and what became of each. Error: NOT_FOUND. */
export async function listRestoreItems(
  ctx: ReadContext,
  { runId, orderBy, ...page }: ListRequest<SortOf<'RestoreItemSort'>> & { readonly runId: string },
): Promise<PageOf<RestoreItemRow>> {
  const { id: found } = await getRestoreRun(ctx, runId);
  const query = ctx.db.selectFrom('restore_item').selectAll().where('run_id', '=', found);
  return listPage({
    ...{ db: ctx.db, query, orders, orderBy: orderBy ?? 'CREATED_AT_ASC', page },
    shape: (rows) =>
      rows.map((row) => ({
        ...{ id: row.id, documentId: row.document_id, outcome: row.outcome, versionId: row.version_id },
      })),
  });
}
