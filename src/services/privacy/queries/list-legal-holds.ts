import type { Selectable, SelectQueryBuilder } from 'kysely';
import type { Tables } from '../../../entities/index.ts';
import type { LegalHold } from '../../../entities/privacy/legal-hold.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import type { HoldTarget } from '../../kernel/legal-holds.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';
import type { ReadContext } from '../../platform/context.ts';

export interface LegalHoldRow {
  readonly id: string;
  readonly targetType: HoldTarget;
  readonly targetId: string;
  readonly personId: string | null;
  readonly reason: string;
  readonly caseReference: string | null;
  readonly placedAt: Date;
  readonly placedById: string;
  readonly releasedAt: Date | null;
  readonly releasedById: string | null;
  readonly releaseReason: string | null;
}

export const holdRowOf = ({
  id,
  targetType,
  targetId,
  personId,
  reason,
  caseReference,
  createdAt,
  placedById,
  releasedAt,
  releasedById,
  releaseReason,
}: LegalHold): LegalHoldRow => ({
  id,
  targetType,
  targetId,
  personId,
  reason,
  caseReference,
  placedAt: createdAt,
  placedById,
  releasedAt,
  releasedById,
  releaseReason,
});

export interface LegalHoldFilter {
  readonly isReleased?: boolean | null;
  readonly targetType?: HoldTarget | null;
  readonly targetId?: string | null;
  readonly personId?: string | null;
  /** Words of a reason or of the reference of a case. */
  readonly search?: string | null;
}

export interface ListLegalHolds extends ListRequest<SortOf<'LegalHoldSort'>> {
  readonly filter?: LegalHoldFilter | null;
}

const id = sortKey<LegalHoldRow>('legal_hold.id', 'id', (row) => row.id);
/** Identifiers grow with time. */
const orders: Orders<LegalHoldRow, SortOf<'LegalHoldSort'>> = { PLACED_AT_DESC: [id.desc], PLACED_AT_ASC: [id.asc] };

function chosen<O>(
  holds: SelectQueryBuilder<Tables, 'legal_hold', O>,
  { isReleased = null, targetType, targetId, personId }: LegalHoldFilter,
): SelectQueryBuilder<Tables, 'legal_hold', O> {
  let query = holds;
  if (isReleased !== null) query = query.where('released_at', isReleased ? 'is not' : 'is', null);
  if (targetType) query = query.where('target_type', '=', targetType);
  if (targetId) query = query.where('target_id', '=', targetId);
  return personId ? query.where('person_id', '=', personId) : query;
}

/** Legal holds, the newest first unless said, for admins and auditors. */
export async function listLegalHolds(
  { db, actor }: Pick<ReadContext, 'db' | 'actor'>,
  { filter, orderBy, ...page }: ListLegalHolds,
): Promise<PageOf<LegalHoldRow>> {
  requirePermission(actor, 'legal-hold:read');
  return listPage({
    db,
    query: chosen(db.selectFrom('legal_hold').selectAll(), filter ?? {}),
    orders,
    orderBy: orderBy ?? 'PLACED_AT_DESC',
    page,
    shape: (rows) => rows.map(rowFrom),
    search: {
      text: filter?.search,
      within: ['legal_hold.reason', 'legal_hold.case_reference', 'legal_hold.release_reason'],
    },
  });
}

const rowFrom = (row: Selectable<Tables['legal_hold']>): LegalHoldRow => ({
  id: row.id,
  targetType: row.target_type,
  targetId: row.target_id,
  personId: row.person_id,
  reason: row.reason,
  caseReference: row.case_reference,
  placedAt: instantFrom(row.created_at),
  placedById: row.placed_by_id,
  releasedAt: row.released_at === null ? null : instantFrom(row.released_at),
  releasedById: row.released_by_id,
  releaseReason: row.release_reason,
});
