import type { Tx } from '../../platform/context.ts';
import { slotFreed } from '../events.ts';
import { release } from './occupy.ts';

/** Frees what a booking or a hold takes, and says so. */
export async function freeTime(
  tx: Tx<'em' | 'emit'>,
  { referenceId, artisanId }: { readonly referenceId: string; readonly artisanId: string },
): Promise<void> {
  for (const { from, to } of await release(tx, referenceId))
    tx.emit(slotFreed, { artisanId, from: from.toISOString(), to: to.toISOString() });
}
