import { DomainError } from '../../kernel/errors.ts';
import type { Db } from '../../platform/context.ts';
import { BoundedMap } from './bounded-map.ts';
import { liveSessions, type LiveSession } from '../queries/live-sessions.ts';

/** A session that another process ended is believed in for so long at most. */
const freshMs = 5_000;
const maxEntries = 10_000;

/** Sessions read lately, so that a request costs no read for its actor. */
export interface SessionCache {
  /** A session in force, read at most five seconds ago. Throws `UNAUTHENTICATED` when it is not in force. */
  of(sessionId: string, now: Date): LiveSession | Promise<LiveSession>;
  /** Drops what is remembered of these people. */
  forget(people: ReadonlySet<string>): void;
}

export function createSessionCache(db: () => Db): SessionCache {
  const sessions = new BoundedMap<{ session: LiveSession; until: number }>(maxEntries);
  const reading = new Map<string, Promise<LiveSession>>();
  let changes = 0;

  const readFresh = async (sessionId: string, now: Date): Promise<LiveSession> => {
    const changesBefore = changes;
    const session = (await liveSessions({ db: db(), now }, [sessionId])).get(sessionId);
    if (session === undefined) throw new DomainError('UNAUTHENTICATED');
    // What was read while a change was published may be older than the change.
    if (changes === changesBefore) sessions.set(sessionId, { session, until: now.getTime() + freshMs });
    return session;
  };

  return {
    of: (sessionId, now) => {
      const known = sessions.get(sessionId);
      if (known !== undefined && known.until > now.getTime()) return known.session;
      const started = reading.get(sessionId);
      if (started !== undefined) return started;
      const read = readFresh(sessionId, now).finally(() => {
        if (reading.get(sessionId) === read) reading.delete(sessionId);
      });
      reading.set(sessionId, read);
      return read;
    },
    forget: (people) => {
      changes += 1;
      reading.clear();
      for (const [sessionId, { session }] of sessions) if (people.has(session.userId)) sessions.delete(sessionId);
    },
  };
}
