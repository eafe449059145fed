import { LockMode } from '@mikro-orm/core';
import { CalendarConnection } from '../../../entities/calendars/calendar-connection.entity.ts';
import type { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/context.ts';
import { loadArtisan } from '../../scheduling/index.ts';

/** A connection, locked, for whoever manages the agenda; for anyone else there is none, as for one that was disconnected. */
export async function loadConnection(
  tx: Tx<'em' | 'actor'>,
  id: string,
): Promise<{ readonly connection: CalendarConnection; readonly artisan: Artisan }> {
  const connection = isId(id)
    ? await tx.em.findOne(CalendarConnection, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null;
  if (connection === null || connection.status === 'DISCONNECTED') throw new DomainError('NOT_FOUND');
  return { connection, artisan: await loadArtisan(tx, connection.artisan.id, 'calendar:manage') };
}
