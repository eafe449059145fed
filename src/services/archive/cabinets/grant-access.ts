import { CabinetMember, type CabinetRole } from '../../../entities/archive/cabinet-member.entity.ts';
import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { ServiceAccount } from '../../../entities/identity/service-account.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { idOf } from '../../access/actor.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import { lockCabinet } from '../access/require.ts';
import { endLocks } from '../documents/document-lock.ts';
import { cabinetAccessChanged, cabinetAccessGranted } from '../events.ts';
import { requireManagerLeft } from './last-manager.ts';
import { requireMemberLimit } from './member-limit.ts';

export interface GrantCabinetAccess {
  readonly cabinetId: string;
  /** A person or a program. */
  readonly userId?: string | null | undefined;
  readonly programId?: string | null | undefined;
  readonly role: CabinetRole;
  readonly expiresAt?: Date | null | undefined;
}

export type Granting = 'em' | 'actor' | 'now' | 'record' | 'emit';

/**
 * Gives a place in a cabinet, or changes the one that somebody has. Errors: NOT_FOUND, FORBIDDEN, INPUT_INVALID (oneself, somebody who is
 * not active, a time that is past), CABINET_LAST_MANAGER, PLAN_OVER_QUOTA.
 */
export const grantCabinetAccess: UseCase<Granting, GrantCabinetAccess, CabinetMember> = async (tx, input) => {
  const cabinet = await lockCabinet(tx, input.cabinetId, 'cabinet:grant');
  requireSound(tx, input);
  const holder = await holderOf(tx, input);
  const found = await tx.em.findOne(CabinetMember, { cabinet, isEntry: false, ...holder });
  const place = { role: input.role, expiresAt: input.expiresAt ?? null, grantedBy: idOf(tx.actor) };
  if (found !== null) return changePlace(tx, { cabinet, member: found, place });
  await requireMemberLimit(tx, cabinet);
  return enterPlace(tx, { cabinet, holder, place });
};

export interface Place {
  readonly role: CabinetRole;
  readonly expiresAt: Date | null;
  readonly grantedBy: string | null;
}

/** Whose a place is: exactly one of them. */
export type PlaceHolder = { readonly user: User } | { readonly program: ServiceAccount } | { readonly email: string };

/** A new place; for an address that has no account yet, nobody is notified here. */
export function enterPlace(
  tx: Tx<'em' | 'record' | 'emit'>,
  { cabinet, holder, place }: { readonly cabinet: Cabinet; readonly holder: PlaceHolder; readonly place: Place },
): CabinetMember {
  const member = tx.em.create(CabinetMember, { cabinet, ...holder, ...place });
  const payload = { memberId: member.id, role: place.role, userId: member.user?.id ?? null };
  tx.record({ action: 'CABINET_ACCESS_GRANTED', targetType: 'cabinet', targetId: cabinet.id, payload });
  tx.emit(cabinetAccessGranted, { cabinetId: cabinet.id, ...payload });
  return member;
}

async function changePlace(
  tx: Tx<Granting>,
  { cabinet, member, place }: { readonly cabinet: Cabinet; readonly member: CabinetMember; readonly place: Place },
): Promise<CabinetMember> {
  const isSame = member.role === place.role && member.expiresAt?.getTime() === place.expiresAt?.getTime();
  if (isSame) return member;
  const from = member.role;
  Object.assign(member, place);
  await tx.em.flush();
  await requireManagerLeft(tx, cabinet);
  const userId = member.user?.id ?? null;
  const payload = { memberId: member.id, role: place.role, userId };
  const { id } = cabinet;
  if (place.role === 'READER') await endLocks(tx, { cabinetId: id, userId });
  tx.record({ action: 'CABINET_ACCESS_CHANGED', targetType: 'cabinet', targetId: id, payload: { ...payload, from } });
  tx.emit(cabinetAccessChanged, { cabinetId: id, ...payload });
  return member;
}

function requireSound(tx: Tx<'actor' | 'now'>, { userId, expiresAt }: GrantCabinetAccess): void {
  if (userId && userId === tx.actor.userId) throw fieldError('input.userId', 'notOneself');
  if (expiresAt && expiresAt <= tx.now) throw fieldError('input.expiresAt', 'future');
}

async function holderOf({ em }: Tx<'em'>, { userId, programId, role }: GrantCabinetAccess): Promise<PlaceHolder> {
  if (Boolean(userId) === Boolean(programId)) throw fieldError('input.userId', 'exactlyOne');
  if (programId) return { program: await liveProgram(em, programId, role) };
  const user = isId(userId as string) ? await em.findOne(User, { id: userId as string }) : null;
  if (user === null) throw new DomainError('NOT_FOUND');
  if (user.status !== 'ACTIVE') throw fieldError('input.userId', 'active');
  return { user };
}

/** Programs read and add; they manage nothing. */
async function liveProgram(em: Tx<'em'>['em'], id: string, role: CabinetRole): Promise<ServiceAccount> {
  const program = isId(id) ? await em.findOne(ServiceAccount, { id, retiredAt: null }) : null;
  if (program === null) throw new DomainError('NOT_FOUND');
  if (role === 'MANAGER') throw fieldError('input.role', 'programs');
  return program;
}
