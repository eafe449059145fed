import { CabinetMember } from '../../../entities/archive/cabinet-member.entity.ts';
import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { personOf } from '../../access/actor.ts';
import type { AboutUser } from '../../identity/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/context.ts';
import { lockAnyCabinet } from '../access/require.ts';
import { cabinetAccessGranted } from '../events.ts';

/** Whoever proved their address has the places that wait for it. */
export async function takeWaitingPlaces(
  tx: Tx<'em' | 'now' | 'record' | 'emit'>,
  { userId }: AboutUser,
): Promise<void> {
  const user = await tx.em.findOne(User, { id: userId, status: 'ACTIVE' });
  if (user === null) return;
  const waiting = await tx.em.find(CabinetMember, { email: user.email, expiresAt: { $gt: tx.now } });
  for (const member of waiting) await takePlace(tx, member, user);
}

/** The place is theirs; whoever has one there keeps that, and this one goes. */
async function takePlace(
  tx: Tx<'em' | 'record' | 'emit'>,
  { id, cabinet: inCabinet }: CabinetMember,
  user: User,
): Promise<Cabinet> {
  const cabinet = await lockAnyCabinet(tx, inCabinet.id);
  const member = await tx.em.findOne(CabinetMember, { id }, { refresh: true });
  if (member === null) return cabinet;
  if ((await tx.em.count(CabinetMember, { cabinet, user, isEntry: false })) > 0) {
    tx.em.remove(member);
    return cabinet;
  }
  Object.assign(member, { user, email: null, expiresAt: null });
  const payload = { memberId: id, role: member.role, userId: user.id };
  tx.record({ action: 'CABINET_ACCESS_CHANGED', targetType: 'cabinet', targetId: cabinet.id, payload });
  tx.emit(cabinetAccessGranted, { cabinetId: cabinet.id, ...payload });
  return cabinet;
}

export interface WhichInvitation {
  readonly id: string;
}

type Answering = Tx<'em' | 'actor' | 'now' | 'record' | 'emit'>;

/** Takes the place that waits for one's own address. Error: NOT_FOUND, also once it is over. */
export async function acceptCabinetInvitation(tx: Answering, { id }: WhichInvitation): Promise<Cabinet> {
  const { member, user } = await openInvitation(tx, id);
  return takePlace(tx, member, user);
}

/** Gives up the place that waits for one's own address. Error: NOT_FOUND, also once it is over. */
export async function declineCabinetInvitation(tx: Answering, { id }: WhichInvitation): Promise<Cabinet> {
  const { member, cabinet } = await openInvitation(tx, id);
  tx.em.remove(member);
  const payload = { memberId: id, role: member.role, userId: null };
  tx.record({ action: 'CABINET_ACCESS_ENDED', targetType: 'cabinet', targetId: cabinet.id, payload });
  return cabinet;
}

async function openInvitation(tx: Answering, id: string) {
  const user = await tx.em.findOneOrFail(User, { id: personOf(tx.actor) });
  const waiting = { id, email: user.email, expiresAt: { $gt: tx.now } };
  const seen = isId(id) ? await tx.em.findOne(CabinetMember, waiting) : null;
  if (seen === null) throw new DomainError('NOT_FOUND');
  const cabinet = await lockAnyCabinet(tx, seen.cabinet.id);
  const member = await tx.em.findOne(CabinetMember, waiting, { refresh: true });
  if (member === null || !isOpen(cabinet)) throw new DomainError('NOT_FOUND');
  return { member, cabinet, user };
}

const isOpen = ({ status }: Cabinet): boolean => status === 'ACTIVE' || status === 'ARCHIVED';
