import type { AccessClaims, AccessTokens } from '../../adapters/access-tokens/port.ts';
import { anonymous, type Actor } from '../../access/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { UserRole } from '../../kernel/roles.ts';
import type { LivePublication } from '../../platform/live/append.ts';
import type { Db } from '../../platform/context.ts';
import { BoundedMap } from './bounded-map.ts';
import { sessionsChanged } from '../events.ts';
import { liveSessions } from '../queries/live-sessions.ts';
import { createSessionCache } from './session-cache.ts';

/** What is known of a caller apart from their token. */
export type Caller = Pick<Actor, 'locale' | 'address' | 'agent'>;

/** The holder of a token, and until when it lasts. */
export interface Holder {
  readonly actor: Actor;
  /** When the access token runs out; `null` for nobody. A socket closes then. */
  readonly expiresAt: Date | null;
}

export interface SessionChecker {
  /** The actor of this access token; anonymous when there is none. `UNAUTHENTICATED` for one that is not, or no longer, good. */
  authenticate(token: string | undefined, caller: Caller): Promise<Actor>;
  /** The same, with the end of the token's life. */
  holderOf(token: string | undefined, caller: Caller): Promise<Holder>;
  /** Which of these sessions (and API tokens, which have no role) are in force at this instant, and in which role, read afresh in one statement; for the sockets that are open. */
  activeAmong(sessionIds: readonly string[]): Promise<ReadonlyMap<string, UserRole | null>>;
  /** Handles what a transaction published, here or in another process: sessions of people whose sessions changed leave the cache at once. */
  onPublished(published: readonly Pick<LivePublication, 'stream'>[]): void;
}

export interface SessionCheckerParts {
  readonly db: () => Db;
  readonly clock: Clock;
  readonly accessTokens: AccessTokens;
}

const mostTokens = 10_000;
const streamPrefix = `${sessionsChanged.name}:`;

/** Verifies access tokens and reads their sessions. Both are cached, so that most requests cost neither. */
export function createSessionChecker({ db, clock, accessTokens }: SessionCheckerParts): SessionChecker {
  const tokens = new BoundedMap<AccessClaims>(mostTokens);
  const cache = createSessionCache(db);

  const claimsOf = (token: string, now: Date): AccessClaims => {
    const known = tokens.get(token);
    if (known !== undefined && known.expiresAt > now) return known;
    const claims = accessTokens.verify(token, now);
    tokens.set(token, claims);
    return claims;
  };

  const holderOf = async (token: string | undefined, caller: Caller): Promise<Holder> => {
    if (token === undefined) return { actor: anonymous(caller), expiresAt: null };
    const now = clock.now();
    const { userId, sessionId, sessionVersion, expiresAt } = claimsOf(token, now);
    const session = await cache.of(sessionId, now);
    if (session.userId !== userId || session.sessionVersion !== sessionVersion)
      throw new DomainError('UNAUTHENTICATED');
    const { role, locale, sets, provenAt } = session;
    return {
      actor: {
        kind: 'PERSON',
        userId,
        role,
        sets,
        sessionId,
        locale,
        provenAt,
        address: caller.address,
        agent: caller.agent,
      },
      expiresAt,
    };
  };

  return {
    holderOf,
    authenticate: async (token, caller) => (await holderOf(token, caller)).actor,
    activeAmong: async (sessionIds) => {
      const alive = await liveSessions({ db: db(), now: clock.now() }, sessionIds);
      return new Map([...alive].map(([sessionId, { role }]) => [sessionId, role]));
    },
    onPublished: (published) => {
      const people = peopleOf(published);
      if (people.size > 0) cache.forget(people);
    },
  };
}

/** Whose sessions these publications say have changed. */
const peopleOf = (published: readonly Pick<LivePublication, 'stream'>[]): Set<string> =>
  new Set(
    published
      .filter(({ stream }) => stream.startsWith(streamPrefix))
      .map(({ stream }) => stream.slice(streamPrefix.length)),
  );
