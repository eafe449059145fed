import { LockMode } from '@mikro-orm/core';
import { GuestOrder } from '../../../entities/orders/guest-order.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { handOverPayment, type ConfirmationContext } from '../../billing/index.ts';
import { storeRegistrationConsents } from '../../identity/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { Operation } from '../../platform/context.ts';
import { orderPath } from '../order-path.ts';
import { orderSubject } from '../order-subject.ts';
import { billOf } from './billable-guest-order.ts';
import { guestOrderSubject } from './guest-order-subject.ts';
import { takeTry } from './guest-order-token.ts';
import { forgottenGuest } from './move-guest-order.ts';
import { placeGuestOrder } from './place-guest-order.ts';

/**
 * The mailed link was followed: the paid order becomes an order of the account of its address, which is invoiced. Once.
 * Errors: TOKEN_INVALID, GUEST_ORDER_EXPIRED.
 */
export const attachGuestOrder: Operation<'run' | 'limits' | 'actor', { readonly token: string }, string> = async (
  ctx,
  { token },
) => {
  await takeTry(ctx);
  return ctx.run(attach, token);
};

async function attach(tx: ConfirmationContext, token: string): Promise<string> {
  const guest = await tx.em.findOne(
    GuestOrder,
    { activationTokenHash: fingerprint(token) },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (guest === null) throw new DomainError('TOKEN_INVALID');
  if (guest.tokenExpiresAt === null || guest.tokenExpiresAt <= tx.now) throw new DomainError('GUEST_ORDER_EXPIRED');
  const user = await tx.em.findOne(
    User,
    { id: guest.user?.id ?? '', email: guest.email, status: ['PENDING', 'ACTIVE'] },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  // Suspended, erased, or of another address by now: the link was mailed to somebody else.
  if (user === null) throw new DomainError('TOKEN_INVALID');
  await give(tx, guest, user);
  return guest.id;
}

async function give(tx: ConfirmationContext, guest: GuestOrder, user: User): Promise<void> {
  storeRegistrationConsents(tx, user, guest);
  const order = await placeGuestOrder(tx, { guest, user, paymentId: null });
  const bill = billOf(guest, { payer: { userId: user.id }, returnPath: orderPath(order.id) });
  await handOverPayment(tx, { from: guestOrderSubject(guest.id), to: orderSubject(order.id), bill });
  crashPoint('after-guest-order-attached');
  Object.assign(guest, forgottenGuest, { activationTokenHash: null, tokenExpiresAt: null });
  tx.record({
    action: 'GUEST_ORDER_CHANGED',
    targetType: 'command',
    targetId: guest.id,
    payload: { verb: 'attach', orderId: order.id },
  });
}
