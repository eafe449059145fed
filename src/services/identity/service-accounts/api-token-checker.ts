import { anonymous, type Actor } from '../../access/actor.ts';
import { isPermission } from '../../access/permissions.ts';
import type { Clock } from '../../kernel/clock.ts';
import { DomainError } from '../../kernel/errors.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { networkOf, subscriberOf } from '../../kernel/network.ts';
import type { RateLimits } from '../../platform/rate-limits.ts';
import type { Db, Run, UseCase } from '../../platform/context.ts';
import { ApiToken } from '../../../entities/identity/api-token.entity.ts';
import { BoundedMap } from '../sessions/bounded-map.ts';
import { sessionsChanged } from '../events.ts';
import { liveApiTokens, type LiveApiToken } from '../queries/live-api-tokens.ts';
import type { Caller, Holder, SessionChecker } from '../sessions/session-checker.ts';
import { tokenMark } from './token-mark.ts';

export interface ApiTokenCheckerParts {
  readonly db: () => Db;
  readonly clock: Clock;
  readonly limits: Pick<RateLimits, 'take' | 'check'>;
  /** Runs a use case as the application. */
  readonly run: Run;
}

/** A token that another process ended is believed in for so long at most; its last use is noted to the minute. */
const freshMs = 5_000;
const noteMs = 60_000;
const maxEntries = 1_000;
const streamPrefix = `${sessionsChanged.name}:`;

interface CachedToken {
  readonly token: LiveApiToken;
  readonly until: number;
}

/** Tokens read lately, so that a request costs no read for its program. */
function createTokenCache({ db, clock, limits }: Omit<ApiTokenCheckerParts, 'run'>) {
  const cachedTokens = new BoundedMap<CachedToken>(maxEntries);
  let changes = 0;

  const readFresh = async (hash: string, caller: Caller): Promise<LiveApiToken> => {
    const client = subscriberOf(caller.address);
    await limits.check('api-token/address', client);
    const [now, changesBefore] = [clock.now(), changes];
    const [token] = await liveApiTokens({ db: db(), now }, { hashes: [hash] });
    if (token === undefined) {
      await limits.take('api-token/address', client);
      throw new DomainError('UNAUTHENTICATED');
    }
    // What was read while a change was published may be older than the change.
    if (changes === changesBefore) cachedTokens.set(hash, { token, until: now.getTime() + freshMs });
    return token;
  };

  return {
    of: async (secret: string, caller: Caller): Promise<LiveApiToken> => {
      const hash = fingerprint(secret);
      const known = cachedTokens.get(hash);
      const now = clock.now().getTime();
      return known !== undefined && known.until > now && known.token.expiresAt.getTime() > now
        ? known.token
        : readFresh(hash, caller);
    },
    forget: (accounts: ReadonlySet<string>): void => {
      changes += 1;
      for (const [hash, { token }] of cachedTokens) if (accounts.has(token.accountId)) cachedTokens.delete(hash);
    },
  };
}

/** The session checker, with API tokens of programs beside the sessions of people. */
export function withApiTokens(sessions: SessionChecker, { run, ...parts }: ApiTokenCheckerParts): SessionChecker {
  const { db, clock } = parts;
  const cache = createTokenCache(parts);
  const notedAt = new BoundedMap<number>(maxEntries);

  const noteUse = async ({ tokenId }: LiveApiToken, caller: Caller): Promise<void> => {
    const now = clock.now().getTime();
    if ((notedAt.get(tokenId) ?? 0) > now - noteMs) return;
    notedAt.set(tokenId, now);
    await run(noteTokenUse, { tokenId, network: networkOf(caller.address) });
  };

  const holderOf = async (secret: string | undefined, caller: Caller): Promise<Holder> => {
    if (secret?.startsWith(tokenMark) !== true) return sessions.holderOf(secret, caller);
    const token = await cache.of(secret, caller);
    await noteUse(token, caller);
    return { actor: actorOf(token, caller), expiresAt: token.expiresAt };
  };

  return {
    holderOf,
    authenticate: async (token, caller) => (await holderOf(token, caller)).actor,
    activeAmong: async (ids) => {
      const tokens = await liveApiTokens({ db: db(), now: clock.now() }, { ids });
      return new Map([...(await sessions.activeAmong(ids)), ...tokens.map(({ tokenId }) => [tokenId, null] as const)]);
    },
    onPublished: (published) => {
      const changed = published
        .filter(({ stream }) => stream.startsWith(streamPrefix))
        .map(({ stream }) => stream.slice(streamPrefix.length));
      if (changed.length > 0) cache.forget(new Set(changed));
      sessions.onPublished(published);
    },
  };
}

const actorOf = ({ tokenId, accountId, scopes }: LiveApiToken, caller: Caller): Actor => ({
  ...anonymous(caller),
  kind: 'SERVICE',
  sessionId: tokenId,
  service: { accountId, scopes: scopes.filter(isPermission) },
});

const noteTokenUse: UseCase<'em' | 'now', { tokenId: string; network: string | null }, void> = async (
  { em, now },
  { tokenId, network },
) => void (await em.nativeUpdate(ApiToken, { id: tokenId }, { lastUsedAt: now, lastUsedFrom: network }));
