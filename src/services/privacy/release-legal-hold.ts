import { LockMode } from '@mikro-orm/core';
import { LegalHold } from '../../entities/privacy/legal-hold.entity.ts';
import { requirePermission, personOf } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import type { UseCase } from '../platform/context.ts';
import { holdRowOf, type LegalHoldRow } from './queries/list-legal-holds.ts';

export interface ReleaseLegalHold {
  readonly id: string;
  readonly reason: string;
}

/** The case is over: what it kept may go again, when its time comes. Errors: NOT_FOUND, ACTION_NOT_ALLOWED when it was released before. */
export const releaseLegalHold: UseCase<'em' | 'actor' | 'now' | 'record', ReleaseLegalHold, LegalHoldRow> = async (
  { em, actor, now, record },
  { id, reason },
) => {
  requirePermission(actor, 'legal-hold:release');
  const hold = await em.findOne(LegalHold, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (hold === null) throw new DomainError('NOT_FOUND');
  if (hold.releasedAt !== null) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'release' });
  Object.assign(hold, { releasedAt: now, releasedById: personOf(actor), releaseReason: reason });
  record({
    action: 'LEGAL_HOLD_RELEASED',
    targetId: id,
    payload: { targetType: hold.targetType, targetId: hold.targetId },
  });
  return holdRowOf(hold);
};
