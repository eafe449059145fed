import type { ScanStatus } from '../../../entities/files/stored-file.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import type { ReadContext } from '../../platform/context.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';
import { fileColumns, type FileRow } from './find-file.ts';

/** A file that an antivirus judges, as admins see it. */
export interface QuarantinedFileRow {
  readonly id: string;
  readonly file: FileRow;
  /** What was found, or why it cannot say. */
  readonly finding: string | null;
  readonly scannedAt: unknown;
  readonly ownerId: string | null;
  readonly createdAt: unknown;
}

type Row = FileRow & Pick<QuarantinedFileRow, 'finding' | 'scannedAt' | 'ownerId'>;

const id = sortKey<QuarantinedFileRow>('f.id', 'id', (row) => row.id);
const createdAt = sortKey<QuarantinedFileRow>('f.created_at', 'instant', (row) => row.createdAt);
const orders: Orders<QuarantinedFileRow, SortOf<'QuarantinedFileSort'>> = {
  CREATED_AT_DESC: [createdAt.desc, id.desc],
  CREATED_AT_ASC: [createdAt.asc, id.asc],
};

export interface ListQuarantinedFiles extends ListRequest<SortOf<'QuarantinedFileSort'>> {
  readonly status: ScanStatus;
}

/** Files of which the antivirus says the same, the newest first unless said. They say nothing of what they are attached to. */
export function listQuarantinedFiles(
  { db, actor }: ReadContext,
  { status, orderBy, ...page }: ListQuarantinedFiles,
): Promise<PageOf<QuarantinedFileRow>> {
  requirePermission(actor, 'file:quarantine');
  return listPage({
    db,
    query: db
      .selectFrom('stored_file as f')
      .select(fileColumns)
      .select(['f.scan_result as finding', 'f.scanned_at as scannedAt', 'f.owner_id as ownerId'])
      .where('f.scan_status', '=', status)
      .where('f.deleted_at', 'is', null),
    orders,
    orderBy: orderBy ?? 'CREATED_AT_DESC',
    page,
    shape: (rows) =>
      (rows as unknown as Row[]).map(({ finding, scannedAt, ownerId, ...file }) => ({
        ...{ id: file.id, file, finding, scannedAt, ownerId, createdAt: file.createdAt },
      })),
  });
}
