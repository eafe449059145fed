import { Session } from '../../../entities/identity/session.entity.ts';
import type { User } from '../../../entities/identity/user.entity.ts';
import type { Tx } from '../../platform/context.ts';
import { sessionsChanged } from '../events.ts';

/** Ends the sessions of a person except the current one: what protects the account has changed since they began. */
export async function endOtherSessions(
  { em, actor, now, record, publish }: Tx<'em' | 'actor' | 'now' | 'record' | 'publish'>,
  user: User,
  reason: string,
): Promise<number> {
  const ended = await em.nativeUpdate(
    Session,
    { user: user.id, revokedAt: null, id: { $ne: actor.sessionId ?? '' } },
    { revokedAt: now, revokeReason: reason },
  );
  if (ended > 0)
    record({
      action: 'SESSION_REVOKED',
      targetType: 'auth',
      targetId: user.id,
      severity: 'MEDIUM',
      payload: { reason, sessions: ended },
    });
  publish(sessionsChanged, user.id, { userId: user.id });
  return ended;
}
