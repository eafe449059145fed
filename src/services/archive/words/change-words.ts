import {
  Correspondent,
  DocumentType,
  Tag,
  type KeepingEnd,
  type KeepingStart,
} from '../../../entities/archive/document-words.entity.ts';
import type { CabinetColour } from '../../../entities/archive/cabinet.entity.ts';
import { Document } from '../../../entities/archive/document.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { foldText } from '../../kernel/fold.ts';
import type { UseCase } from '../../platform/context.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import { freeWord, noteWord, openWord, openWords, requireWordLimit, type Word, type WordKind } from './words.ts';

type Changing = 'em' | 'actor' | 'now' | 'record' | 'config';

interface NewWord extends Keyed {
  readonly cabinetId: string;
  readonly name: string;
}

interface ChangedWord {
  readonly id: string;
  readonly name?: string | null | undefined;
}

export interface KeepingRule {
  readonly keepMonths?: number | null | undefined;
  readonly since?: KeepingStart | null | undefined;
  readonly then?: KeepingEnd | null | undefined;
  readonly ground?: string | null | undefined;
}

const given = <T extends object>(facts: T): Partial<T> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<T>;

/** A new type of documents. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, ARCHIVE_LIMIT, CABINET_ARCHIVED, INPUT_INVALID. */
export const createDocumentType = keyed<Changing, NewWord & KeepingRule, DocumentType>(
  'createDocumentType',
  async (tx, { cabinetId, name, keepMonths = null, since, then, ground = null }) => {
    const opened = await openWords(tx, cabinetId, 'TYPE');
    await requireWordLimit(tx, opened);
    const named = await freeWord(tx, opened, { name });
    const rule = { keepMonths, since: since ?? 'DOCUMENT_DATE', then: then ?? 'REVIEW', ground } as const;
    const type = tx.em.create(DocumentType, { cabinet: opened.cabinet, ...named, ...rule });
    noteWord(tx, opened.cabinet, { kind: 'TYPE', id: type.id, verb: 'create' });
    return type;
  },
  ({ em }, id) => em.findOneOrFail(DocumentType, { id }),
);

/**
 * Another name for a type, or what is said of it. How long documents that have it are kept stays as it was frozen. Errors: NOT_FOUND,
 * FORBIDDEN, NAME_TAKEN, CABINET_ARCHIVED, INPUT_INVALID.
 */
export const updateDocumentType: UseCase<Changing, ChangedWord & KeepingRule, DocumentType> = async (
  tx,
  { id, name, ...rule },
) => {
  const opened = await openWord<DocumentType>(tx, id, 'TYPE');
  const { word, cabinet } = opened;
  if (name) {
    Object.assign(word, await freeWord(tx, opened, { name, exceptId: id }));
    await tx.em.nativeUpdate(Document, { type: id }, { typeFolded: foldText(word.name) });
  }
  Object.assign(word, given(rule));
  noteWord(tx, cabinet, { kind: 'TYPE', id, verb: 'update' });
  return word;
};

/** Somebody whom documents are from or to. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, ARCHIVE_LIMIT, CABINET_ARCHIVED, INPUT_INVALID. */
export const createCorrespondent = keyed<Changing, NewWord, Correspondent>(
  'createCorrespondent',
  async (tx, { cabinetId, name }) => {
    const opened = await openWords(tx, cabinetId, 'CORRESPONDENT');
    await requireWordLimit(tx, opened);
    const correspondent = tx.em.create(Correspondent, {
      cabinet: opened.cabinet,
      ...(await freeWord(tx, opened, { name })),
    });
    noteWord(tx, opened.cabinet, { kind: 'CORRESPONDENT', id: correspondent.id, verb: 'create' });
    return correspondent;
  },
  ({ em }, id) => em.findOneOrFail(Correspondent, { id }),
);

/** Another name for a correspondent. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, CABINET_ARCHIVED, INPUT_INVALID. */
export const updateCorrespondent: UseCase<Changing, ChangedWord, Correspondent> = async (tx, { id, name }) => {
  const opened = await openWord<Correspondent>(tx, id, 'CORRESPONDENT');
  if (name) Object.assign(opened.word, await freeWord(tx, opened, { name, exceptId: id }));
  noteWord(tx, opened.cabinet, { kind: 'CORRESPONDENT', id, verb: 'update' });
  return opened.word;
};

/** A tag. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, ARCHIVE_LIMIT, CABINET_ARCHIVED, INPUT_INVALID. */
export const createTag = keyed<Changing, NewWord & { readonly colour?: CabinetColour | null | undefined }, Tag>(
  'createTag',
  async (tx, { cabinetId, name, colour }) => {
    const opened = await openWords(tx, cabinetId, 'TAG');
    await requireWordLimit(tx, opened);
    const named = await freeWord(tx, opened, { name });
    const tag = tx.em.create(Tag, { cabinet: opened.cabinet, ...named, colour: colour ?? 'GREY' });
    noteWord(tx, opened.cabinet, { kind: 'TAG', id: tag.id, verb: 'create' });
    return tag;
  },
  ({ em }, id) => em.findOneOrFail(Tag, { id }),
);

/** Another name or colour for a tag. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, CABINET_ARCHIVED, INPUT_INVALID. */
export const updateTag: UseCase<
  Changing,
  ChangedWord & { readonly colour?: CabinetColour | null | undefined },
  Tag
> = async (tx, { id, name, colour }) => {
  const opened = await openWord<Tag>(tx, id, 'TAG');
  if (name) Object.assign(opened.word, await freeWord(tx, opened, { name, exceptId: id }));
  opened.word.colour = colour ?? opened.word.colour;
  noteWord(tx, opened.cabinet, { kind: 'TAG', id, verb: 'update' });
  return opened.word;
};

export interface MergeWords {
  /** The word that goes. */
  readonly fromId: string;
  /** The word of the same cabinet that its documents have from now on. */
  readonly intoId: string;
}

/**
 * Makes one word of two: documents of the first have the second, and the first goes. A type never shortens how long they are kept. Errors:
 * NOT_FOUND, FORBIDDEN, CABINET_ARCHIVED.
 */
const merging =
  (kindOf: WordKind): UseCase<Changing, MergeWords, Word> =>
  async (tx, { fromId, intoId }) => {
    if (fromId === intoId) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'merge' });
    const { word: from, cabinet, kind } = await openWord(tx, fromId, kindOf);
    const into = (await tx.em.findOne(kind.entity, { id: intoId, cabinet })) as unknown as Word | null;
    if (into === null) throw new DomainError('NOT_FOUND');
    await kind.replace(tx, fromId, { id: intoId, folded: foldText(into.name) });
    if (cabinet.defaultTypeId === fromId) cabinet.defaultTypeId = intoId;
    tx.em.remove(from);
    noteWord(tx, cabinet, { kind: kindOf, id: fromId, into: intoId, verb: 'merge' });
    return into;
  };

export const mergeDocumentTypes = merging('TYPE') as UseCase<Changing, MergeWords, DocumentType>;
export const mergeCorrespondents = merging('CORRESPONDENT') as UseCase<Changing, MergeWords, Correspondent>;
export const mergeTags = merging('TAG') as UseCase<Changing, MergeWords, Tag>;
