import { DomainError } from '../../kernel/errors.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import { publishAgenda } from '../live.ts';
import { freeTime } from '../occupancy/free-time.ts';
import { keepUntil } from '../occupancy/occupy.ts';
import { slotHoldStates } from '../slot-hold.states.ts';
import { findLockedHold, holdMs, liveHold, moveHold } from './slot-holds.ts';
import type { HeldSlot } from './hold-slot.ts';

export interface HoldByToken {
  readonly holdToken: string;
}

/** Keeps a slot for ten minutes from now, once. Errors: TOKEN_INVALID, HOLD_EXPIRED, ACTION_NOT_ALLOWED the second time. */
export const renewHold: UseCase<'em' | 'now', HoldByToken, HeldSlot> = async (tx, { holdToken }) => {
  const hold = await liveHold(tx, holdToken);
  if (hold.renewedAt !== null) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'renew', status: hold.status });
  transition(slotHoldStates, hold, 'renew');
  const expiresAt = new Date(tx.now.getTime() + holdMs);
  Object.assign(hold, { renewedAt: tx.now, expiresAt });
  await keepUntil(tx, hold.id, expiresAt);
  const { artisan, startsAt, endsAt } = hold;
  return { holdToken, artisanId: artisan.id, startsAt, endsAt, expiresAt };
};

/** Gives a slot back; one that is over already is none any more. Errors: TOKEN_INVALID. */
export const releaseHold: UseCase<'em' | 'now' | 'emit' | 'publish', HoldByToken, boolean> = async (
  tx: Tx<'em' | 'now' | 'emit' | 'publish'>,
  { holdToken },
) => {
  const hold = await findLockedHold(tx, { tokenHash: fingerprint(holdToken) });
  if (hold === null) throw new DomainError('TOKEN_INVALID');
  if (hold.status !== 'HELD') return false;
  moveHold(hold, 'release');
  await freeTime(tx, { referenceId: hold.id, artisanId: hold.artisan.id });
  publishAgenda(tx, hold.artisan.id);
  return true;
};
