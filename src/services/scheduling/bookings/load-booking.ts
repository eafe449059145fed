import { LockMode } from '@mikro-orm/core';
import { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import type { Permission } from '../../access/permissions.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/context.ts';
import { isOwnAgenda } from '../load-artisan.ts';

/** The booking, locked until the commit; null when there is none. */
export const findLockedBooking = async ({ em }: Tx<'em'>, id: string): Promise<Booking | null> =>
  isId(id) ? em.findOne(Booking, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;

/** The booking, locked, for those whose agenda it is in; for anyone else there is none. */
export async function loadAgendaBooking(tx: Tx<'em' | 'actor'>, id: string, permission: Permission): Promise<Booking> {
  requirePermission(tx.actor, permission);
  const booking = await findLockedBooking(tx, id);
  if (booking === null) throw new DomainError('NOT_FOUND');
  const artisan = await tx.em.findOneOrFail(Artisan, { id: booking.artisan.id });
  if (!isOwnAgenda(tx.actor, artisan)) throw new DomainError('NOT_FOUND');
  return booking;
}
