import { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/context.ts';

/** More cabinets are no order any more. */
const mostCabinets = 200;

/** Refuses one more cabinet to whoever has 200: ARCHIVE_LIMIT. The caller is alone with the owner's cabinets. */
export async function requireCabinetLimit({ em }: Tx<'em'>, ownerId: string): Promise<void> {
  const count = await em.count(Cabinet, { owner: ownerId, status: { $ne: 'DESTROYED' } });
  if (count >= mostCabinets) throw new DomainError('ARCHIVE_LIMIT', { limit: 'cabinets', most: mostCabinets });
}
