import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { Correspondent, CustomField, DocumentType, Tag } from '../../../entities/archive/document-words.entity.ts';
import { DocumentTag, type CustomValues, type Document } from '../../../entities/archive/document.entity.ts';
import type { Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { cabinetAccess, mayInCabinet } from '../access/cabinet-access.ts';
import { nameKey } from '../name-key.ts';
import { carryField } from './carry-field.ts';
import { mostWordsOf, noteWord, permissionOf, wordEntityOf, type Word, type WordKind } from './words.ts';

/** What is said of a document, in the words of another cabinet. */
export interface CarriedWords {
  readonly type: DocumentType | null;
  readonly correspondent: Correspondent | null;
  readonly tags: readonly Tag[];
  readonly customValues: CustomValues;
  /** Names of what the other cabinet has not, and the actor may not make there. */
  readonly leftBehind: readonly string[];
}

export type Carrying = Tx<'em' | 'actor' | 'now' | 'record'>;

/** The locked cabinet that a document comes into, and what its actor may do there. */
export interface CarryTarget {
  readonly cabinet: Cabinet;
  /** Types and fields are its managers'. */
  readonly mayDefine: boolean;
  readonly mayFile: boolean;
}

/**
 * Finds the type, correspondent, tags and fields of a document in another cabinet, by their names; makes those that are missing, where the
 * actor may and the limits allow it, and names the others.
 */
export async function carryWords(
  tx: Carrying,
  { document, into }: { readonly document: Document; readonly into: Cabinet },
): Promise<CarriedWords> {
  const access = await cabinetAccess(writing(tx.em).db, tx, into.id);
  const target = {
    cabinet: into,
    mayDefine: mayInCabinet(tx.actor, access, permissionOf('TYPE')),
    mayFile: mayInCabinet(tx.actor, access, permissionOf('TAG')),
  };
  const leftBehind: string[] = [];
  const carry = async <W extends Word>(kind: WordKind, word: W | null): Promise<W | null> => {
    const carried = word === null ? null : await carryWord(tx, target, { kind, word });
    if (carried === null && word !== null) leftBehind.push(word.name);
    return carried as W | null;
  };
  const type = await carry<DocumentType>('TYPE', await found(tx, DocumentType, document.type?.id));
  const correspondent = await carry<Correspondent>(
    'CORRESPONDENT',
    await found(tx, Correspondent, document.correspondent?.id),
  );
  const tags: Tag[] = [];
  for (const { tag } of await tx.em.find(DocumentTag, { document }, { orderBy: { tag: 'asc' } })) {
    const carried = await carry<Tag>('TAG', await found(tx, Tag, tag.id));
    if (carried !== null) tags.push(carried);
  }
  const { customValues, without } = await carryValues(tx, target, document.customValues);
  return { type, correspondent, tags, customValues, leftBehind: [...leftBehind, ...without] };
}

const found = <W extends Word>({ em }: Carrying, entity: unknown, id: string | undefined): Promise<W | null> =>
  id === undefined ? Promise.resolve(null) : (em.findOne(entity as typeof Tag, { id }) as Promise<W | null>);

async function carryWord(
  tx: Carrying,
  target: CarryTarget,
  { kind, word }: { readonly kind: WordKind; readonly word: Word },
): Promise<Word | null> {
  const { cabinet } = target;
  const entity = wordEntityOf(kind);
  const key = nameKey(cabinet.id, word.name);
  const known = await tx.em.findOne(entity, { nameKey: key });
  if (known !== null) return known as unknown as Word;
  const isAllowed = kind === 'TYPE' ? target.mayDefine : target.mayFile;
  if (!isAllowed || (await tx.em.count(entity, { cabinet })) >= mostWordsOf(kind)) return null;
  const made = tx.em.create(entity, { cabinet, name: word.name, nameKey: key, ...ruleOf(word) });
  await tx.em.flush();
  noteWord(tx, cabinet, { kind, id: made.id, verb: 'create' });
  return made as unknown as Word;
}

/** What a word says beside its name. */
function ruleOf(word: Word): object {
  if ('keepMonths' in word) {
    const { keepMonths, since, then, ground } = word;
    return { keepMonths, since, then, ground };
  }
  return 'colour' in word ? { colour: word.colour } : {};
}

async function carryValues(
  tx: Carrying,
  target: CarryTarget,
  values: CustomValues,
): Promise<{ readonly customValues: CustomValues; readonly without: readonly string[] }> {
  const carried: Record<string, CustomValues[string]> = {};
  const without: string[] = [];
  const fields = await tx.em.find(CustomField, { id: { $in: Object.keys(values) } }, { orderBy: { position: 'asc' } });
  for (const field of fields) {
    const value = values[field.id] as CustomValues[string];
    const counterpart = await carryField(tx, target, { field, value });
    if (counterpart === null) without.push(field.name);
    else carried[counterpart.id] = value;
  }
  return { customValues: carried, without };
}
