import { Session } from '../../entities/identity/session.entity.ts';
import { personOf } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import type { UseCase } from '../platform/scope.ts';
import type { SignedOut } from './end-sessions.ts';
import { sessionsChanged } from './events.ts';

/** Ends one session of the person who asks, on another device perhaps. Another person's session is `NOT_FOUND`. */
export const revokeSession: UseCase<
  'em' | 'actor' | 'now' | 'record' | 'announce',
  { readonly id: string },
  SignedOut
> = async (scope, { id }) => {
  const userId = personOf(scope.actor);
  const session = await scope.em.findOne(Session, { id, user: userId, revokedAt: null });
  if (session === null) throw new DomainError('NOT_FOUND');
  Object.assign(session, { revokedAt: scope.now, revokeReason: 'REVOKED' });
  scope.record({
    action: 'SESSION_REVOKED',
    targetType: 'auth',
    targetId: userId,
    payload: { sessionId: id, reason: 'REVOKED' },
  });
  scope.announce(sessionsChanged, userId, { userId });
  return { endedSessions: 1 };
};
