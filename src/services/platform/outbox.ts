import { sql } from 'kysely';
import { DomainError } from '../kernel/errors.ts';
import { newId } from '../kernel/ids.ts';
import { insertCompiled } from './orm/compiled.ts';
import type { EntityManager } from './orm/orm.ts';
import { jsonText, writing } from './orm/values.ts';
import type { EventType, JobOptions, RequestContext, Subscription } from './context.ts';
import type { TaskDefinition } from './task.ts';

/** The events and jobs of a use case, before they are written. */
export interface Outgoing {
  readonly events: { event: EventType; payload: unknown }[];
  readonly jobs: { task: TaskDefinition; payload: unknown; options: JobOptions }[];
}

interface DueJob {
  readonly task: TaskDefinition;
  readonly payload: Record<string, unknown>;
  readonly eventId: string | null;
  readonly options: JobOptions;
}

/** Writes events, one job per subscriber, and the enqueued jobs; returns how many jobs there are to run. */
export async function writeOutbox(
  em: EntityManager,
  outgoing: Outgoing,
  context: { subscriptions: readonly Subscription[]; present: RequestContext },
): Promise<number> {
  const { present, subscriptions } = context;
  const shared = { request_id: present.requestId, created_at: present.now };
  const events = outgoing.events.map(({ event, payload }) => ({
    id: newId(),
    name: event.name,
    payload: checked(event.name, event, payload),
  }));
  const jobs: DueJob[] = outgoing.jobs.map(({ task, payload, options }) => ({
    task,
    payload: checked(task.kind, task, payload),
    eventId: null,
    options,
  }));
  for (const { id, name, payload } of events) {
    for (const { event, task } of subscriptions)
      if (event.name === name) jobs.push({ task, payload, eventId: id, options: {} });
  }
  if (events.length > 0) {
    const rows = events.map((event) => ({ ...event, payload: jsonText(event.payload), ...shared }));
    const { db } = writing(em);
    await insertCompiled(db, 'outbox_event', { rows, make: () => db.insertInto('outbox_event').values(rows) });
  }
  if (jobs.length > 0) await insertJobs(em, jobs, present);
  return jobs.length;
}

async function insertJobs(em: EntityManager, jobs: readonly DueJob[], present: RequestContext): Promise<void> {
  const { db, dialect } = writing(em);
  const rows = jobs.map(({ task, payload, eventId, options }) => ({
    id: newId(),
    kind: task.kind,
    payload: jsonText(payload),
    event_id: eventId,
    state: 'PENDING' as const,
    priority: options.priority ?? task.priority ?? 100,
    max_attempts: task.maxAttempts ?? 8,
    attempts: 0,
    run_at: options.runAt ?? present.now,
    dedupe_key: options.dedupeKey ?? null,
    request_id: present.requestId,
    created_at: present.now,
  }));
  const make = () => {
    const insert = db.insertInto('job').values(rows);
    return dialect === 'mysql'
      ? insert.onDuplicateKeyUpdate({ id: sql`id` })
      : insert.onConflict((conflict) => conflict.column('dedupe_key').doNothing());
  };
  await insertCompiled(db, 'job', { rows, make });
}

function checked(
  name: string,
  { payload: schema }: Pick<EventType, 'payload'>,
  payload: unknown,
): Record<string, unknown> {
  const parsed = schema.safeParse(payload);
  if (!parsed.success) throw new DomainError('INTERNAL', { name }, { cause: parsed.error });
  return parsed.data as Record<string, unknown>;
}
