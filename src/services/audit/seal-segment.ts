import { createHash } from 'node:crypto';
import { AuditSegment } from '../../entities/audit/audit-checkpoint.entity.ts';
import { demand } from '../access/actor.ts';
import { storeBytes } from '../files/index.ts';
import { DomainError } from '../kernel/errors.ts';
import { newId } from '../kernel/ids.ts';
import type { Needs, Surroundings } from '../platform/scope.ts';
import { segmentText } from './checkpoint-text.ts';
import { checkpointFrom, entryFrom, type StoredCheckpoint } from './journal-source.ts';

/** Sealed at once: a request must end. */
const mostEntries = 50_000;

type Needed = Pick<Surroundings, 'db' | 'run' | 'vault' | 'actor' | 'journalSigner'>;

/**
 * Seals the next run of entries, from where the last segment ended to the last checkpoint before an instant: exports them
 * whole into a sealed file and signs its hash together with the checkpoint. Nothing is deleted. `ACTION_NOT_ALLOWED` when no
 * checkpoint is that old, at most 50,000 entries at a time.
 */
export async function sealAuditSegment(needs: Needed, { before }: { before: Date }): Promise<AuditSegment> {
  demand(needs.actor, 'audit:seal');
  const firstSeq = (await lastSealed(needs)) + 1;
  const end = await checkpointBefore(needs, before, firstSeq);
  if (end === undefined) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'seal' });
  const bytes = await exported(needs, firstSeq, end.seq);
  const sealed = {
    firstSeq,
    lastSeq: end.seq,
    mac: end.mac,
    root: end.root,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  const signature = needs.journalSigner.sign(segmentText(sealed));
  return storeBytes(needs, {
    name: `journal-${firstSeq}-${end.seq}.jsonl`,
    mimeType: 'application/jsonl',
    kind: 'DOCUMENT',
    bytes,
    attach: (scope, file) =>
      keepSegment(scope, { firstSeq, lastSeq: end.seq, sha256: sealed.sha256, signature, fileId: file.id }),
  });
}

async function lastSealed({ db }: Pick<Surroundings, 'db'>): Promise<number> {
  const row = await db
    .selectFrom('audit_segment')
    .select('last_seq')
    .orderBy('last_seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return Number(row?.last_seq ?? 0);
}

async function checkpointBefore(
  { db }: Pick<Surroundings, 'db'>,
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
async function exported({ db }: Pick<Surroundings, 'db'>, firstSeq: number, lastSeq: number): Promise<Buffer> {
  const rows = await db
    .selectFrom('audit_entry')
    .selectAll()
    .where('seq', '>=', firstSeq)
    .where('seq', '<=', lastSeq)
    .orderBy('seq')
    .execute();
  if (rows.length !== lastSeq - firstSeq + 1)
    throw new Error(`The journal has a gap between ${firstSeq} and ${lastSeq}`);
  return Buffer.from(rows.map((row) => `${JSON.stringify(entryFrom(row))}\n`).join(''));
}

type NewSegment = Pick<AuditSegment, 'firstSeq' | 'lastSeq' | 'sha256' | 'signature' | 'fileId'>;

async function keepSegment(
  { em, now, actor, record }: Needs<'em' | 'now' | 'actor' | 'record'>,
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
