import { LockMode } from '@mikro-orm/core';
import { PriceItem } from '../../entities/catalog/price-item.entity.ts';
import { DomainError, fieldError } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import { isSameName } from '../kernel/text.ts';
import type { Tx } from '../platform/context.ts';
import type { PriceFields } from './note-change.ts';

/** Every item, locked: changes of the list come one after the other, so that names and places are looked at and kept in one step. */
export const lockPriceList = ({ em }: Tx<'em'>): Promise<PriceItem[]> =>
  em.find(PriceItem, {}, { orderBy: { position: 'asc', id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE });

/** One of the list that is not archived. Errors: NOT_FOUND, ACTION_NOT_ALLOWED. */
export function livingItem(list: readonly PriceItem[], id: string): PriceItem {
  const item = isId(id) ? list.find((each) => each.id === id) : undefined;
  if (item === undefined) throw new DomainError('NOT_FOUND');
  if (item.archivedAt !== null) throw new DomainError('ACTION_NOT_ALLOWED', { because: 'ARCHIVED' });
  return item;
}

/**
 * Names are unique whatever their case and accents, also among archived items; an urgent order takes no longer than another; a pack
 * costs what its price says, so that its minimum is no more than that.
 */
export function requireSound(list: readonly PriceItem[], fields: PriceFields, id?: string): void {
  if (list.some((each) => each.id !== id && isSameName(each.name, fields.name)))
    throw fieldError('input.name', 'isUnique');
  const { turnaroundWorkingDays: usual, rushWorkingDays: rush } = fields;
  if (rush !== null && (usual === null || rush > usual)) throw fieldError('input.rushWorkingDays', 'max');
  const { unit, minimumCents, priceCents } = fields;
  if (unit === 'PACK' && (minimumCents ?? 0) > priceCents) throw fieldError('input.minimumCents', 'max');
}
