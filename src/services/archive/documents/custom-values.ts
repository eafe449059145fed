import { CustomField, type CustomFieldKind } from '../../../entities/archive/document-words.entity.ts';
import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import type { CustomValues } from '../../../entities/archive/document.entity.ts';
import { fieldError } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/context.ts';

/** A value of a custom field as it is given: a text, whatever the kind of the field; null takes it away. */
export interface GivenValue {
  readonly fieldId: string;
  readonly value?: string | null | undefined;
}

const longestText = 500;
const path = 'input.customValues';

type Reader = (text: string, choices: readonly string[]) => string | number | boolean | undefined;

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().slice(0, 10) === text;

/** What each kind makes of a text; undefined for what is none. An amount is in minor units. */
const readers: Readonly<Record<CustomFieldKind, Reader>> = {
  TEXT: (text) => (text.length <= longestText ? text : undefined),
  NUMBER: (text) => (/^-?\d{1,15}(\.\d{1,6})?$/.test(text) ? Number(text) : undefined),
  DATE: (text) => (isDate(text) ? text : undefined),
  MONEY: (text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : undefined),
  CHOICE: (text, choices) => (choices.includes(text) ? text : undefined),
  BOOLEAN: (text) => (text === 'true' || text === 'false' ? text === 'true' : undefined),
};

/** The values of a document after these are given; what is not named stays. `INPUT_INVALID` for a value its field does not take. */
export async function changedValues(
  { em }: Tx<'em'>,
  { cabinet, present, given }: { cabinet: Cabinet; present: CustomValues; given: readonly GivenValue[] },
): Promise<CustomValues> {
  const fields = await em.find(CustomField, { cabinet, id: { $in: given.map(({ fieldId }) => fieldId) } });
  const values: Record<string, string | number | boolean> = { ...present };
  for (const [i, { fieldId, value }] of given.entries()) {
    const field = fields.find(({ id }) => id === fieldId);
    if (field === undefined) throw fieldError(`${path}[${i}].fieldId`, 'exists');
    if (value === null || value === undefined) {
      delete values[fieldId];
      continue;
    }
    const read = readers[field.kind](value.trim(), field.choices);
    if (read === undefined) throw fieldError(`${path}[${i}].value`, field.kind);
    values[fieldId] = read;
  }
  return values;
}
