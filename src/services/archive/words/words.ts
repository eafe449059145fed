import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { Correspondent, DocumentType, Tag } from '../../../entities/archive/document-words.entity.ts';
import { Document, DocumentTag } from '../../../entities/archive/document.entity.ts';
import type { Permission } from '../../access/permissions.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { lengthOf } from '../../kernel/text.ts';
import type { Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { lockCabinet, requireWritable } from '../access/require.ts';
import { nameKey, placedName } from '../name-key.ts';
import { lengthenAll } from '../retention/lengthen-all.ts';

/** The words that documents of a cabinet are filed under. */
export const wordKinds = ['TYPE', 'CORRESPONDENT', 'TAG'] as const;
export type WordKind = (typeof wordKinds)[number];
export type Word = DocumentType | Correspondent | Tag;

export type WordTx = Tx<'em' | 'actor' | 'now' | 'record' | 'config'>;

interface Kind {
  /** Read as the one that has nothing but its name: what all of them have. */
  readonly entity: typeof Correspondent;
  readonly longest: number;
  readonly most: number;
  readonly permission: Permission;
  /** Gives the documents of one word another, in one statement each. */
  readonly replace: (tx: WordTx, from: string, into: { readonly id: string; readonly folded: string }) => Promise<void>;
}

const kinds: Readonly<Record<WordKind, Kind>> = {
  // How long documents are kept is the managers'.
  TYPE: {
    ...{
      entity: DocumentType as unknown as typeof Correspondent,
      longest: 120,
      most: 200,
      permission: 'cabinet:update',
    },
    replace: async (tx, from, { id, folded }) => {
      await lengthenAll(tx, { from, into: id });
      await tx.em.nativeUpdate(Document, { type: from }, { type: id, typeFolded: folded });
    },
  },
  CORRESPONDENT: {
    ...{ entity: Correspondent, longest: 120, most: 10_000, permission: 'document:update' },
    replace: async ({ em }, from, { id }) => {
      await em.nativeUpdate(Document, { correspondent: from }, { correspondent: id });
    },
  },
  TAG: {
    ...{ entity: Tag as unknown as typeof Correspondent, longest: 60, most: 1_000, permission: 'document:update' },
    replace: async ({ em }, from, { id }) => {
      const have = writing(em)
        .db.selectFrom('document_tag as other')
        .select('other.document_id')
        .where('other.tag_id', '=', id);
      const documents = await have.execute();
      await em.nativeDelete(DocumentTag, { tag: from, document: { $in: documents.map((row) => row.document_id) } });
      await em.nativeUpdate(DocumentTag, { tag: from }, { tag: id });
    },
  },
};

/** What is known of each kind, for words that come from another cabinet. */
export const wordEntityOf = (kind: WordKind): Kind['entity'] => kinds[kind].entity;
export const mostWordsOf = (kind: WordKind): number => kinds[kind].most;
export const permissionOf = (kind: WordKind): Permission => kinds[kind].permission;

export interface OpenedWord {
  readonly cabinet: Cabinet;
  readonly kind: Kind;
}

/** The cabinet whose words change, locked and in use. */
export async function openWords(tx: WordTx, cabinetId: string, kindOf: WordKind): Promise<OpenedWord> {
  const kind = kinds[kindOf];
  const cabinet = await lockCabinet(tx, cabinetId, kind.permission);
  requireWritable(cabinet);
  return { cabinet, kind };
}

/** A word by its id, with its cabinet. NOT_FOUND for whoever does not see the cabinet. */
export async function openWord<W extends Word>(
  tx: WordTx,
  id: string,
  kindOf: WordKind,
): Promise<OpenedWord & { word: W }> {
  const { entity } = kinds[kindOf];
  const seen = isId(id) ? ((await tx.em.findOne(entity, { id })) as unknown as W | null) : null;
  if (seen === null) throw new DomainError('NOT_FOUND');
  const opened = await openWords(tx, seen.cabinet.id, kindOf);
  const word = (await tx.em.findOne(entity, { id }, { refresh: true })) as unknown as W | null;
  if (word === null) throw new DomainError('NOT_FOUND');
  return { ...opened, word };
}

/** A name that is free among the words of its kind, with its key. NAME_TAKEN with the word that has it. */
export async function freeWord(
  { em }: Tx<'em'>,
  { cabinet, kind }: OpenedWord,
  { name: given, exceptId }: { readonly name: string; readonly exceptId?: string },
): Promise<{ readonly name: string; readonly nameKey: string }> {
  const name = placedName(given.replaceAll(/[/\\]/g, '∕'), 'input.name');
  if (lengthOf(name) > kind.longest) throw fieldError('input.name', 'maxLength');
  const key = nameKey(cabinet.id, name);
  const other = await em.findOne(kind.entity, { nameKey: key });
  if (other !== null && other.id !== exceptId) throw new DomainError('NAME_TAKEN', { name, id: other.id });
  return { name, nameKey: key };
}

/** Refuses one word more than a cabinet may have. */
export async function requireWordLimit({ em }: Tx<'em'>, { cabinet, kind }: OpenedWord): Promise<void> {
  if ((await em.count(kind.entity, { cabinet })) >= kind.most)
    throw new DomainError('ARCHIVE_LIMIT', { limit: 'words', most: kind.most });
}

export function noteWord({ record }: Tx<'record'>, cabinet: Cabinet, payload: Readonly<Record<string, unknown>>): void {
  record({ action: 'DOCUMENT_WORDS_CHANGED', targetType: 'cabinet', targetId: cabinet.id, payload });
}
