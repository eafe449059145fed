import type { Cabinet, CabinetColour } from '../../../entities/archive/cabinet.entity.ts';
import { DocumentType } from '../../../entities/archive/document-words.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { lengthOf } from '../../kernel/text.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import { takeTurn } from '../../platform/exclusive.ts';
import { lockCabinet, requireWritable } from '../access/require.ts';
import { cabinetName, cabinetNameKey, requireFreeCabinetName } from './cabinet-name.ts';

type Changing = 'em' | 'actor' | 'now' | 'record';

export interface UpdateCabinet {
  readonly id: string;
  readonly description?: string | null | undefined;
  readonly colour?: CabinetColour | null | undefined;
  readonly trashDays?: number | null | undefined;
  /** The type of documents that come without one; null for none. */
  readonly defaultTypeId?: string | null | undefined;
  readonly sharesByContributors?: boolean | null | undefined;
}

const mostSymbols = 2_000;

/** Changes what is said of a cabinet; what is absent stays. Errors: NOT_FOUND, FORBIDDEN, CABINET_ARCHIVED, INPUT_INVALID. */
export const updateCabinet: UseCase<Changing, UpdateCabinet, Cabinet> = async (tx, { id, ...given }) => {
  const cabinet = await lockCabinet(tx, id, 'cabinet:update');
  requireWritable(cabinet);
  if (given.description !== undefined) cabinet.description = described(given.description);
  cabinet.colour = given.colour ?? cabinet.colour;
  cabinet.trashDays = daysOf(given.trashDays ?? cabinet.trashDays);
  cabinet.sharesByContributors = given.sharesByContributors ?? cabinet.sharesByContributors;
  if (given.defaultTypeId !== undefined) cabinet.defaultTypeId = await typeOf(tx, cabinet, given.defaultTypeId);
  const changed = Object.keys(given).filter((name) => given[name as keyof typeof given] !== undefined);
  tx.record({ action: 'CABINET_UPDATED', targetType: 'cabinet', targetId: id, payload: { changed } });
  return cabinet;
};

/** Gives a cabinet another name. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, CABINET_ARCHIVED, INPUT_INVALID. */
export const renameCabinet: UseCase<Changing, { readonly id: string; readonly name: string }, Cabinet> = async (
  tx,
  { id, name: given },
) => {
  const name = cabinetName(given);
  const cabinet = await lockCabinet(tx, id, 'cabinet:update');
  requireWritable(cabinet);
  const ownerId = cabinet.owner.id;
  await takeTurn(tx, 'cabinets', ownerId);
  await requireFreeCabinetName(tx, { ownerId, name, exceptId: id });
  Object.assign(cabinet, { name, nameKey: cabinetNameKey(ownerId, name) });
  tx.record({ action: 'CABINET_UPDATED', targetType: 'cabinet', targetId: id, payload: { changed: ['name'] } });
  return cabinet;
};

function described(given: string | null): string | null {
  const text = given?.trim() || null;
  if (text !== null && lengthOf(text) > mostSymbols) throw fieldError('input.description', 'maxLength');
  return text;
}

function daysOf(days: number): number {
  if (!Number.isInteger(days) || days < 1 || days > 365) throw fieldError('input.trashDays', 'range');
  return days;
}

async function typeOf({ em }: Tx<'em'>, cabinet: Cabinet, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const type = isId(id) ? await em.findOne(DocumentType, { id, cabinet }) : null;
  if (type === null) throw new DomainError('NOT_FOUND');
  return type.id;
}
