import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { heldAmong } from '../../platform/legal-holds.ts';
import { instantFrom, writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';

/** Why a document must stay. */
export interface KeepingReason {
  readonly reason: 'LEGAL_HOLD' | 'RETENTION_ACTIVE';
  /** The document; null where the whole cabinet is held. */
  readonly documentId: string | null;
  /** Until when it must be kept; null while a hold stands. */
  readonly until: string | null;
}

/** As many as people read. */
const mostReasons = 50;

/** What keeps a cabinet from being deleted: holds on it or on documents of it, and documents that must still be kept. */
export async function whatKeeps({ em, now }: Tx<'em' | 'now'>, { id }: Cabinet): Promise<KeepingReason[]> {
  const { db } = writing(em);
  const hold = { reason: 'LEGAL_HOLD', until: null } as const;
  if ((await heldAmong(db, 'cabinet', [id])).length > 0) return [{ ...hold, documentId: null }];
  const retained = await db
    .selectFrom('document')
    .select(['id', 'retain_until'])
    .where('cabinet_id', '=', id)
    .where('status', '!=', 'PURGED')
    .where('retain_until', '>', now)
    .orderBy('retain_until', 'desc')
    .limit(mostReasons)
    .execute();
  const held = await db
    .selectFrom('document')
    .innerJoin('legal_hold', 'legal_hold.target_id', 'document.id')
    .select('document.id')
    .where('document.cabinet_id', '=', id)
    .where('legal_hold.target_type', '=', 'DOCUMENT')
    .where('legal_hold.released_at', 'is', null)
    .limit(mostReasons)
    .execute();
  return [
    ...held.map((row) => ({ ...hold, documentId: row.id })),
    ...retained.map((row) => ({
      ...({ reason: 'RETENTION_ACTIVE', documentId: row.id } as const),
      until: row.retain_until === null ? null : instantFrom(row.retain_until).toISOString(),
    })),
  ];
}
