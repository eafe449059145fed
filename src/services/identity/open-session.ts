import { Session } from '../../entities/identity/session.entity.ts';
import type { User } from '../../entities/identity/user.entity.ts';
import { fingerprint } from '../kernel/ids.ts';
import { networkOf } from '../kernel/network.ts';
import type { Needs } from '../platform/scope.ts';
import { accountOf } from './account.ts';
import type { RefreshToken } from './refresh-tokens.ts';
import type { OpenSession } from './session-answer.ts';
import { sessionEnd } from './session-life.ts';

type Opening = Needs<'em' | 'actor' | 'now' | 'config' | 'record'>;

/** Opens a session for somebody who may have one; `how` is written into the journal when it was not by the password. */
export function openSession({ em, actor, now, config, record }: Opening, user: User, { refresh, how }: { refresh: RefreshToken; how?: Readonly<Record<string, unknown>> }): OpenSession {
  em.create(Session, {
    id: refresh.sessionId, user, refreshHash: fingerprint(refresh.secret), expiresAt: sessionEnd(config, user.role, now), lastUsedAt: now,
    sessionVersion: user.sessionVersion, address: networkOf(actor.address), agent: actor.agent?.slice(0, 255) ?? null,
  });
  record({ action: 'LOGIN_SUCCESS', targetType: 'auth', targetId: user.id, payload: { sessionId: refresh.sessionId, ...how } });
  return { account: accountOf(user), sessionVersion: user.sessionVersion };
}
