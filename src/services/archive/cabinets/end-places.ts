import { CabinetMember } from '../../../entities/archive/cabinet-member.entity.ts';
import type { Tx } from '../../platform/context.ts';
import { lockAnyCabinet } from '../access/require.ts';
import { endPlace } from './end-access.ts';

/** In one transaction; the rest is done the next time. */
const some = 100;

/** Ends the places whose time is over: they open nothing since, now they are gone, and their holders are notified. */
export async function endPlaces(tx: Tx<'em' | 'actor' | 'now' | 'record' | 'emit'>): Promise<void> {
  const over = await tx.em.find(
    CabinetMember,
    { expiresAt: { $lte: tx.now } },
    { limit: some, orderBy: { cabinet: 'asc', id: 'asc' } },
  );
  for (const { id, cabinet: inCabinet } of over) {
    const cabinet = await lockAnyCabinet(tx, inCabinet.id);
    const member = await tx.em.findOne(CabinetMember, { id, expiresAt: { $lte: tx.now } }, { refresh: true });
    if (member !== null) await endPlace(tx, cabinet, member);
  }
}
