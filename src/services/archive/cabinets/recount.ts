import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import type { AppContext, Db, Tx } from '../../platform/context.ts';
import { numberFrom, writing } from '../../platform/orm/values.ts';
import { lockAnyCabinet } from '../access/require.ts';

/** What a cabinet really holds. */
export interface CabinetCounts {
  readonly documentCount: number;
  readonly folderCount: number;
  readonly usedBytes: number;
}

/** Counts what is in a cabinet, row by row. */
export async function countsOf(db: Db, cabinetId: string): Promise<CabinetCounts> {
  const documents = await db
    .selectFrom('document')
    .select(({ fn }) => fn.countAll().as('n'))
    .where('cabinet_id', '=', cabinetId)
    .where('status', '!=', 'PURGED')
    .executeTakeFirstOrThrow();
  const folders = await db
    .selectFrom('folder')
    .select(({ fn }) => fn.countAll().as('n'))
    .where('cabinet_id', '=', cabinetId)
    .executeTakeFirstOrThrow();
  const versions = await db
    .selectFrom('document_version')
    .innerJoin('document', 'document.id', 'document_version.document_id')
    .select(({ fn }) => fn.sum('document_version.size_bytes').as('bytes'))
    .where('document.cabinet_id', '=', cabinetId)
    .where('document_version.deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return {
    ...{ documentCount: numberFrom(documents.n), folderCount: numberFrom(folders.n) },
    usedBytes: numberFrom(versions.bytes),
  };
}

/** A cabinet whose counters differed from what it holds. */
export interface Recounted {
  readonly cabinetId: string;
  readonly before: CabinetCounts;
  readonly after: CabinetCounts;
}

/** Each night: a cabinet whose counters differ from what it holds is put right, unless only looked at, and the log says so. */
export async function recountCabinets(
  { run, db, log }: Pick<AppContext, 'run' | 'db' | 'log'>,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<Recounted[]> {
  const cabinets = await db.selectFrom('cabinet').select('id').where('status', '!=', 'DESTROYED').execute();
  const differing: Recounted[] = [];
  for (const { id } of cabinets) {
    const wrong = await run(recount, { id, dryRun });
    if (wrong === null) continue;
    differing.push({ cabinetId: id, ...wrong });
    if (!dryRun) log.error({ cabinetId: id, ...wrong }, 'counters of a cabinet were wrong');
  }
  return differing;
}

async function recount(
  tx: Tx<'em'>,
  { id, dryRun }: { readonly id: string; readonly dryRun: boolean },
): Promise<{ before: CabinetCounts; after: CabinetCounts } | null> {
  const cabinet: Cabinet = await lockAnyCabinet(tx, id);
  const { documentCount, folderCount, usedBytes } = cabinet;
  const before = { documentCount, folderCount, usedBytes };
  const after = await countsOf(writing(tx.em).db, id);
  if (JSON.stringify(before) === JSON.stringify(after)) return null;
  if (!dryRun) Object.assign(cabinet, after);
  return { before, after };
}
