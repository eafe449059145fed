import type { Document } from '../../../entities/archive/document.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { heldAmong } from '../../platform/legal-holds.ts';
import { instantFrom, writing } from '../../platform/orm/values.ts';
import { inChunks } from '../../platform/personal-data.ts';
import type { Db, Tx } from '../../platform/context.ts';
import { awaitsItsEvent } from './kept-until.ts';

/** Why a document must stay. */
export interface KeepingReason {
  readonly documentId: string;
  readonly reason: 'LEGAL_HOLD' | 'RETENTION_ACTIVE';
  /** Null while a hold stands, and before what its time counts from has taken place. */
  readonly until: Date | null;
}

type Asking = Tx<'em' | 'now'>;

/**
 * What of some documents must stay: the one question that every way of destroying anything of a document asks, after it locked the
 * document. A hold on the document, its cabinet, the owner or a file of it; then the time of keeping.
 */
export async function keepingReasons({ em, now }: Asking, documentIds: readonly string[]): Promise<KeepingReason[]> {
  await em.flush();
  const { db } = writing(em);
  const held = await heldDocuments(db, documentIds);
  const retained: KeepingReason[] = [];
  for (const some of inChunks(documentIds)) {
    const rows = await db
      .selectFrom('document')
      .select(['id', 'retain_until'])
      .where('id', 'in', some)
      .where('retain_until', '>', now)
      .execute();
    retained.push(...rows.filter(({ id }) => !held.has(id)).map((row) => retainedReason(row.id, row.retain_until)));
  }
  return [...[...held].map((documentId) => ({ documentId, reason: 'LEGAL_HOLD', until: null }) as const), ...retained];
}

function retainedReason(documentId: string, value: unknown): KeepingReason {
  const until = instantFrom(value);
  return { documentId, reason: 'RETENTION_ACTIVE', until: awaitsItsEvent(until) ? null : until };
}

async function heldDocuments(db: Db, documentIds: readonly string[]): Promise<Set<string>> {
  const held = new Set(await heldAmong(db, 'document', documentIds));
  for (const some of inChunks(documentIds)) {
    const files = await db
      .selectFrom('document_version')
      .select(['document_id', 'file_id'])
      .where('document_id', 'in', some)
      .where('file_id', 'is not', null)
      .execute();
    const kept = new Set(
      await heldAmong(
        db,
        'stored_file',
        files.map(({ file_id }) => file_id as string),
      ),
    );
    for (const { document_id, file_id } of files) if (kept.has(file_id as string)) held.add(document_id);
  }
  return held;
}

/** Refuses to destroy anything of a locked document that must stay: LEGAL_HOLD, or RETENTION_ACTIVE { until }. */
export async function requireDestroyable(tx: Asking, { id }: Pick<Document, 'id'>): Promise<void> {
  const [reason] = await keepingReasons(tx, [id]);
  if (reason === undefined) return;
  throw reason.reason === 'LEGAL_HOLD'
    ? new DomainError('LEGAL_HOLD')
    : new DomainError('RETENTION_ACTIVE', { until: reason.until?.toISOString() ?? null });
}

/** Refuses to take a locked document that is on hold out of its cabinet: LEGAL_HOLD. Its time of keeping goes with it. */
export async function requireUnheld({ em }: Pick<Asking, 'em'>, { id }: Pick<Document, 'id'>): Promise<void> {
  await em.flush();
  if ((await heldDocuments(writing(em).db, [id])).size > 0) throw new DomainError('LEGAL_HOLD');
}
