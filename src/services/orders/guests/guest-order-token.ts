import { LockMode } from '@mikro-orm/core';
import { GuestOrder } from '../../../entities/orders/guest-order.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';

/** The present token of a guest order, 256 bits: made from its id and the number of the token, and stored nowhere. */
export const resumeSecret = (
  derived: DerivedSecrets,
  { id, tokenNumber }: Pick<GuestOrder, 'id' | 'tokenNumber'>,
): string => derived.of('guest-order', id, String(tokenNumber));

/** The secret of the link that gives a paid order to the account of its address. */
export const attachSecret = (derived: DerivedSecrets, guestOrderId: string): string =>
  derived.of('guest-order-attach', guestOrderId);

/** Sixty tries in a quarter of an hour and address. */
export const takeTry = ({ limits, actor }: Pick<AppContext, 'limits' | 'actor'>): Promise<void> | void =>
  limits.take('guest-token/address', subscriberOf(actor.address));

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
