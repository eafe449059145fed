import { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { foldText } from '../../kernel/fold.ts';
import { lengthOf } from '../../kernel/text.ts';
import type { Tx } from '../../platform/context.ts';
import { nameKey, placedName } from '../name-key.ts';

const mostSymbols = 120;

/** The name of a cabinet as it is kept: 1 to 120 characters. `INPUT_INVALID` otherwise. */
export function cabinetName(given: string): string {
  const name = placedName(given, 'input.name');
  if (lengthOf(name) > mostSymbols) throw fieldError('input.name', 'maxLength');
  return name;
}

/** Of one owner, in any case and with any accent. */
export const cabinetNameKey = (ownerId: string, name: string): string => nameKey(ownerId, foldText(name));

/** Refuses a name that another cabinet of the owner has: `NAME_TAKEN`. The caller is alone with the owner's cabinets. */
export async function requireFreeCabinetName(
  { em }: Tx<'em'>,
  { ownerId, name, exceptId }: { readonly ownerId: string; readonly name: string; readonly exceptId?: string },
): Promise<void> {
  const other = await em.findOne(Cabinet, { nameKey: cabinetNameKey(ownerId, name) });
  if (other !== null && other.id !== exceptId) throw new DomainError('NAME_TAKEN', { name });
}
