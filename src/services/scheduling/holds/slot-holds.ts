import { LockMode } from '@mikro-orm/core';
import { SlotHold } from '../../../entities/scheduling/slot-hold.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { slotHoldStates, type SlotHoldVerb } from '../slot-hold.states.ts';

/** How long a slot is kept while its form is filled in, and again when that is renewed. */
export const holdMs = 10 * 60_000;

/** A hold, locked until the commit; null when there is none. */
export const findLockedHold = (
  { em }: Tx<'em'>,
  which: { readonly id: string } | { readonly tokenHash: string },
): Promise<SlotHold | null> => em.findOne(SlotHold, which, { lockMode: LockMode.PESSIMISTIC_WRITE });

/** The hold of a token, locked. Errors: TOKEN_INVALID, HOLD_EXPIRED once it is over or used. */
export async function liveHold({ em, now }: Tx<'em' | 'now'>, token: string): Promise<SlotHold> {
  const hold = await findLockedHold({ em }, { tokenHash: fingerprint(token) });
  if (hold === null) throw new DomainError('TOKEN_INVALID');
  if (hold.status !== 'HELD' || hold.expiresAt <= now) throw new DomainError('HOLD_EXPIRED');
  return hold;
}

/** Moves a hold by a verb. One that is over gives its seat among those of its network back. */
export function moveHold(hold: SlotHold, verb: Exclude<SlotHoldVerb, 'renew'>): void {
  transition(slotHoldStates, hold, verb);
  hold.networkSeat = null;
}
