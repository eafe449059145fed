import { LockMode } from '@mikro-orm/core';
import { GuestOrder } from '../../../entities/orders/guest-order.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { fingerprint } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/context.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import { numberedSecret, type OpenedByToken } from '../../platform/mailed-tokens.ts';

export { takeTokenTry as takeTry } from '../../platform/mailed-tokens.ts';

/** The present token of a guest order. */
export const resumeSecret = (derived: DerivedSecrets, guest: OpenedByToken): string =>
  numberedSecret(derived, 'guest-order', guest);

/** The secret of the link that gives a paid order to the account of its address. */
export const attachSecret = (derived: DerivedSecrets, guestOrderId: string): string =>
  derived.of('guest-order-attach', guestOrderId);

/**
 * The guest order that a token opens, locked until the commit. TOKEN_INVALID for what opens nothing, GUEST_ORDER_EXPIRED
 * once it is over without a payment.
 */
export async function openByToken({ em, now }: Tx<'em' | 'now'>, token: string): Promise<GuestOrder> {
  const guest = await em.findOne(
    GuestOrder,
    { resumeTokenHash: fingerprint(token) },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (guest === null) throw new DomainError('TOKEN_INVALID');
  requireAlive(guest, now);
  return guest;
}

export function requireAlive({ status, expiresAt }: Pick<GuestOrder, 'status' | 'expiresAt'>, now: Date): void {
  if (status === 'EXPIRED' || (status !== 'COMPLETED' && expiresAt <= now))
    throw new DomainError('GUEST_ORDER_EXPIRED');
}
