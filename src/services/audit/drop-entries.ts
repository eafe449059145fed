import { createHash } from 'node:crypto';
import { AuditSegment } from '../../entities/audit/audit-checkpoint.entity.ts';
import { openStored } from '../files/index.ts';
import { DomainError } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx, AppContext } from '../platform/context.ts';
import { countUpTo, uncount } from './count-entries.ts';

/** Is the exported file still what was signed? */
export async function requireIntactExport(ctx: Pick<AppContext, 'db' | 'vault'>, segmentId: string): Promise<void> {
  const segment = isId(segmentId)
    ? await ctx.db
        .selectFrom('audit_segment')
        .select(['file_id', 'sha256'])
        .where('id', '=', segmentId)
        .executeTakeFirst()
    : undefined;
  const file = segment === undefined ? undefined : await openStored(ctx, segment.file_id);
  if (segment === undefined || file === undefined) throw new DomainError('NOT_FOUND');
  const digest = createHash('sha256');
  for await (const chunk of await file.open()) digest.update(chunk as Uint8Array);
  if (digest.digest('hex') !== segment.sha256) throw new DomainError('FILE_DAMAGED');
}

/** The entries of a segment that may go. */
export async function dropEntries(
  { em, now, record }: Tx<'em' | 'now' | 'record'>,
  { segmentId }: { segmentId: string },
): Promise<AuditSegment> {
  const segment = await em.findOneOrFail(AuditSegment, { id: segmentId });
  const { firstSeq, lastSeq } = segment;
  const { db } = writing(em);
  const inside = db.selectFrom('audit_entry').where('seq', '>=', firstSeq).where('seq', '<=', lastSeq);
  await db
    .deleteFrom('audit_personal')
    .where('ref', 'in', inside.select('pii_ref').where('pii_ref', 'is not', null))
    .execute();
  await countUpTo(em, lastSeq);
  await uncount(em, { firstSeq, lastSeq });
  await db.deleteFrom('audit_entry').where('seq', '>=', firstSeq).where('seq', '<=', lastSeq).execute();
  segment.purgedAt = now;
  record({ action: 'AUDIT_PURGED', targetId: segmentId, payload: { firstSeq, lastSeq } });
  return segment;
}
