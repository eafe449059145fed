import { CabinetMember } from '../../../entities/archive/cabinet-member.entity.ts';
import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { FolderRestriction } from '../../../entities/archive/folder.entity.ts';
import { personOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import { lockCabinet } from '../access/require.ts';
import { endLocks } from '../documents/document-lock.ts';
import { cabinetAccessEnded } from '../events.ts';
import { requireManagerLeft } from './last-manager.ts';

type Ending = 'em' | 'actor' | 'now' | 'record' | 'emit';

export interface RevokeCabinetAccess {
  readonly cabinetId: string;
  readonly memberId: string;
}

/** Ends a place in a cabinet, at once. Errors: NOT_FOUND, FORBIDDEN, CABINET_LAST_MANAGER. */
export const revokeCabinetAccess: UseCase<Ending, RevokeCabinetAccess, Cabinet> = async (tx, input) => {
  const cabinet = await lockCabinet(tx, input.cabinetId, 'cabinet:grant');
  const member = isId(input.memberId) ? await tx.em.findOne(CabinetMember, { id: input.memberId, cabinet }) : null;
  if (member === null) throw new DomainError('NOT_FOUND');
  return endPlace(tx, cabinet, member);
};

/** Gives one's own place up, an hour as an admin too. Errors: NOT_FOUND, CABINET_LAST_MANAGER. */
export const leaveCabinet: UseCase<Ending, { readonly cabinetId: string }, Cabinet> = async (tx, { cabinetId }) => {
  const cabinet = await lockCabinet(tx, cabinetId, 'cabinet:read');
  const own = await tx.em.find(CabinetMember, { cabinet, user: personOf(tx.actor) });
  if (own.length === 0) throw new DomainError('NOT_FOUND');
  for (const member of own) await endPlace(tx, cabinet, member);
  return cabinet;
};

/** The place goes, and with it the locks and the restrictions of its holder. The cabinet is locked. */
export async function endPlace(tx: Tx<Ending>, cabinet: Cabinet, member: CabinetMember): Promise<Cabinet> {
  const { id: memberId, role, isEntry } = member;
  const userId = member.user?.id ?? null;
  tx.em.remove(member);
  await tx.em.flush();
  if (role === 'MANAGER' && !isEntry) await requireManagerLeft(tx, cabinet);
  if (userId !== null) await forgetHolder(tx, cabinet, userId);
  const payload = { memberId, userId, role };
  tx.record({ action: 'CABINET_ACCESS_ENDED', targetType: 'cabinet', targetId: cabinet.id, payload });
  tx.emit(cabinetAccessEnded, { cabinetId: cabinet.id, ...payload });
  return cabinet;
}

async function forgetHolder({ em }: Tx<'em'>, cabinet: Cabinet, userId: string): Promise<void> {
  if ((await em.count(CabinetMember, { cabinet, user: userId })) > 0) return;
  await endLocks({ em }, { cabinetId: cabinet.id, userId });
  const restrictions = await em.find(FolderRestriction, { user: userId, folder: { cabinet } });
  for (const restriction of restrictions) em.remove(restriction);
}
