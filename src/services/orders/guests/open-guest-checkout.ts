import { LockMode } from '@mikro-orm/core';
import { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import { GuestOrder } from '../../../entities/orders/guest-order.entity.ts';
import { openCheckout, type CheckoutSession } from '../../billing/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import { billableGuestOrder, describeGuestOrder } from './billable-guest-order.ts';
import { guestOrderSubjectType } from './guest-order-subject.ts';
import { openByToken, takeTry } from './guest-order-token.ts';
import { moveGuestOrder } from './move-guest-order.ts';

type Needed = 'run' | 'payments' | 'config' | 'log' | 'limits' | 'actor';

/** Only whoever holds the token comes here: elsewhere nobody is shown what a guest order costs. */
const rules = { ...billableGuestOrder, describe: describeGuestOrder };

/**
 * Opens the payment page of a guest order, or answers the one that is open. Errors: TOKEN_INVALID, GUEST_ORDER_EXPIRED,
 * FILE_MISSING without a manuscript, FILE_INFECTED, ACTION_NOT_ALLOWED, AMOUNT_TOO_SMALL, PAYMENT_IN_DOUBT, PAYMENT_UNAVAILABLE.
 */
export const openGuestCheckout: Operation<Needed, { readonly token: string }, CheckoutSession> = async (
  ctx,
  { token },
) => {
  await takeTry(ctx);
  const guestOrderId = await ctx.run(begin, token);
  crashPoint('after-guest-checkout-begun');
  const session = await openCheckout(guestOrderSubjectType, rules)(ctx, { subjectId: guestOrderId });
  await ctx.run(storeSession, { guestOrderId, sessionId: session.sessionId });
  return session;
};

async function begin(tx: Tx<'em' | 'now' | 'record'>, token: string): Promise<string> {
  const guest = await openByToken(tx, token);
  if (guest.status === 'COMPLETED') throw new DomainError('ORDER_ALREADY_PAID');
  if (guest.status !== 'AWAITING_PAYMENT') moveGuestOrder(tx, guest, { verb: 'openCheckout' });
  if (guest.manuscript === null)
    throw new DomainError('FILE_MISSING', { fields: [{ path: 'input.token', rules: ['manuscript'] }] });
  await requireHarmless(tx, guest.manuscript.id);
  return guest.id;
}

/** Nobody pays for a text that nobody will open: they send another one. */
async function requireHarmless({ em }: Tx<'em'>, fileId: string): Promise<void> {
  if ((await em.count(StoredFile, { id: fileId, scanStatus: 'INFECTED' })) > 0)
    throw new DomainError('FILE_INFECTED', { fields: [{ path: 'input.token', rules: ['manuscript'] }] });
}

async function storeSession(
  { em }: Tx<'em'>,
  { guestOrderId, sessionId }: { readonly guestOrderId: string; readonly sessionId: string },
): Promise<void> {
  const guest = await em.findOne(GuestOrder, { id: guestOrderId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (guest?.status === 'AWAITING_PAYMENT') guest.stripeSessionId = sessionId;
}
