import { createHash } from 'node:crypto';
import { AuditSegment } from '../../entities/audit/audit-checkpoint.entity.ts';
import { requirePermission } from '../access/actor.ts';
import { storeBytes } from '../files/index.ts';
import { DomainError } from '../kernel/errors.ts';
import { newId } from '../kernel/ids.ts';
import type { Tx, AppContext } from '../platform/context.ts';
import { segmentText } from './proofs/checkpoint-text.ts';
import { checkpointFrom, entryFrom, type StoredCheckpoint } from './audit-log-source.ts';

/** Sealed at once: a request must end. */
const mostEntries = 50_000;

type Needed = Pick<AppContext, 'db' | 'run' | 'vault' | 'actor' | 'auditSigner'>;

/**
 * Seals the next run of entries, from where the last segment ended to the last checkpoint before an instant: exports them
 * whole into a sealed file and signs its hash together with the checkpoint. Nothing is deleted. `ACTION_NOT_ALLOWED` when no
 * checkpoint is that old, at most 50,000 entries at a time.
 */
export async function sealAuditSegment(ctx: Needed, { before }: { before: Date }): Promise<AuditSegment> {
  requirePermission(ctx.actor, 'audit:seal');
  const firstSeq = (await lastSealed(ctx)) + 1;
  const end = await checkpointBefore(ctx, before, firstSeq);
  if (end === undefined) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'seal' });
  const bytes = await exported(ctx, firstSeq, end.seq);
  const sealed = {
    firstSeq,
    lastSeq: end.seq,
    mac: end.mac,
    root: end.root,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  const signature = ctx.auditSigner.sign(segmentText(sealed));
  return storeBytes(ctx, {
    name: `journal-${firstSeq}-${end.seq}.jsonl`,
    mimeType: 'application/jsonl',
    kind: 'DOCUMENT',
    bytes,
    attach: (tx, file) =>
      keepSegment(tx, { firstSeq, lastSeq: end.seq, sha256: sealed.sha256, signature, fileId: file.id }),
  });
}

async function lastSealed({ db }: Pick<AppContext, 'db'>): Promise<number> {
  const row = await db
    .selectFrom('audit_segment')
    .select('last_seq')
    .orderBy('last_seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return Number(row?.last_seq ?? 0);
}

async function checkpointBefore(
  { db }: Pick<AppContext, 'db'>,
  before: Date,
  firstSeq: number,
): Promise<StoredCheckpoint | undefined> {
  const row = await db
    .selectFrom('audit_checkpoint')
    .selectAll()
    .where('at', '<', before)
    .where('exported_at', 'is not', null)
    .where('seq', '>=', firstSeq)
    .where('seq', '<', firstSeq + mostEntries)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : checkpointFrom(row);
}

/** One entry a line, with its macs: enough to check the run with the tools of anybody. */
async function exported({ db }: Pick<AppContext, 'db'>, firstSeq: number, lastSeq: number): Promise<Buffer> {
  const rows = await db
    .selectFrom('audit_entry')
    .selectAll()
    .where('seq', '>=', firstSeq)
    .where('seq', '<=', lastSeq)
    .orderBy('seq')
    .execute();
  if (rows.length !== lastSeq - firstSeq + 1)
    throw new Error(`The audit log has a gap between ${firstSeq} and ${lastSeq}`);
  return Buffer.from(rows.map((row) => `${JSON.stringify(entryFrom(row))}\n`).join(''));
}

type NewSegment = Pick<AuditSegment, 'firstSeq' | 'lastSeq' | 'sha256' | 'signature' | 'fileId'>;

async function keepSegment(
  { em, now, actor, record }: Tx<'em' | 'now' | 'actor' | 'record'>,
  segment: NewSegment,
): Promise<AuditSegment> {
  const made = em.create(AuditSegment, { ...segment, id: newId(), sealedAt: now, sealedById: actor.userId });
  await em.flush();
  record({
    action: 'AUDIT_SEGMENT_SEALED',
    targetId: made.id,
    payload: { firstSeq: segment.firstSeq, lastSeq: segment.lastSeq, sha256: segment.sha256 },
  });
  return made;
}
