import type { SelectQueryBuilder } from 'kysely';
import type { Tables } from '../../../entities/index.ts';
import type { LegalHold } from '../../../entities/privacy/legal-hold.entity.ts';
import { demand } from '../../access/actor.ts';
import { cursorForm, decodeCursor, keyIn } from '../../kernel/cursor.ts';
import type { HoldTarget } from '../../kernel/legal-holds.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import { pageOf, type PageOf } from '../../platform/page.ts';
import type { ReadScope } from '../../platform/scope.ts';

const cursors = cursorForm('legal-holds', 'id');

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

export const holdRowOf = ({ id, targetType, targetId, personId, reason, caseReference, createdAt, placedById, releasedAt, releasedById, releaseReason }: LegalHold): LegalHoldRow =>
  ({ id, targetType, targetId, personId, reason, caseReference, placedAt: createdAt, placedById, releasedAt, releasedById, releaseReason });

export interface LegalHoldFilter {
  readonly isReleased?: boolean | null;
  readonly targetType?: HoldTarget | null;
  readonly targetId?: string | null;
  readonly personId?: string | null;
}

export interface ListLegalHolds {
  readonly filter?: LegalHoldFilter | null;
  /** 1 to 100. */
  readonly first: number;
  readonly after?: string | null;
}

function chosen<O>(holds: SelectQueryBuilder<Tables, 'legal_hold', O>, { isReleased = null, targetType, targetId, personId }: LegalHoldFilter): SelectQueryBuilder<Tables, 'legal_hold', O> {
  let query = holds;
  if (isReleased !== null) query = query.where('released_at', isReleased ? 'is not' : 'is', null);
  if (targetType) query = query.where('target_type', '=', targetType);
  if (targetId) query = query.where('target_id', '=', targetId);
  return personId ? query.where('person_id', '=', personId) : query;
}

/** Legal holds, the newest first, for admins and auditors. */
export async function listLegalHolds({ db, actor }: Pick<ReadScope, 'db' | 'actor'>, { filter, first, after }: ListLegalHolds): Promise<PageOf<LegalHoldRow>> {
  demand(actor, 'legal-hold:read');
  let query = chosen(db.selectFrom('legal_hold').selectAll().orderBy('id', 'desc').limit(first + 1), filter ?? {});
  if (after) query = query.where('id', '<', decodeCursor(after, cursors)[0]);
  const rows = (await query.execute()).map((row): LegalHoldRow => ({
    id: row.id, targetType: row.target_type, targetId: row.target_id, personId: row.person_id, reason: row.reason, caseReference: row.case_reference,
    placedAt: instantFrom(row.created_at), placedById: row.placed_by_id, releasedAt: row.released_at === null ? null : instantFrom(row.released_at),
    releasedById: row.released_by_id, releaseReason: row.release_reason,
  }));
  return pageOf(rows, first, ({ id }) => keyIn(cursors, id));
}
