import { LockMode } from '@mikro-orm/core';
import { GuestOrder } from '../../../entities/orders/guest-order.entity.ts';
import type { Bill, BillableRules, ConfirmationContext, PaidSubject, PaymentOutcome } from '../../billing/index.ts';
import { listedAs } from '../../catalog/index.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { accountAt, openPendingAccount } from '../../identity/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Payer } from '../../kernel/payer.ts';
import { money, sameMoney } from '../../kernel/money.ts';
import { allows } from '../../kernel/states.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { Tx } from '../../platform/context.ts';
import { billWords, cut } from '../bill-words.ts';
import { orderPath } from '../order-path.ts';
import { orderSubject } from '../order-subject.ts';
import { guestOrderPaid } from './events.ts';
import { guestOrderStates } from './guest-order.states.ts';
import { requireAlive } from './guest-order-token.ts';
import { forgottenGuest, moveGuestOrder } from './move-guest-order.ts';
import { placeGuestOrder } from './place-guest-order.ts';

/** For so long the link that gives a paid order to the account of its address can be followed. */
export const attachDays = 7;
const dayMs = 24 * 3_600_000;

/** What billing needs to take payments for orders without an account. Whoever has no token finds nothing to pay. */
export const billableGuestOrder: BillableRules = {
  ownerOf: async (tx, id) => (await locked(tx, id))?.user?.id ?? null,
  describe: async () => {
    throw new DomainError('NOT_FOUND');
  },
  confirmPayment: completeGuestOrder,
};

const locked = async ({ em }: Tx<'em'>, id: string): Promise<GuestOrder | null> =>
  isId(id) ? em.findOne(GuestOrder, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;

/** The bill of whoever holds the token, made out to them as they said who they are. */
export async function describeGuestOrder(tx: Tx<'em'> & Partial<Tx<'now'>>, id: string): Promise<Bill> {
  const guest = await locked(tx, id);
  if (guest === null) throw new DomainError('NOT_FOUND');
  if (tx.now !== undefined) requireAlive(guest, tx.now);
  if (guest.status === 'COMPLETED') throw new DomainError('ORDER_ALREADY_PAID');
  if (guest.status !== 'AWAITING_PAYMENT')
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'pay', status: guest.status });
  const { firstName, lastName, email, locale } = guest;
  const payer = { name: `${firstName} ${lastName}`, email, locale };
  const total = money(guest.quotedCents, guest.currency);
  const listed = await listedAs(tx, { priceItemId: guest.priceItemId, total });
  return { ...billOf(guest, { payer, returnPath: '/commander/merci' }), listed };
}

/** The bill of a guest order: the price that its visitor was shown, for one text. */
export function billOf(guest: GuestOrder, to: { readonly payer: Payer; readonly returnPath: string }): Bill {
  const { sold, pages } = billWords[guest.locale];
  const counted = guest.unit === 'PAGE' ? guest.declaredPages : null;
  const what = sold(guest.service, guest.title);
  const total = money(guest.quotedCents, guest.currency);
  return {
    ...to,
    description: cut(what, 255),
    total,
    lines: [
      {
        description: cut(what, 500),
        quantity: counted ?? 1,
        unit: counted === null ? '' : pages,
        gross: total,
      },
    ],
  };
}

/**
 * The payment came: an account that waits is opened at a free address, and the order is its order, all in this transaction.
 * An address that has an account gets a link instead, and the payment is held until it is followed. Once: the row is
 * locked until billing commits.
 */
async function completeGuestOrder(
  tx: ConfirmationContext,
  { subjectId, paymentId, amount }: PaidSubject,
): Promise<PaymentOutcome> {
  const guest = await locked(tx, subjectId);
  if (guest === null) return { outcome: 'NOT_PAYABLE' };
  if (guest.status === 'COMPLETED') return { outcome: 'ALREADY_PAID' };
  if (!allows(guestOrderStates, guest.status, 'pay')) return { outcome: 'NOT_PAYABLE' };
  if (!sameMoney(amount, money(guest.quotedCents, guest.currency))) return { outcome: 'AMOUNT_DIFFERS' };
  moveGuestOrder(tx, guest, { verb: 'pay', paymentId });
  guest.processedAt = tx.now;
  crashPoint('after-guest-order-paid');
  const known = await accountAt(tx, guest.email);
  return known === null ? openAccount(tx, guest, paymentId) : waitForLink(tx, guest, known.id);
}

async function openAccount(tx: ConfirmationContext, guest: GuestOrder, paymentId: string): Promise<PaymentOutcome> {
  const { email, passwordHash, firstName, lastName, phone, address, locale, consents, network, createdAt } = guest;
  const user = await openPendingAccount(tx, {
    ...{ email, passwordHash, firstName, lastName, phone, address, locale },
    ...{ consents, network, createdAt },
  });
  crashPoint('after-guest-account');
  const order = await placeGuestOrder(tx, { guest, user, paymentId });
  const bill = billOf(guest, { payer: { userId: user.id }, returnPath: orderPath(order.id) });
  Object.assign(guest, forgottenGuest);
  tx.emit(guestOrderPaid, { guestOrderId: guest.id, orderId: order.id });
  return { outcome: 'PAID', bill, subject: orderSubject(order.id) };
}

/** The password that was given is forgotten: the account has its own. */
function waitForLink(tx: ConfirmationContext, guest: GuestOrder, userId: string): PaymentOutcome {
  guest.passwordHash = null;
  guest.user = tx.em.getReference(User, userId);
  guest.tokenExpiresAt = new Date(tx.now.getTime() + attachDays * dayMs);
  tx.emit(guestOrderPaid, { guestOrderId: guest.id, orderId: null });
  return { outcome: 'HELD' };
}
