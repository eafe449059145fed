import type { Selectable } from 'kysely';
import type { AuditSegment } from '../../../entities/audit/audit-checkpoint.entity.ts';
import type { Tables } from '../../../entities/index.ts';
import { requirePermission } from '../../access/actor.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { ReadContext } from '../../platform/context.ts';

/** The sealed segments, the oldest first: a few a year. */
export async function listAuditSegments({ db, actor }: ReadContext): Promise<AuditSegment[]> {
  requirePermission(actor, 'audit:read');
  return (await db.selectFrom('audit_segment').selectAll().orderBy('first_seq').execute()).map(segmentFrom);
}

const segmentFrom = (row: Selectable<Tables['audit_segment']>): AuditSegment =>
  ({
    id: row.id,
    firstSeq: Number(row.first_seq),
    lastSeq: Number(row.last_seq),
    fileId: row.file_id,
    sha256: row.sha256,
    signature: row.signature,
    sealedAt: instantFrom(row.sealed_at),
    sealedById: row.sealed_by_id,
    purgedAt: row.purged_at === null ? null : instantFrom(row.purged_at),
  }) as AuditSegment;
