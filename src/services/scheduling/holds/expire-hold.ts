import type { Tx } from '../../platform/context.ts';
import { publishAgenda } from '../live.ts';
import { freeTime } from '../occupancy/free-time.ts';
import { findLockedHold, moveHold } from './slot-holds.ts';

/** Ends a hold whose time is over: the slot is free from now on. False when it is not, or somebody was faster. */
export async function expireHold(tx: Tx<'em' | 'now' | 'emit' | 'publish'>, id: string): Promise<boolean> {
  const hold = await findLockedHold(tx, { id });
  if (hold === null || hold.status !== 'HELD' || hold.expiresAt > tx.now) return false;
  moveHold(hold, 'expire');
  await freeTime(tx, { referenceId: id, artisanId: hold.artisan.id });
  publishAgenda(tx, hold.artisan.id);
  return true;
}
