import { AuditSegment } from '../../entities/audit/audit-checkpoint.entity.ts';
import { requirePermission } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { unheld } from '../platform/legal-holds.ts';
import { writing } from '../platform/orm/values.ts';
import { limitOf, periodOf } from '../platform/retention.ts';
import type { Tx, AppContext } from '../platform/context.ts';
import { requireIntactExport, dropEntries } from './drop-entries.ts';
import { auditRetention } from './retention.ts';

type Needed = Pick<AppContext, 'db' | 'run' | 'vault' | 'actor' | 'now'>;

/**
 * Drops the entries of a sealed segment, with the personal values they refer to; the segment, its file and its checkpoint stay,
 * and the rest of the audit log begins there. Refuses (`ACTION_NOT_ALLOWED`) entries younger than the retention, segments out of
 * their order, and a second time; `FILE_DAMAGED` when the export is not what was signed, `LEGAL_HOLD` when an entry is about
 * somebody whose data must be kept.
 */
export async function purgeAudit(ctx: Needed, { segmentId }: { segmentId: string }): Promise<AuditSegment> {
  requirePermission(ctx.actor, 'audit:seal');
  await requireIntactExport(ctx, segmentId);
  return ctx.run(purgeOld, { segmentId, until: limitOf(ctx.now, await periodOf(ctx.db, auditRetention)) });
}

type Purging = Tx<'em' | 'now' | 'record'>;

async function purgeOld(tx: Purging, { segmentId, until }: { segmentId: string; until: Date }): Promise<AuditSegment> {
  const { db } = writing(tx.em);
  const { firstSeq, lastSeq, purgedAt } = await tx.em.findOneOrFail(AuditSegment, { id: segmentId });
  const inside = db
    .selectFrom('audit_entry')
    .select('seq')
    .where('seq', '>=', firstSeq)
    .where('seq', '<=', lastSeq)
    .limit(1);
  const young = await inside.where('at', '>=', until).executeTakeFirst();
  const earlier = await db
    .selectFrom('audit_segment')
    .select('id')
    .where('last_seq', '<', firstSeq)
    .where('purged_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (purgedAt !== null || young !== undefined || earlier !== undefined)
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'purge' });
  if ((await inside.where((eb) => eb.not(unheld('audit_entry'))).executeTakeFirst()) !== undefined)
    throw new DomainError('LEGAL_HOLD');
  return dropEntries(tx, { segmentId });
}
