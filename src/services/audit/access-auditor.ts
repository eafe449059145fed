import { anonymous, idOf, type Actor } from '../access/actor.ts';
import type { AuditTarget } from '../kernel/audit-actions.ts';
import { networkOf } from '../kernel/network.ts';
import type { Logger } from '../platform/logger.ts';
import type { AuditRecord, RequestContext } from '../platform/context.ts';
import type { Entered } from './append.ts';
import type { BatchWriter } from './batch-writer.ts';

/** A refused request, or a look at something of the back office. */
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

/** Who made the request. */
export interface AccessContext extends Pick<RequestContext, 'actor' | 'requestId' | 'now'> {
  readonly log: Pick<Logger, 'error'>;
}

/**
 * Records access events without letting anybody flood the audit log: the first one is an entry at once; the others of the
 * same minute, actor and entry point are one more entry with their number. Callers do not wait for the write.
 */
export interface AccessAuditor {
  see(context: AccessContext, accessEvent: AccessEvent): void;
  /** Writes what was counted so far. Nothing may be seen after it. */
  close(): Promise<void>;
}

export interface AccessAuditorSettings {
  readonly windowMs?: number;
  /** Counted separately at a time; events of further actors go to one overflow bucket. */
  readonly mostKeys?: number;
}

/** Refusals within a minute from which on they are suspicious. */
export const suspiciousRefusals = 20;
const targetsNamed = 10;

interface Tally {
  readonly timer: NodeJS.Timeout;
  count: number;
  last: { readonly context: AccessContext; readonly accessEvent: AccessEvent };
  readonly targets: Set<string>;
}

export function createAccessAuditor(
  writer: BatchWriter,
  { windowMs = 60_000, mostKeys = 1_000 }: AccessAuditorSettings = {},
): AccessAuditor {
  const tallies = new Map<string, Tally>();
  const pending = new Set<Promise<void>>();
  const write = ({ actor, requestId, now, log }: AccessContext, record: AuditRecord): void => {
    const entered: Entered = { record, present: { actor, requestId, now } };
    const written = writer
      .add(entered)
      .catch((error: unknown) => log.error({ error, requestId }, 'access event not recorded'))
      .finally(() => pending.delete(written));
    pending.add(written);
  };
  const flush = (key: string): void => {
    const tally = tallies.get(key);
    if (tally === undefined) return;
    clearTimeout(tally.timer);
    tallies.delete(key);
    if (tally.count > 1) write(tally.last.context, repeated(tally));
  };
  const begin = (key: string, context: AccessContext, accessEvent: AccessEvent): void => {
    const timer = setTimeout(flush, windowMs, key).unref();
    tallies.set(key, { timer, count: 1, last: { context, accessEvent }, targets: new Set() });
    write(context, first(accessEvent));
  };
  return {
    see: (context, accessEvent) => {
      const isOverflow = tallies.size >= mostKeys && !tallies.has(keyOf(context.actor, accessEvent));
      const noted = isOverflow ? { ...context, actor: overflowActor } : context;
      const key = isOverflow ? `overflow ${accessEvent.action}` : keyOf(context.actor, accessEvent);
      const tally = tallies.get(key);
      if (tally === undefined) return begin(key, noted, accessEvent);
      tally.count += 1;
      tally.last = { context: noted, accessEvent };
      if (tally.targets.size < targetsNamed) tally.targets.add(accessEvent.targetId);
      if (accessEvent.action === 'UNAUTHORIZED_ACCESS' && tally.count === suspiciousRefusals)
        write(noted, suspicion(accessEvent, tally));
    },
    close: async () => {
      for (const key of [...tallies.keys()]) flush(key);
      await Promise.all([writer.close(), ...pending]);
    },
  };
}

/** The actor of the overflow bucket: nobody in particular. */
const overflowActor: Actor = anonymous({ locale: 'fr', address: null, agent: null });

/** Refusals are counted per actor and entry point, looks also per target. Unknown actors are distinguished by their network. */
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

/** The others of the minute: how many, and some of their targets. */
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
