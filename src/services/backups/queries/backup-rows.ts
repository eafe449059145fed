import type { Selectable } from 'kysely';
import type { BackupRung, BackupStatus, BackupTrigger } from '../../../entities/backups/backup.entity.ts';
import type { DrillResult } from '../../../entities/backups/restore-drill.entity.ts';
import type { Tables } from '../../../entities/index.ts';
import { requirePermission } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { availableActions } from '../../kernel/states.ts';
import type { ReadContext } from '../../platform/context.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import { instantFrom, jsonFrom } from '../../platform/orm/values.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';
import { backupStates, type BackupVerb } from '../backup.states.ts';
import type { BackupSummary } from '../format/manifest.ts';

export interface BackupRow {
  readonly id: string;
  readonly target: string;
  readonly trigger: BackupTrigger;
  readonly status: BackupStatus;
  readonly rung: BackupRung;
  readonly label: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly path: string | null;
  readonly sizeBytes: number;
  readonly addedBytes: number;
  readonly sha256: string | null;
  readonly protectedUntil: Date | null;
  readonly verifiedAt: Date | null;
  readonly failure: string | null;
  readonly summary: BackupSummary | null;
  readonly availableActions: readonly BackupVerb[];
}

export interface ListBackups extends ListRequest<SortOf<'BackupSort'>> {
  readonly status?: BackupStatus | null | undefined;
}

const id = sortKey<BackupRow>('backup.id', 'id', (row) => row.id);
/** Identifiers grow with time. */
const orders: Orders<BackupRow, SortOf<'BackupSort'>> = { CREATED_AT_DESC: [id.desc], CREATED_AT_ASC: [id.asc] };

/** Backups of every target, the newest first unless said. */
export async function listBackups(
  { db, actor }: ReadContext,
  { status, orderBy, ...page }: ListBackups,
): Promise<PageOf<BackupRow>> {
  requirePermission(actor, 'backup:read');
  let query = db.selectFrom('backup').selectAll();
  if (status) query = query.where('status', '=', status);
  return listPage({
    ...{ db, query, orders, orderBy: orderBy ?? 'CREATED_AT_DESC', page },
    shape: (rows) => rows.map(shape),
  });
}

/** One backup. Error: NOT_FOUND. */
export async function getBackup({ db, actor }: ReadContext, backupId: string): Promise<BackupRow> {
  requirePermission(actor, 'backup:read');
  const row = isId(backupId)
    ? await db.selectFrom('backup').selectAll().where('id', '=', backupId).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return shape(row);
}

const whenever = (value: unknown): Date | null => (value === null ? null : instantFrom(value));

const shape = (row: Selectable<Tables['backup']>): BackupRow => ({
  ...{ id: row.id, target: row.target, trigger: row.trigger, status: row.status, rung: row.rung, label: row.label },
  ...{ path: row.path, sha256: row.sha256, failure: row.failure },
  createdAt: instantFrom(row.created_at),
  finishedAt: whenever(row.finished_at),
  sizeBytes: Number(row.size_bytes),
  addedBytes: Number(row.added_bytes),
  protectedUntil: whenever(row.protected_until),
  verifiedAt: whenever(row.verified_at),
  summary: row.summary === null ? null : jsonFrom<BackupSummary>(row.summary),
  availableActions: availableActions(backupStates, row.status),
});

export interface DrillRow {
  readonly id: string;
  readonly target: string;
  readonly backupId: string | null;
  readonly result: DrillResult;
  readonly rowsRead: number;
  readonly opened: number;
  readonly fault: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

const drillId = sortKey<DrillRow>('restore_drill.id', 'id', (row) => row.id);
const drillOrders: Orders<DrillRow, SortOf<'RestoreDrillSort'>> = {
  CREATED_AT_DESC: [drillId.desc],
  CREATED_AT_ASC: [drillId.asc],
};

/** Restores for practice, the newest first unless said. */
export async function listDrills(
  { db, actor }: ReadContext,
  { orderBy, ...page }: ListRequest<SortOf<'RestoreDrillSort'>>,
): Promise<PageOf<DrillRow>> {
  requirePermission(actor, 'backup:read');
  return listPage({
    ...{ db, query: db.selectFrom('restore_drill').selectAll(), orders: drillOrders },
    ...{ orderBy: orderBy ?? 'CREATED_AT_DESC', page },
    shape: (rows) => rows.map(shapeDrill),
  });
}

export const shapeDrill = (row: Selectable<Tables['restore_drill']>): DrillRow => ({
  ...{ id: row.id, target: row.target, backupId: row.backup_id, result: row.result, fault: row.fault },
  ...{ rowsRead: Number(row.rows_read), opened: Number(row.opened) },
  createdAt: instantFrom(row.created_at),
  finishedAt: whenever(row.finished_at),
});
