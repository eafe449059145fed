import { LockMode } from '@mikro-orm/core';
import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { Document } from '../../../entities/archive/document.entity.ts';
import type { RetentionOutcome } from '../../kernel/keeping.ts';
import { transition } from '../../kernel/states.ts';
import { unheld } from '../../platform/legal-holds.ts';
import { writing } from '../../platform/orm/values.ts';
import { lockCabinet, requireWritable } from '../access/require.ts';
import { documentStates } from '../documents/document.states.ts';
import { documentTrashed, retentionDue } from '../events.ts';
import { applyChanges } from './apply-changes.ts';
import type { CertificateSigner } from './certificates/issue-certificate.ts';
import { destroyDocument } from './destroy-document.ts';
import type { Destroying } from './document-parts.ts';
import { itemOf, mostOfEach, type RetentionItem } from './retention-item.ts';
import { keepingReasons } from './keeping-reasons.ts';

/** How long a document whose type says DESTROY is in the trash before it is destroyed. */
export const noticeDays = 14;
const dayMs = 86_400_000;

export interface RunRetention {
  readonly cabinetId: string;
  readonly signer: CertificateSigner;
}

/** How many documents one transaction marks, and how many it destroys. */
const mostMarked = 1_000;

/**
 * One step of the nightly run in one cabinet: shortened times take effect; what is over goes to review or into the trash, as its type
 * says; what was in the trash for the 14 days of its notice is destroyed. Returns what became of each document; nothing when all is done.
 * What is held is left alone. Errors: NOT_FOUND, FORBIDDEN, CABINET_ARCHIVED.
 */
export async function runRetention(tx: Destroying, { cabinetId, signer }: RunRetention): Promise<RetentionItem[]> {
  const cabinet = await lockCabinet(tx, cabinetId, 'destruction:approve');
  requireWritable(cabinet);
  const shortened = await applyChanges(tx, cabinet);
  await tx.em.flush();
  // What goes into the trash in this step has its notice before it.
  const destroyed = await destroyNoticed(tx, { cabinet, signer });
  const due = await markDue(tx, cabinet);
  return [...shortened, ...due, ...destroyed];
}

async function markDue(tx: Destroying, cabinet: Cabinet): Promise<RetentionItem[]> {
  const documents = await dueDocuments(tx, cabinet);
  const items = documents.map(({ document, isDestroyed }) => markOne(tx, cabinet, { document, isDestroyed }));
  const count = (outcome: RetentionOutcome): number => items.filter((item) => item.outcome === outcome).length;
  if (items.length > 0)
    tx.emit(retentionDue, { cabinetId: cabinet.id, toReview: count('TO_REVIEW'), toDestroy: count('TRASHED') });
  return items;
}

function markOne(
  tx: Destroying,
  cabinet: Cabinet,
  { document, isDestroyed }: { readonly document: Document; readonly isDestroyed: boolean },
): RetentionItem {
  document.dueAt = tx.now;
  if (isDestroyed) {
    transition(documentStates, document, 'trash');
    Object.assign(document, { isNamed: null, trashedAt: tx.now, trashedBy: null });
    tx.emit(documentTrashed, { cabinetId: cabinet.id, documentId: document.id });
  }
  const outcome = isDestroyed ? 'TRASHED' : 'TO_REVIEW';
  tx.record({
    action: 'DOCUMENT_DUE',
    ...{ targetType: 'document', targetId: document.id, payload: { cabinetId: cabinet.id, outcome } },
  });
  return itemOf(document, outcome);
}

interface DueDocument {
  readonly document: Document;
  /** Does its type say that it is destroyed, and not that people decide? */
  readonly isDestroyed: boolean;
}

/** Those that are over and that nobody has locked, and that no run has marked. */
async function dueDocuments({ em, now }: Destroying, { id }: Cabinet): Promise<DueDocument[]> {
  const rows = await writing(em)
    .db.selectFrom('document')
    .leftJoin('document_type', 'document_type.id', 'document.type_id')
    .select(['document.id', 'document_type.then_do as then'])
    .where('document.cabinet_id', '=', id)
    .where('document.status', '=', 'ACTIVE')
    .where('document.due_at', 'is', null)
    .where('document.retain_until', '<=', now)
    .where((on) => on.or([on('document.locked_until', 'is', null), on('document.locked_until', '<=', now)]))
    .where(unheld('document'))
    .orderBy('document.retain_until')
    .orderBy('document.id')
    .limit(mostMarked)
    .execute();
  const documents = await loaded(em, rows);
  return rows.map((row) => ({ document: documents.get(row.id) as Document, isDestroyed: row.then === 'DESTROY' }));
}

async function destroyNoticed(
  tx: Destroying,
  { cabinet, signer }: { readonly cabinet: Cabinet; readonly signer: CertificateSigner },
): Promise<RetentionItem[]> {
  const rows = await writing(tx.em)
    .db.selectFrom('document')
    .select('document.id')
    .where('document.cabinet_id', '=', cabinet.id)
    .where('document.status', '=', 'TRASHED')
    .where('document.due_at', '<=', new Date(tx.now.getTime() - noticeDays * dayMs))
    // Put there by the run, and not by somebody later.
    .whereRef('document.due_at', '=', 'document.trashed_at')
    .where('document.retain_until', '<=', tx.now)
    .where(unheld('document'))
    .orderBy('document.due_at')
    .orderBy('document.id')
    .limit(mostOfEach)
    .execute();
  const items: RetentionItem[] = [];
  const documents = await loaded(tx.em, rows);
  const kept = new Set((await keepingReasons(tx, [...documents.keys()])).map(({ documentId }) => documentId));
  for (const document of documents.values()) {
    if (kept.has(document.id)) continue;
    items.push(itemOf(document, 'DESTROYED'));
    await destroyDocument(tx, { cabinet, document }, { why: 'NOTICE_OVER', signer });
  }
  return items;
}

async function loaded(em: Destroying['em'], rows: readonly { readonly id: string }[]): Promise<Map<string, Document>> {
  const ids = rows.map(({ id }) => id);
  // Whoever places a hold on one of them at this instant is first, or finds it gone.
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true, orderBy: { id: 'asc' } } as const;
  const documents = ids.length === 0 ? [] : await em.find(Document, { id: { $in: ids } }, lock);
  return new Map(documents.map((document) => [document.id, document]));
}
