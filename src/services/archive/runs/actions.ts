import { DocumentTag, type BulkDocumentAction, type Document } from '../../../entities/archive/document.entity.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { KeyRing } from '../../vault/index.ts';
import { contentOfCopy, enterCopy } from '../documents/copy-document.ts';
import { lockForEditing, unlockDocument } from '../documents/lock-document.ts';
import { contentOfMove, enterMove } from '../documents/move-between.ts';
import { openDocument } from '../documents/open-document.ts';
import type { ContentSource, Resealed } from '../documents/stored-content.ts';
import { restoreDocument, trashDocument } from '../documents/trash-document.ts';
import { replaceTags, setDocumentType } from '../documents/update-document.ts';
import type { CertificateSigner } from '../retention/certificates/issue-certificate.ts';
import type { Destroying } from '../retention/document-parts.ts';
import { purge } from '../retention/purge-document.ts';
import type { RunFacts } from './begin-run.ts';

export type Acting = Destroying & Tx<'em' | 'actor' | 'now' | 'config' | 'record' | 'emit' | 'enqueue' | 'publish'>;

/** One document of a run, and what its action needs. */
export interface OneDocument {
  readonly id: string;
  readonly facts: RunFacts;
  /** Its versions' content, sealed anew; null where nothing is. */
  readonly contents: readonly Resealed[] | null;
  readonly signer: CertificateSigner;
  readonly ring: KeyRing;
}

/** What is said about a document that is done. */
export interface DoneDocument {
  readonly madeDocumentId?: string;
  readonly leftBehind?: readonly string[];
}

interface Action {
  /** What is sealed anew before the transaction; nothing unless said. */
  readonly content?: (
    ctx: Pick<AppContext, 'run'>,
    one: Pick<OneDocument, 'id' | 'facts'>,
  ) => Promise<readonly ContentSource[] | null>;
  /** Does it, in the transaction that writes down that it is done. */
  readonly enter: (tx: Acting, one: OneDocument) => Promise<DoneDocument | void>;
}

const place = ({ id, facts: { cabinetId, folderId, onNameTaken } }: Pick<OneDocument, 'id' | 'facts'>) => ({
  ...{ id, cabinetId, folderId, onNameTaken },
});

/** Each by the use case of its own mutation, with its rules and its effects. */
export const actions: Readonly<Record<BulkDocumentAction, Action>> = {
  MOVE: {
    content: (ctx, one) => contentOfMove(ctx, place(one)),
    enter: async (tx, one) => {
      const { leftBehind } = await enterMove(tx, { ...place(one), contents: one.contents });
      return { leftBehind };
    },
  },
  COPY: {
    content: async ({ run }, one) => [await run(contentOfCopy, place(one))],
    enter: async (tx, one) => {
      const [content] = one.contents as readonly [Resealed];
      const { document, leftBehind } = await enterCopy(tx, { ...place(one), content, ring: one.ring });
      return { madeDocumentId: document.id, leftBehind };
    },
  },
  TRASH: { enter: async (tx, { id }) => void (await trashDocument(tx, { id })) },
  RESTORE: { enter: async (tx, { id }) => void (await restoreDocument(tx, { id })) },
  PURGE: { enter: async (tx, { id, signer }) => void (await purge(tx, { id, signer, why: 'PURGED' })) },
  TAG: { enter: async (tx, one) => void (await changeTag(tx, { ...one, isAdded: true })) },
  UNTAG: { enter: async (tx, one) => void (await changeTag(tx, { ...one, isAdded: false })) },
  SET_TYPE: {
    enter: async (tx, { id, facts }) => void (await setDocumentType(tx, { id, typeId: facts.typeId ?? null })),
  },
  LOCK: { enter: async (tx, { id }) => void (await lockForEditing(tx, { id })) },
  UNLOCK: { enter: async (tx, { id }) => void (await unlockDocument(tx, { id })) },
};

async function changeTag(
  tx: Acting,
  { id, facts: { tagId = null }, isAdded }: OneDocument & { readonly isAdded: boolean },
): Promise<Document> {
  const { cabinet, document } = await openDocument(tx, id, { permission: 'document:update' });
  const present = (await tx.em.find(DocumentTag, { document })).map(({ tag }) => tag.id);
  const others = present.filter((one) => one !== tagId);
  await replaceTags(tx, { cabinet, document }, isAdded ? [...others, tagId ?? ''] : others);
  document.updatedAt = tx.now;
  const payload = { cabinetId: cabinet.id, changed: ['tagIds'] };
  tx.record({ action: 'DOCUMENT_UPDATED', targetType: 'document', targetId: id, payload });
  return document;
}
