import type { AppContext } from '../../platform/context.ts';
import type { Account } from '../account/account.ts';
import { written, type RefreshToken } from './refresh-tokens.ts';

/** What a client gets when it signs in or refreshes. Times are UTC. */
export interface SessionAnswer {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  readonly refreshToken: string;
  readonly user: Account;
  /** Given once, when the device was to be trusted. */
  readonly trustedDeviceToken?: string | null;
}

/** A session that may be used: whose, and under which version of their sessions. */
export interface OpenSession {
  readonly account: Account;
  readonly sessionVersion: number;
}

/** A session that was just opened, and the first token of its family. */
export interface OpenedSession {
  readonly session: OpenSession;
  readonly refresh: RefreshToken;
}

export function answer(
  ctx: Pick<AppContext, 'accessTokens' | 'derived' | 'now'>,
  { account, sessionVersion }: OpenSession,
  refresh: RefreshToken,
): SessionAnswer {
  const access = ctx.accessTokens.sign({ userId: account.id, sessionId: refresh.sessionId, sessionVersion }, ctx.now);
  return {
    accessToken: access.token,
    accessTokenExpiresAt: access.expiresAt,
    refreshToken: written(ctx.derived, refresh),
    user: account,
  };
}
