import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { heldAmong } from '../../platform/legal-holds.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Db, Tx } from '../../platform/context.ts';
import { keepingReasons, type KeepingReason } from './keeping-reasons.ts';

/** Why a cabinet must stay. */
export interface CabinetKeepingReason extends Omit<KeepingReason, 'documentId'> {
  /** Null where the whole cabinet is held. */
  readonly documentId: string | null;
}

/** As many as people read. */
const mostReasons = 50;

/** What keeps a cabinet from being destroyed: a hold on it, and its documents that must stay; 50 of them at most. */
export async function whatKeepsCabinet(
  tx: Tx<'em' | 'now'>,
  { id }: Pick<Cabinet, 'id'>,
): Promise<CabinetKeepingReason[]> {
  const { db } = writing(tx.em);
  if ((await heldAmong(db, 'cabinet', [id])).length > 0)
    return [{ reason: 'LEGAL_HOLD', documentId: null, until: null }];
  const reasons: KeepingReason[] = [];
  for (let after = ''; reasons.length < mostReasons;) {
    const ids = await someDocuments(db, id, after);
    reasons.push(...(await keepingReasons(tx, ids)));
    after = ids.at(-1) ?? '';
    if (ids.length < atOnce) break;
  }
  return reasons.slice(0, mostReasons);
}

const atOnce = 500;

async function someDocuments(db: Db, cabinetId: string, after: string): Promise<string[]> {
  const rows = await db
    .selectFrom('document')
    .select('id')
    .where('cabinet_id', '=', cabinetId)
    .where('status', '!=', 'PURGED')
    .where('id', '>', after)
    .orderBy('id')
    .limit(atOnce)
    .execute();
  return rows.map(({ id }) => id);
}
