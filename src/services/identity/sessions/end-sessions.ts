import { Session } from '../../../entities/identity/session.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { personOf } from '../../access/actor.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import { sessionsChanged } from '../events.ts';

type Ending = 'em' | 'actor' | 'now' | 'record' | 'publish';

/** How many sessions a person closed. */
export interface SignedOut {
  readonly endedSessions: number;
}

/** Ends the current session: its tokens are worth nothing from now on. */
export const logout: UseCase<Ending, void, SignedOut> = async (tx) => {
  const userId = personOf(tx.actor);
  const endedSessions = await tx.em.nativeUpdate(
    Session,
    { id: tx.actor.sessionId ?? '', user: userId, revokedAt: null },
    { revokedAt: tx.now, revokeReason: 'LOGOUT' },
  );
  tx.record({
    action: 'LOGOUT',
    targetType: 'auth',
    targetId: userId,
    payload: { sessionId: tx.actor.sessionId },
  });
  tx.publish(sessionsChanged, userId, { userId });
  return { endedSessions };
};

/** Ends every session of the current user, on every device. */
export const logoutEverywhere: UseCase<Ending, void, SignedOut> = async (tx) => {
  const user = await tx.em.findOneOrFail(User, { id: personOf(tx.actor) });
  const endedSessions = await endSessions(tx, user, 'LOGOUT_EVERYWHERE');
  tx.record({ action: 'LOGOUT', targetType: 'auth', targetId: user.id, payload: { endedSessions } });
  return { endedSessions };
};

/**
 * Ends all sessions of a person, for whatever reason: a changed password or role, a suspension. Access tokens that are
 * still young are refused too, because the version of the person's sessions moves on.
 */
export async function endSessions(tx: Tx<Exclude<Ending, 'actor'>>, user: User, reason: string): Promise<number> {
  user.sessionVersion += 1;
  const ended = await tx.em.nativeUpdate(
    Session,
    { user: user.id, revokedAt: null },
    { revokedAt: tx.now, revokeReason: reason },
  );
  if (ended > 0)
    tx.record({
      action: 'SESSION_REVOKED',
      targetType: 'auth',
      targetId: user.id,
      severity: 'MEDIUM',
      payload: { reason, sessions: ended },
    });
  tx.publish(sessionsChanged, user.id, { userId: user.id });
  return ended;
}
