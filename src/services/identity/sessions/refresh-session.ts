import type { Loaded } from '@mikro-orm/core';
import { Session } from '../../../entities/identity/session.entity.ts';
import type { User } from '../../../entities/identity/user.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { subscriberOf } from '../../kernel/network.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import { numberFrom, writing } from '../../platform/orm/values.ts';
import type { Tx, Operation, UseCase } from '../../platform/context.ts';
import { accountOf } from '../account/account.ts';
import { sessionsChanged } from '../events.ts';
import { childOf, read } from './refresh-tokens.ts';
import { answer, type OpenSession, type SessionAnswer } from './session-answer.ts';
import { mailSessionReplayed } from '../security-mails.ts';
import { sessionEnd } from './session-lifetime.ts';

/** A client that lost the answer, or asked twice, may show the same token again for so long. */
const graceMs = 10_000;

type Needed = 'run' | 'accessTokens' | 'limits' | 'derived' | 'actor' | 'now';

/**
 * Exchanges a refresh token for the next one and a new access token. Each token is good once; its direct parent gives
 * the same child again within ten seconds; any older one means that a copy is about, and ends the session.
 */
export const refreshSession: Operation<Needed, { readonly refreshToken: string }, SessionAnswer> = async (
  ctx,
  { refreshToken },
) => {
  await ctx.limits.take('refresh/address', subscriberOf(ctx.actor.address));
  const shown = read(ctx.derived, refreshToken);
  if (shown === null) throw new DomainError('UNAUTHENTICATED');
  await ctx.limits.check('refresh/family', shown.sessionId);
  const child = childOf(ctx.derived, shown);
  const exchange = { sessionId: shown.sessionId, shown: fingerprint(shown.secret), child: fingerprint(child.secret) };
  const { session, isRotated } = await ctx.run(exchangeToken, exchange);
  if (session === null) throw new DomainError('UNAUTHENTICATED');
  crashPoint('session-rotated');
  if (isRotated) await ctx.limits.take('refresh/family', shown.sessionId);
  return answer(ctx, session, child);
};

interface Exchange {
  readonly sessionId: string;
  /** Fingerprints of the token shown and of the one that follows it. */
  readonly shown: string;
  readonly child: string;
}

interface Outcome {
  readonly session: OpenSession | null;
  readonly isRotated: boolean;
}

type ExchangeNeeds = 'em' | 'actor' | 'now' | 'config' | 'record' | 'publish' | 'enqueue';

/** Never throws for a bad token: what a replay leaves behind must be committed. */
const exchangeToken: UseCase<ExchangeNeeds, Exchange, Outcome> = async (tx, exchange) => {
  const isRotated = await rotate(tx, exchange);
  const session = await tx.em.findOne(
    Session,
    { id: exchange.sessionId, revokedAt: null, expiresAt: { $gt: tx.now } },
    { populate: ['user'] },
  );
  if (session === null || !isOfActivePerson(session)) return { session: null, isRotated: false };
  const { user } = session;
  if (!isRotated && !isGrace(session, exchange, tx.now)) {
    await revokeReplayed(tx, session, user);
    return { session: null, isRotated: false };
  }
  if (isRotated) session.expiresAt = sessionEnd(tx.config, user.role, tx.now);
  return { session: { account: accountOf(user), sessionVersion: user.sessionVersion }, isRotated };
};

/** Compare and swap: of any number of simultaneous exchanges of one token, one moves the session on. */
async function rotate({ em, now }: Tx<'em' | 'now'>, { sessionId, shown, child }: Exchange): Promise<boolean> {
  const result = await writing(em)
    .db.updateTable('session')
    .set({ refresh_hash: child, parent_hash: shown, rotated_at: now, last_used_at: now })
    .where('id', '=', sessionId)
    .where('refresh_hash', '=', shown)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return numberFrom(result.numUpdatedRows) === 1;
}

const isOfActivePerson = ({ user, sessionVersion }: Loaded<Session, 'user'>): boolean =>
  user.status === 'ACTIVE' && user.sessionVersion === sessionVersion;

const isGrace = (session: Session, { shown, child }: Exchange, now: Date): boolean =>
  session.parentHash === shown &&
  session.refreshHash === child &&
  session.rotatedAt !== null &&
  now.getTime() - session.rotatedAt.getTime() <= graceMs;

/** When a used refresh token is replayed: ends the session for its owner and for whoever has the copy, and notifies the owner. */
async function revokeReplayed(tx: Tx<ExchangeNeeds>, session: Session, user: User): Promise<void> {
  Object.assign(session, { revokedAt: tx.now, revokeReason: 'REPLAY' });
  const about = {
    targetType: 'auth',
    targetId: user.id,
    outcome: 'FAILURE',
    payload: { sessionId: session.id, reason: 'REPLAY' },
  } as const;
  // A token that was used is shown again: somebody has a copy of it.
  tx.record({ action: 'SUSPICIOUS_ACTIVITY', ...about });
  tx.record({ action: 'SESSION_REVOKED', severity: 'MEDIUM', ...about });
  tx.publish(sessionsChanged, user.id, { userId: user.id });
  await mailSessionReplayed(tx, user, session);
}
