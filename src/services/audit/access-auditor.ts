import { anonymous, idOf, type Actor } from '../access/actor.ts';
import type { AuditTarget } from '../kernel/audit-actions.ts';
import { networkOf } from '../kernel/network.ts';
import type { Logger } from '../platform/logger.ts';
import type { AuditRecord, RequestContext } from '../platform/context.ts';
import type { Entered } from './append.ts';
import type { BatchWriter } from './batch-writer.ts';

/** What a door saw: somebody was refused, or looked at something of the back office. */
export interface AccessEvent {
  readonly action: 'UNAUTHORIZED_ACCESS' | 'ADMIN_ACCESS';
  /** `graphql`, `socket`, or a route: `/files/:id`. */
  readonly entryPoint: string;
  /** A root field, or the object that was asked for. */
  readonly targetId: string;
  readonly targetType?: AuditTarget;
  /** The code of the refusal. */
  readonly code?: string;
}

/** Who stood at the door. */
export interface Seen extends Pick<RequestContext, 'actor' | 'requestId' | 'now'> {
  readonly log: Pick<Logger, 'error'>;
}

/**
 * Notes what the doors see, and cannot be made to flood the journal: the first time is an entry at once, the others of the
 * same minute, person and door are one more entry with their number. Waited for by nobody.
 */
export interface AccessAuditor {
  see(seen: Seen, accessEvent: AccessEvent): void;
  /** Writes what was counted so far. Nothing may be seen after it. */
  close(): Promise<void>;
}

export interface AccessAuditorSettings {
  readonly windowMs?: number;
  /** Told apart at once; whoever comes when there are more is counted with the others. */
  readonly mostKeys?: number;
}

/** So many refusals within a minute are no mistake any more. */
export const suspiciousRefusals = 20;
const targetsNamed = 10;

interface Tally {
  readonly timer: NodeJS.Timeout;
  count: number;
  last: { readonly seen: Seen; readonly accessEvent: AccessEvent };
  readonly targets: Set<string>;
}

export function createAccessAuditor(
  writer: BatchWriter,
  { windowMs = 60_000, mostKeys = 1_000 }: AccessAuditorSettings = {},
): AccessAuditor {
  const tallies = new Map<string, Tally>();
  const pending = new Set<Promise<void>>();
  const write = ({ actor, requestId, now, log }: Seen, record: AuditRecord): void => {
    const entered: Entered = { record, present: { actor, requestId, now } };
    const written = writer
      .add(entered)
      .catch((error: unknown) => log.error({ error, requestId }, 'what a door saw was not journalled'))
      .finally(() => pending.delete(written));
    pending.add(written);
  };
  const settle = (key: string): void => {
    const tally = tallies.get(key);
    if (tally === undefined) return;
    clearTimeout(tally.timer);
    tallies.delete(key);
    if (tally.count > 1) write(tally.last.seen, repeated(tally));
  };
  const begin = (key: string, seen: Seen, accessEvent: AccessEvent): void => {
    const timer = setTimeout(settle, windowMs, key).unref();
    tallies.set(key, { timer, count: 1, last: { seen, accessEvent }, targets: new Set() });
    write(seen, first(accessEvent));
  };
  return {
    see: (seen, accessEvent) => {
      const isOverflow = tallies.size >= mostKeys && !tallies.has(keyOf(seen.actor, accessEvent));
      const who = isOverflow ? { ...seen, actor: crowd } : seen;
      const key = isOverflow ? `crowd ${accessEvent.action}` : keyOf(seen.actor, accessEvent);
      const tally = tallies.get(key);
      if (tally === undefined) return begin(key, who, accessEvent);
      tally.count += 1;
      tally.last = { seen: who, accessEvent };
      if (tally.targets.size < targetsNamed) tally.targets.add(accessEvent.targetId);
      if (accessEvent.action === 'UNAUTHORIZED_ACCESS' && tally.count === suspiciousRefusals)
        write(who, suspicion(accessEvent, tally));
    },
    close: async () => {
      for (const key of [...tallies.keys()]) settle(key);
      await Promise.all([writer.close(), ...pending]);
    },
  };
}

/** Too many at once to tell them apart: nobody in particular is named. */
const crowd: Actor = anonymous({ locale: 'fr', address: null, agent: null });

/** A person at a door, whatever they are refused there; a look, by what was looked at. Strangers are told apart by their network. */
const keyOf = (actor: Actor, { action, entryPoint, targetId }: AccessEvent): string =>
  [action, idOf(actor) ?? networkOf(actor.address), entryPoint, action === 'ADMIN_ACCESS' ? targetId : ''].join(' ');

const outcomeOf = ({ action }: AccessEvent): 'SUCCESS' | 'FAILURE' =>
  action === 'UNAUTHORIZED_ACCESS' ? 'FAILURE' : 'SUCCESS';

const first = (accessEvent: AccessEvent): AuditRecord => {
  const { action, entryPoint, code, targetType, targetId } = accessEvent;
  return {
    action,
    outcome: outcomeOf(accessEvent),
    targetId: targetId.slice(0, 64),
    payload: { door: entryPoint, ...(code === undefined ? {} : { code }) },
    ...(targetType === undefined ? {} : { targetType }),
  };
};

/** The others of the minute: how many, and some of what they were about. */
const repeated = ({ count, last: { accessEvent }, targets }: Tally): AuditRecord => ({
  action: accessEvent.action,
  outcome: outcomeOf(accessEvent),
  targetId: targets.size === 1 ? accessEvent.targetId.slice(0, 64) : null,
  payload: { door: accessEvent.entryPoint, count: count - 1, targets: [...targets] },
});

const suspicion = ({ entryPoint }: AccessEvent, { count, targets }: Tally): AuditRecord => ({
  action: 'SUSPICIOUS_ACTIVITY',
  targetType: 'system',
  targetId: entryPoint.slice(0, 64),
  outcome: 'FAILURE',
  payload: { door: entryPoint, refusals: count, targets: [...targets] },
});
