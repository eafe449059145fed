import { CabinetMember, type CabinetRole } from '../../../entities/archive/cabinet-member.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { idOf } from '../../access/actor.ts';
import { normalEmail } from '../../identity/index.ts';
import { fieldError } from '../../kernel/errors.ts';
import type { UseCase } from '../../platform/context.ts';
import { lockCabinet } from '../access/require.ts';
import { cabinetInvited } from '../events.ts';
import { enterPlace, type Granting } from './grant-access.ts';
import { requireMemberLimit } from './member-limit.ts';

export interface InviteToCabinet {
  readonly cabinetId: string;
  readonly email: string;
  readonly role: CabinetRole;
}

/** How long a place waits for the account of its address. */
const waitMs = 14 * 24 * 3_600_000;

/**
 * Keeps a place for an address for 14 days: for whoever registers with it, or for its account, which accepts it or not. Whether there is one
 * changes nothing of what happens here, nor of what members see. Errors: NOT_FOUND, FORBIDDEN, INPUT_INVALID, PLAN_OVER_QUOTA.
 */
export const inviteToCabinet: UseCase<Granting, InviteToCabinet, CabinetMember> = async (tx, input) => {
  const { cabinetId, role } = input;
  const cabinet = await lockCabinet(tx, cabinetId, 'cabinet:grant');
  const email = normalEmail(input.email);
  const self = tx.actor.userId === null ? null : await tx.em.findOne(User, { id: tx.actor.userId });
  if (self?.email === email) throw fieldError('input.email', 'notOneself');
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
