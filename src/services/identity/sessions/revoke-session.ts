import { Session } from '../../../entities/identity/session.entity.ts';
import { personOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { UseCase } from '../../platform/context.ts';
import type { SignedOut } from './end-sessions.ts';
import { sessionsChanged } from '../events.ts';

/** Ends one session of the current user, on another device perhaps. Another person's session is `NOT_FOUND`. */
export const revokeSession: UseCase<
  'em' | 'actor' | 'now' | 'record' | 'publish',
  { readonly id: string },
  SignedOut
> = async (tx, { id }) => {
  const userId = personOf(tx.actor);
  const session = await tx.em.findOne(Session, { id, user: userId, revokedAt: null });
  if (session === null) throw new DomainError('NOT_FOUND');
  Object.assign(session, { revokedAt: tx.now, revokeReason: 'REVOKED' });
  tx.record({
    action: 'SESSION_REVOKED',
    targetType: 'auth',
    targetId: userId,
    payload: { sessionId: id, reason: 'REVOKED' },
  });
  tx.publish(sessionsChanged, userId, { userId });
  return { endedSessions: 1 };
};
