import { CabinetMember } from '../../../entities/archive/cabinet-member.entity.ts';
import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import { takeTurn } from '../../platform/exclusive.ts';
import { writing } from '../../platform/orm/values.ts';
import { lockCabinet } from '../access/require.ts';
import { leftOfPlan } from '../documents/space.ts';
import { cabinetAccessChanged } from '../events.ts';
import { requireCabinetLimit } from './cabinet-limit.ts';
import { cabinetNameKey, requireFreeCabinetName } from './cabinet-name.ts';

export interface TransferCabinet {
  readonly id: string;
  /** A member of the cabinet. */
  readonly toUserId: string;
}

/**
 * From now on the cabinet counts against the plan of another member, who becomes a manager; whoever had it keeps their place. Errors:
 * NOT_FOUND, FORBIDDEN, INPUT_INVALID (no member, not active), ARCHIVE_LIMIT, NAME_TAKEN, QUOTA_EXCEEDED.
 */
export const transferCabinet: UseCase<'em' | 'actor' | 'now' | 'record' | 'emit', TransferCabinet, Cabinet> = async (
  tx,
  { id, toUserId },
) => {
  const cabinet = await lockCabinet(tx, id, 'cabinet:transfer');
  const { member, user } = await memberOf(tx, cabinet, toUserId);
  if (cabinet.owner.id === toUserId) return cabinet;
  await takeTurn(tx, 'cabinets', toUserId);
  await requireCabinetLimit(tx, toUserId);
  await requireFreeCabinetName(tx, { ownerId: toUserId, name: cabinet.name, exceptId: id });
  const left = cabinet.isAbovePlan ? null : await leftOfPlan(writing(tx.em).db, toUserId);
  if (left !== null && cabinet.usedBytes + cabinet.reservedBytes > left)
    throw new DomainError('QUOTA_EXCEEDED', { leftBytes: Math.max(0, left) });
  const fromUserId = cabinet.owner.id;
  Object.assign(cabinet, { owner: user, nameKey: cabinetNameKey(toUserId, cabinet.name) });
  Object.assign(member, { role: 'MANAGER', expiresAt: null });
  const payload = { fromUserId, toUserId };
  tx.record({ action: 'CABINET_TRANSFERRED', targetType: 'cabinet', targetId: id, payload });
  tx.emit(cabinetAccessChanged, { cabinetId: id, memberId: member.id, userId: toUserId, role: 'MANAGER' });
  return cabinet;
};

async function memberOf({ em }: Tx<'em'>, cabinet: Cabinet, userId: string) {
  const member = isId(userId) ? await em.findOne(CabinetMember, { cabinet, user: userId, isEntry: false }) : null;
  const user = member && (await em.findOne(User, { id: userId, status: 'ACTIVE' }));
  if (member === null || user === null) throw fieldError('input.toUserId', 'member');
  return { member, user };
}
