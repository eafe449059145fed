import { CustomField } from '../../../entities/archive/document-words.entity.ts';
import type { CustomValues } from '../../../entities/archive/document.entity.ts';
import { nameKey } from '../name-key.ts';
import type { Carrying, CarryTarget } from './carry-words.ts';
import { mostFields } from './custom-fields.ts';
import { noteWord } from './words.ts';

/** The field of that name in another cabinet, where it takes the value; one that is missing is made. Null for neither. */
export async function carryField(
  tx: Carrying,
  { cabinet, mayDefine }: CarryTarget,
  { field, value }: { readonly field: CustomField; readonly value: CustomValues[string] },
): Promise<CustomField | null> {
  const { name, kind, choices } = field;
  const key = nameKey(cabinet.id, name);
  const known = await tx.em.findOne(CustomField, { nameKey: key });
  if (known !== null) return takes(known, field, value) ? known : null;
  const position = await tx.em.count(CustomField, { cabinet });
  if (!mayDefine || position >= mostFields) return null;
  const made = tx.em.create(CustomField, { cabinet, name, nameKey: key, kind, choices, position });
  await tx.em.flush();
  noteWord(tx, cabinet, { kind: 'FIELD', id: made.id, verb: 'create' });
  return made;
}

const takes = (known: CustomField, { kind }: CustomField, value: CustomValues[string]): boolean =>
  known.kind === kind && (kind !== 'CHOICE' || known.choices.includes(String(value)));
