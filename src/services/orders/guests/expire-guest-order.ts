import { LockMode } from '@mikro-orm/core';
import { GuestOrder } from '../../../entities/orders/guest-order.entity.ts';
import { oweHeldPayment } from '../../billing/index.ts';
import { statesAllowing } from '../../kernel/states.ts';
import { heldAmong } from '../../platform/legal-holds.ts';
import { writing } from '../../platform/orm/values.ts';
import type { AppContext, Operation, Tx } from '../../platform/context.ts';
import { eachRow } from '../../platform/each-row.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { guestOrderExpired } from './events.ts';
import type { expireGuestOrdersTask } from './guest-order-jobs.ts';
import { mailExpired } from './guest-order-mails.ts';
import { guestOrderSubject } from './guest-order-subject.ts';
import { guestOrderStates } from './guest-order.states.ts';
import { openByToken, takeTry } from './guest-order-token.ts';
import { forgottenGuest, moveGuestOrder } from './move-guest-order.ts';
import { destroyManuscript } from './upload-guest-manuscript.ts';

type Ending = Tx<'em' | 'actor' | 'now' | 'emit' | 'enqueue' | 'record' | 'publish'>;

/** The visitor gives their order up: its manuscript and their words are destroyed at once. Errors: TOKEN_INVALID, GUEST_ORDER_EXPIRED, ACTION_NOT_ALLOWED once it is paid. */
export const abandonGuestOrder: Operation<'run' | 'limits' | 'actor', { readonly token: string }, string> = async (
  ctx,
  { token },
) => {
  await takeTry(ctx);
  return ctx.run(abandon, token);
};

async function abandon(tx: Ending, token: string): Promise<string> {
  const guest = await openByToken(tx, token);
  await endGuestOrder(tx, guest);
  return guest.id;
}

/** Ends an order that was not paid: its manuscript first, its key too, then what it says of a person. False when a legal hold keeps it. */
export async function endGuestOrder(tx: Ending, guest: GuestOrder): Promise<boolean> {
  if (await isHeld(tx, guest)) return false;
  const hadManuscript = await destroyManuscript(tx, guest);
  moveGuestOrder(tx, guest, { verb: 'expire', hadManuscript });
  if (hadManuscript) await mailExpired(tx, guest, false);
  Object.assign(guest, forgottenGuest);
  tx.emit(guestOrderExpired, { guestOrderId: guest.id, wasPaid: false });
  return true;
}

/** What a hold is on stays as it is, with its file. */
async function isHeld({ em }: Tx<'em'>, guest: GuestOrder): Promise<boolean> {
  const { db } = writing(em);
  const files = guest.manuscript ? [guest.manuscript.id] : [];
  return (
    (await heldAmong(db, 'guest_order', [guest.id])).length > 0 ||
    (files.length > 0 && (await heldAmong(db, 'stored_file', files)).length > 0)
  );
}

/** The night's job, each order in a transaction of its own. */
export async function expireGuestOrders(
  { run, db, now, log }: Pick<AppContext, 'run' | 'db' | 'now' | 'log'>,
  _: PayloadOf<typeof expireGuestOrdersTask>,
): Promise<void> {
  const over = await db
    .selectFrom('guest_order')
    .select('id')
    .where((eb) =>
      eb.or([
        eb.and([eb('status', 'in', statesAllowing(guestOrderStates, 'expire')), eb('expires_at', '<=', now)]),
        eb.and([eb('status', '=', 'COMPLETED'), eb('token_expires_at', '<=', now)]),
      ]),
    )
    .orderBy('id')
    .execute();
  await eachRow(over, (id) => run(expireOne, id));
  if (over.length > 0) log.info({ count: over.length }, 'guest orders expired');
}

async function expireOne(tx: Ending, id: string): Promise<void> {
  const guest = await tx.em.findOne(GuestOrder, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (guest === null) return;
  if (guest.status === 'COMPLETED') return giveBack(tx, guest);
  if (guest.status !== 'EXPIRED' && guest.expiresAt <= tx.now) await endGuestOrder(tx, guest);
}

/** Nobody followed the link of a paid order: the money is owed back, and the admins are alerted; its manuscript is destroyed. */
async function giveBack(tx: Ending, guest: GuestOrder): Promise<void> {
  if (guest.orderId !== null || guest.tokenExpiresAt === null || guest.tokenExpiresAt > tx.now) return;
  if (await isHeld(tx, guest)) return;
  await oweHeldPayment(tx, guestOrderSubject(guest.id));
  if (await destroyManuscript(tx, guest)) await mailExpired(tx, guest, true);
  Object.assign(guest, forgottenGuest, { activationTokenHash: null, tokenExpiresAt: null, user: null });
  tx.emit(guestOrderExpired, { guestOrderId: guest.id, wasPaid: true });
  tx.record({
    action: 'GUEST_ORDER_CHANGED',
    targetType: 'command',
    targetId: guest.id,
    payload: { verb: 'give-back' },
  });
}
