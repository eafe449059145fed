import { createHash } from 'node:crypto';
import { AuditSegment } from '../../entities/audit/audit-checkpoint.entity.ts';
import { demand } from '../access/actor.ts';
import { openStored } from '../files/index.ts';
import { DomainError } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import { writing } from '../platform/orm/values.ts';
import type { Needs, Surroundings } from '../platform/scope.ts';

const dayMs = 24 * 3_600_000;

type Needed = Pick<Surroundings, 'db' | 'run' | 'vault' | 'actor' | 'now' | 'config'>;

/**
 * Drops the entries of a sealed segment, with the personal values they refer to; the segment, its file and its checkpoint stay,
 * and the rest of the journal begins there. Refuses (`ACTION_NOT_ALLOWED`) entries younger than the retention, segments out of
 * their order, and a second time; `FILE_DAMAGED` when the export is not what was signed.
 */
export async function purgeAudit(needs: Needed, { segmentId }: { segmentId: string }): Promise<AuditSegment> {
  const { db, actor, run, now, config } = needs;
  demand(actor, 'audit:seal');
  const segment = isId(segmentId)
    ? await db.selectFrom('audit_segment').select(['file_id', 'sha256']).where('id', '=', segmentId).executeTakeFirst()
    : undefined;
  if (segment === undefined) throw new DomainError('NOT_FOUND');
  const digest = createHash('sha256');
  const file = await openStored(needs, segment.file_id);
  if (file === undefined) throw new DomainError('NOT_FOUND');
  for await (const chunk of await file.open()) digest.update(chunk as Uint8Array);
  if (digest.digest('hex') !== segment.sha256) throw new DomainError('FILE_DAMAGED');
  return run(dropEntries, { segmentId, until: new Date(now.getTime() - config.AUDIT_RETENTION_DAYS * dayMs) });
}

async function dropEntries({ em, now, record }: Needs<'em' | 'now' | 'record'>, { segmentId, until }: { segmentId: string; until: Date }): Promise<AuditSegment> {
  const segment = await em.findOneOrFail(AuditSegment, { id: segmentId });
  const { firstSeq, lastSeq } = segment;
  const { db } = writing(em);
  const inside = db.selectFrom('audit_entry').where('seq', '>=', firstSeq).where('seq', '<=', lastSeq);
  const young = await inside.select('seq').where('at', '>=', until).limit(1).executeTakeFirst();
  const earlier = await db.selectFrom('audit_segment').select('id').where('last_seq', '<', firstSeq).where('purged_at', 'is', null).limit(1).executeTakeFirst();
  if (segment.purgedAt !== null || young !== undefined || earlier !== undefined) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'purge' });
  await db.deleteFrom('audit_personal').where('ref', 'in', inside.select('pii_ref').where('pii_ref', 'is not', null)).execute();
  await db.deleteFrom('audit_entry').where('seq', '>=', firstSeq).where('seq', '<=', lastSeq).execute();
  segment.purgedAt = now;
  record({ action: 'AUDIT_PURGED', targetId: segmentId, payload: { firstSeq, lastSeq } });
  return segment;
}
