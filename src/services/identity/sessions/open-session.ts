import { Session } from '../../../entities/identity/session.entity.ts';
import type { User } from '../../../entities/identity/user.entity.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { networkOf } from '../../kernel/network.ts';
import type { Tx } from '../../platform/context.ts';
import { accountOf } from '../account/account.ts';
import { firstToken } from './refresh-tokens.ts';
import type { OpenedSession } from './session-answer.ts';
import { sessionEnd } from './session-lifetime.ts';

/** The first factor of a sign-in, for the audit log. */
export type FirstFactorKind = 'PASSWORD' | 'SSO' | 'PASSKEY';

export interface SessionDetails {
  readonly by: FirstFactorKind;
  readonly detail?: Readonly<Record<string, string>> | undefined;
  /** How the second factor was proven; null when the person has none, or the device is trusted. */
  readonly secondFactor?: string | null;
  /** When they proved all that they can prove; null for a trusted device, which proved nothing. */
  readonly provenAt: Date | null;
}

/** Opens a session on the current device. */
export function openSession(
  { em, actor, now, config, record }: Tx<'em' | 'actor' | 'now' | 'config' | 'record'>,
  user: User,
  { by, detail, secondFactor = null, provenAt }: SessionDetails,
): OpenedSession {
  const refresh = firstToken();
  em.create(Session, {
    id: refresh.sessionId,
    user,
    refreshHash: fingerprint(refresh.secret),
    expiresAt: sessionEnd(config, user.role, now),
    lastUsedAt: now,
    sessionVersion: user.sessionVersion,
    address: networkOf(actor.address),
    agent: actor.agent?.slice(0, 255) ?? null,
    provenAt,
  });
  record({
    action: 'LOGIN_SUCCESS',
    targetType: 'auth',
    targetId: user.id,
    payload: { sessionId: refresh.sessionId, by, secondFactor, ...detail },
  });
  return { session: { account: accountOf(user), sessionVersion: user.sessionVersion }, refresh };
}
