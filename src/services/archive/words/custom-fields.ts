import { CustomField, type CustomFieldKind } from '../../../entities/archive/document-words.entity.ts';
import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { lengthOf } from '../../kernel/text.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import { lockCabinet, requireWritable } from '../access/require.ts';
import { nameKey, placedName } from '../name-key.ts';
import { noteWord } from './words.ts';

type Changing = 'em' | 'actor' | 'now' | 'record';

export interface CreateCustomField extends Keyed {
  readonly cabinetId: string;
  readonly name: string;
  readonly kind: CustomFieldKind;
  /** Of a CHOICE: 1 to 50. */
  readonly choices?: readonly string[] | null | undefined;
}

export const mostFields = 30;
const longestName = 60;

/** A value that documents of a cabinet may have. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, ARCHIVE_LIMIT, INPUT_INVALID. */
export const createCustomField = keyed<Changing, CreateCustomField, CustomField>(
  'createCustomField',
  async (tx, input) => {
    const cabinet = await lockCabinet(tx, input.cabinetId, 'cabinet:update');
    requireWritable(cabinet);
    const position = await tx.em.count(CustomField, { cabinet });
    if (position >= mostFields) throw new DomainError('ARCHIVE_LIMIT', { limit: 'fields', most: mostFields });
    const choices = choicesOf(input.kind, input.choices ?? []);
    const named = await freeName(tx, cabinet, { name: input.name });
    const field = tx.em.create(CustomField, { cabinet, ...named, kind: input.kind, choices, position });
    noteWord(tx, cabinet, { kind: 'FIELD', id: field.id, verb: 'create' });
    return field;
  },
  ({ em }, id) => em.findOneOrFail(CustomField, { id }),
);

export interface UpdateCustomField {
  readonly id: string;
  readonly name?: string | null | undefined;
  readonly choices?: readonly string[] | null | undefined;
}

/** Another name, or other choices: what documents have stays. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, INPUT_INVALID. */
export const updateCustomField: UseCase<Changing, UpdateCustomField, CustomField> = async (
  tx,
  { id, name, choices },
) => {
  const { cabinet, field } = await openField(tx, id);
  if (name) Object.assign(field, await freeName(tx, cabinet, { name, exceptId: id }));
  if (choices) field.choices = choicesOf(field.kind, choices);
  noteWord(tx, cabinet, { kind: 'FIELD', id, verb: 'update' });
  return field;
};

/** Documents have this value no more. Errors: NOT_FOUND, FORBIDDEN, CABINET_ARCHIVED. */
export const deleteCustomField: UseCase<Changing, { readonly id: string }, Cabinet> = async (tx, { id }) => {
  const { cabinet, field } = await openField(tx, id);
  tx.em.remove(field);
  noteWord(tx, cabinet, { kind: 'FIELD', id, verb: 'delete' });
  return cabinet;
};

async function openField(tx: Tx<Changing>, id: string): Promise<{ cabinet: Cabinet; field: CustomField }> {
  const seen = isId(id) ? await tx.em.findOne(CustomField, { id }) : null;
  if (seen === null) throw new DomainError('NOT_FOUND');
  const cabinet = await lockCabinet(tx, seen.cabinet.id, 'cabinet:update');
  requireWritable(cabinet);
  const field = await tx.em.findOne(CustomField, { id }, { refresh: true });
  if (field === null) throw new DomainError('NOT_FOUND');
  return { cabinet, field };
}

async function freeName(
  { em }: Tx<'em'>,
  cabinet: Cabinet,
  { name: given, exceptId }: { readonly name: string; readonly exceptId?: string },
): Promise<{ readonly name: string; readonly nameKey: string }> {
  const name = placedName(given, 'input.name');
  if (lengthOf(name) > longestName) throw fieldError('input.name', 'maxLength');
  const key = nameKey(cabinet.id, name);
  const other = await em.findOne(CustomField, { nameKey: key });
  if (other !== null && other.id !== exceptId) throw new DomainError('NAME_TAKEN', { name });
  return { name, nameKey: key };
}

function choicesOf(kind: CustomFieldKind, given: readonly string[]): readonly string[] {
  const choices = [...new Set(given.map((one) => one.trim()).filter(Boolean))];
  const isRight = kind === 'CHOICE' ? choices.length > 0 && choices.length <= 50 : choices.length === 0;
  if (!isRight || choices.some((one) => lengthOf(one) > longestName)) throw fieldError('input.choices', 'range');
  return choices;
}
