import {
  DocumentTag,
  type BulkDocumentAction,
  type Document,
  type OnNameTaken,
} from '../../../entities/archive/document.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import type { AppContext, Tx, UseCase } from '../../platform/context.ts';
import { purgeDocument } from '../retention/purge-document.ts';
import { copyDocument } from './copy-document.ts';
import { lockForEditing, unlockDocument } from './lock-document.ts';
import { moveDocument } from './move-between.ts';
import { openDocument } from './open-document.ts';
import { restoreDocument, trashDocument } from './trash-document.ts';
import { replaceTags, setDocumentType } from './update-document.ts';

/** What is said once for all documents of an action. */
export interface BulkFacts {
  readonly cabinetId?: string | null | undefined;
  readonly folderId?: string | null | undefined;
  readonly onNameTaken?: OnNameTaken | null | undefined;
  readonly tagId?: string | null | undefined;
  readonly typeId?: string | null | undefined;
}

export interface BulkDocuments extends BulkFacts {
  /** 1 to 500, each once. */
  readonly ids: readonly string[];
  readonly action: BulkDocumentAction;
}

/** What became of one document: null for done, or why not. */
export interface BulkResult {
  readonly id: string;
  readonly code: string | null;
}

type Doing = Pick<AppContext, 'run' | 'db' | 'vault' | 'certificateKeys'>;
type One = (ctx: Doing, id: string, facts: BulkFacts) => Promise<unknown>;

/** Each by the use case of its own mutation, with its rules and its effects. */
const actions: Readonly<Record<BulkDocumentAction, One>> = {
  MOVE: (ctx, id, { cabinetId, folderId, onNameTaken }) => moveDocument(ctx, { id, cabinetId, folderId, onNameTaken }),
  COPY: (ctx, id, { cabinetId, folderId, onNameTaken }) => copyDocument(ctx, { id, cabinetId, folderId, onNameTaken }),
  TRASH: ({ run }, id) => run(trashDocument, { id }),
  RESTORE: ({ run }, id) => run(restoreDocument, { id }),
  PURGE: (ctx, id) => purgeDocument(ctx, { id }),
  TAG: ({ run }, id, { tagId }) => run(changeTag, { id, tagId: tagId ?? '', isAdded: true }),
  UNTAG: ({ run }, id, { tagId }) => run(changeTag, { id, tagId: tagId ?? '', isAdded: false }),
  SET_TYPE: ({ run }, id, { typeId }) => run(setDocumentType, { id, typeId: typeId ?? null }),
  LOCK: ({ run }, id) => run(lockForEditing, { id }),
  UNLOCK: ({ run }, id) => run(unlockDocument, { id }),
};

/**
 * Does one thing to many documents, each by its own rules in a transaction of its own: what is refused does not stop the others, and is
 * answered by its code. Errors: INPUT_INVALID.
 */
export async function bulkDocuments(ctx: Doing, { ids, action, ...facts }: BulkDocuments): Promise<BulkResult[]> {
  if ((action === 'TAG' || action === 'UNTAG') && !facts.tagId) throw fieldError('input.tagId', 'isRequired');
  const results: BulkResult[] = [];
  for (const id of new Set(ids)) results.push({ id, code: await refusalOf(() => actions[action](ctx, id, facts)) });
  return results;
}

async function refusalOf(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof DomainError && error.code !== 'INTERNAL') return error.code;
    throw error;
  }
}

interface ChangeTag {
  readonly id: string;
  readonly tagId: string;
  readonly isAdded: boolean;
}

const changeTag: UseCase<'em' | 'actor' | 'now' | 'record' | 'emit', ChangeTag, Document> = async (
  tx: Tx<'em' | 'actor' | 'now' | 'record' | 'emit'>,
  { id, tagId, isAdded },
) => {
  const { cabinet, document } = await openDocument(tx, id, { permission: 'document:update' });
  const present = (await tx.em.find(DocumentTag, { document })).map(({ tag }) => tag.id);
  const others = present.filter((one) => one !== tagId);
  await replaceTags(tx, { cabinet, document }, isAdded ? [...others, tagId] : others);
  document.updatedAt = tx.now;
  const payload = { cabinetId: cabinet.id, changed: ['tagIds'] };
  tx.record({ action: 'DOCUMENT_UPDATED', targetType: 'document', targetId: id, payload });
  return document;
};
