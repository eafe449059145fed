import { CabinetMember } from '../../../entities/archive/cabinet-member.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { personOf, requireRecentReauthentication } from '../../access/actor.ts';
import { fieldError } from '../../kernel/errors.ts';
import { lengthOf } from '../../kernel/text.ts';
import type { UseCase } from '../../platform/context.ts';
import { lockCabinet } from '../access/require.ts';
import { cabinetEnteredByAdmin } from '../events.ts';

export interface OpenCabinetAsAdmin {
  readonly id: string;
  /** Why, as its managers read it. */
  readonly reason: string;
}

const entryMs = 60 * 60_000;

/**
 * An admin who is no member becomes a manager for 60 minutes; every manager is notified at once. Errors: NOT_FOUND, FORBIDDEN,
 * STEP_UP_REQUIRED, INPUT_INVALID.
 */
export const openCabinetAsAdmin: UseCase<
  'em' | 'actor' | 'now' | 'record' | 'emit',
  OpenCabinetAsAdmin,
  CabinetMember
> = async (tx, { id, reason: given }) => {
  requireRecentReauthentication(tx.actor, tx.now);
  const reason = given.trim();
  if (lengthOf(reason) < 10 || lengthOf(reason) > 500) throw fieldError('input.reason', 'isLength');
  const cabinet = await lockCabinet(tx, id, 'cabinet:enter');
  const userId = personOf(tx.actor);
  const known = await tx.em.findOne(CabinetMember, { cabinet, user: userId, isEntry: true });
  const entry = { reason, expiresAt: new Date(tx.now.getTime() + entryMs), grantedBy: userId };
  const member =
    known === null
      ? tx.em.create(CabinetMember, {
          ...{ cabinet, user: tx.em.getReference(User, userId), role: 'MANAGER' as const, isEntry: true },
          ...entry,
        })
      : Object.assign(known, entry);
  tx.record({
    ...{ action: 'CABINET_ENTERED', targetType: 'cabinet', targetId: id },
    payload: { until: entry.expiresAt.toISOString() },
    personal: { subjectId: userId, values: { reason } },
  });
  tx.emit(cabinetEnteredByAdmin, { cabinetId: id, userId });
  return member;
};
