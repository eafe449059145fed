import { GuestOrder } from '../../../entities/orders/guest-order.entity.ts';
import { finalStates } from '../../kernel/states.ts';
import type { Db } from '../../platform/context.ts';
import { lost, type DataSubject, type ErasureLine, type ErasureScope } from '../../platform/personal-data.ts';
import { endGuestOrder } from './expire-guest-order.ts';
import { guestOrderStates } from './guest-order.states.ts';
import { forgottenGuest } from './move-guest-order.ts';

/** Those that became theirs, and those that name their address, where it is shown to be theirs. */
const theirs = (db: Db, { userId, email, isAddressUnproven = false }: DataSubject) => {
  const rows = db.selectFrom('guest_order');
  return email === '' || isAddressUnproven
    ? rows.where('user_id', '=', userId)
    : rows.where((eb) => eb.or([eb('user_id', '=', userId), eb('email', '=', email)]));
};

export const collectGuestOrders = async (db: Db, subject: DataSubject) => ({
  table: 'guest_order' as const,
  rows: await theirs(db, subject).selectAll().orderBy('id').execute(),
});

/** Paid orders that wait for their link to be followed: money of somebody is here. */
export const waitingGuestOrders = async (db: Db, subject: DataSubject): Promise<string[]> => {
  const rows = theirs(db, subject)
    .select('id')
    .where('status', '=', 'COMPLETED')
    .where('token_expires_at', 'is not', null);
  return (await rows.orderBy('id').execute()).map(({ id }) => id);
};

export async function eraseGuestOrders(tx: ErasureScope, db: Db, subject: DataSubject): Promise<ErasureLine[]> {
  const ids = (await theirs(db, subject).select('id').execute()).map(({ id }) => id);
  if (ids.length === 0) return [];
  for (const guest of await tx.em.find(GuestOrder, { id: { $in: ids } }))
    if (!finalStates(guestOrderStates).includes(guest.status)) await endGuestOrder(tx, guest);
  await tx.em.flush();
  await tx.em.nativeUpdate(GuestOrder, { id: { $in: ids } }, { ...forgottenGuest, consents: [], user: null });
  return [lost('GUEST_ORDERS', ids.length)];
}
