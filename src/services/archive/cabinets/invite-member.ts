import { CabinetMember, type CabinetRole } from '../../../entities/archive/cabinet-member.entity.ts';
import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { normalEmail, type AboutUser } from '../../identity/index.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import { idOf } from '../../access/actor.ts';
import { fieldError } from '../../kernel/errors.ts';
import { lockAnyCabinet, lockCabinet } from '../access/require.ts';
import { cabinetAccessGranted, cabinetInvited } from '../events.ts';
import { enterPlace, grantCabinetAccess, type Granting } from './grant-access.ts';
import { requireMemberLimit } from './member-limit.ts';

export interface InviteToCabinet {
  readonly cabinetId: string;
  readonly email: string;
  readonly role: CabinetRole;
}

/** How long a place waits for the account of its address. */
const waitMs = 14 * 24 * 3_600_000;

/**
 * Gives a place to an address: to its account, or for 14 days to whoever registers with it. What comes back says nothing about which of
 * the two it is. Errors: NOT_FOUND, FORBIDDEN, INPUT_INVALID, PLAN_OVER_QUOTA.
 */
export const inviteToCabinet: UseCase<Granting, InviteToCabinet, CabinetMember> = async (tx, input) => {
  const { cabinetId, role } = input;
  const cabinet = await lockCabinet(tx, cabinetId, 'cabinet:grant');
  const email = normalEmail(input.email);
  const account = await tx.em.findOne(User, { email });
  if (account !== null && account.id === tx.actor.userId) throw fieldError('input.email', 'notOneself');
  if (account?.status === 'ACTIVE') return grantCabinetAccess(tx, { cabinetId, userId: account.id, role });
  const place = { role, expiresAt: new Date(tx.now.getTime() + waitMs), grantedBy: idOf(tx.actor) };
  const waiting = await tx.em.findOne(CabinetMember, { cabinet, email });
  if (waiting !== null) {
    tx.emit(cabinetInvited, { cabinetId, memberId: waiting.id });
    return Object.assign(waiting, place);
  }
  await requireMemberLimit(tx, cabinet);
  const member = enterPlace(tx, { cabinet, holder: { email }, place });
  tx.emit(cabinetInvited, { cabinetId, memberId: member.id });
  return member;
};

/** Whoever proved their address has the places that wait for it. */
export async function takeWaitingPlaces(
  tx: Tx<'em' | 'now' | 'record' | 'emit'>,
  { userId }: AboutUser,
): Promise<void> {
  const user = await tx.em.findOne(User, { id: userId, status: 'ACTIVE' });
  if (user === null) return;
  const waiting = await tx.em.find(CabinetMember, { email: user.email, expiresAt: { $gt: tx.now } });
  for (const { id, cabinet: inCabinet } of waiting) {
    const cabinet: Cabinet = await lockAnyCabinet(tx, inCabinet.id);
    const member = await tx.em.findOne(CabinetMember, { id });
    const hasPlace = (await tx.em.count(CabinetMember, { cabinet, user, isEntry: false })) > 0;
    if (member === null || hasPlace) continue;
    Object.assign(member, { user, email: null, expiresAt: null });
    tx.emit(cabinetAccessGranted, { cabinetId: cabinet.id, memberId: id, userId, role: member.role });
  }
}
