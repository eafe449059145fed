import { Cron } from 'croner';
import { system } from '../access/actor.ts';
import { newId } from '../kernel/ids.ts';
import type { Logger } from './logger.ts';
import { instantFrom, writing } from './orm/values.ts';
import type { Db, Tx, AppContext } from './context.ts';
import type { TaskDefinition } from './task.ts';
import type { Origin } from './unit-of-work.ts';

/** Work that is due at certain times: at each of them one job is queued, once for all processes together. */
export interface Schedule {
  /** Identifies the schedule in the database: under a new name it is a new schedule. */
  readonly name: string;
  /** Five or six cron fields, read in `zone`. */
  readonly cron: string;
  /** The application's time zone (`TIME_ZONE`) unless given. */
  readonly zone?: string;
  readonly task: TaskDefinition;
  readonly payload: unknown;
}

/** The payload of a task; may be left out where it is empty. */
type Given<P> = Record<string, never> extends P ? { readonly payload?: P } : { readonly payload: P };

/** `schedule({ name: 'audit.check', cron: '20 4 * * *', task: checkAuditLog })`; the type of the payload is checked here. */
export const schedule = <P>(
  it: Omit<Schedule, 'task' | 'payload'> & { readonly task: TaskDefinition<P> } & Given<P>,
): Schedule => ({ payload: {}, ...it, task: it.task as TaskDefinition });

export interface SchedulerParts {
  readonly schedules: readonly Schedule[];
  readonly contextFor: (origin: Origin) => AppContext;
  readonly log: Logger;
}

export interface Scheduler {
  /** Catches up, then looks every second; an error is logged, and the next look retries. */
  start(): void;
  /** Queues the jobs that became due since the last look (on the first look, the last missed one of each schedule). Returns how many. */
  look(): Promise<number>;
  stop(): Promise<void>;
}

const second = 1_000;
const windows = [3_600, 86_400, 32 * 86_400, 366 * 86_400].map((seconds) => seconds * second);

/** The last time a cron expression was due in `(after, until]`; null when it was not. */
export function lastDue(cron: Cron, after: Date, until: Date): Date | null {
  for (const window of windows) {
    const from = Math.max(after.getTime(), until.getTime() - window);
    let last: Date | null = null;
    for (let next = cron.nextRun(new Date(from)); next !== null && next <= until; next = cron.nextRun(next))
      last = next;
    if (last !== null || from === after.getTime()) return last;
  }
  return null;
}

export function createScheduler({ schedules, contextFor, log }: SchedulerParts): Scheduler {
  if (new Set(schedules.map(({ name }) => name)).size !== schedules.length)
    throw new Error('Two schedules have the same name');
  const currentContext = () => contextFor({ actor: system, requestId: newId() });
  const lookOnce = createLook(schedules, currentContext, log);
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<number> | null = null;
  const look = async (): Promise<number> => {
    looking ??= lookOnce().finally(() => (looking = null));
    return looking;
  };
  return {
    look,
    start() {
      timer = setInterval(
        () => void look().catch((error: unknown) => log.error({ error }, 'schedules could not be looked at')),
        second,
      );
    },
    async stop() {
      clearInterval(timer);
      await looking?.catch(() => undefined);
    },
  };
}

/** One look at every schedule, from where the last look ended. */
function createLook(
  schedules: readonly Schedule[],
  currentContext: () => AppContext,
  log: Logger,
): () => Promise<number> {
  const crons = schedules.map((it) => ({
    it,
    cron: new Cron(it.cron, { timezone: it.zone ?? currentContext().config.TIME_ZONE }),
  }));
  /** Up to when each schedule has been looked at. */
  const seen = new Map<string, Date>();
  return async () => {
    const { run, db, now } = currentContext();
    if (seen.size === 0) {
      const runs = await lastRuns(db);
      // A schedule that has never run has missed nothing: it begins now.
      for (const { it } of crons) seen.set(it.name, runs.get(it.name) ?? now);
    }
    let queued = 0;
    for (const { it, cron } of crons) {
      try {
        const dueAt = lastDue(cron, seen.get(it.name) as Date, now);
        if (dueAt !== null && (await run(fire, { it, dueAt }))) queued += 1;
        seen.set(it.name, now);
      } catch (error) {
        // `seen` is not advanced: the next look retries this schedule. The other schedules go on.
        log.error({ error, schedule: it.name }, 'a schedule could not queue its job');
      }
    }
    return queued;
  };
}

async function lastRuns(db: Db): Promise<Map<string, Date>> {
  const rows = await db
    .selectFrom('schedule_run')
    .select((eb) => ['name', eb.fn.max('due_at').as('due_at')])
    .groupBy('name')
    .execute();
  return new Map(rows.map(({ name, due_at }) => [name, instantFrom(due_at)]));
}

/** The process that inserts the run's row queues its job, in the same transaction; the others find the row and do nothing. */
async function fire(
  { em, now, enqueue }: Tx<'em' | 'now' | 'enqueue'>,
  { it, dueAt }: { it: Schedule; dueAt: Date },
): Promise<boolean> {
  const { db, dialect } = writing(em);
  const insert = db.insertInto('schedule_run').values({ name: it.name, due_at: dueAt, created_at: now });
  const { numInsertedOrUpdatedRows } = await (
    dialect === 'mysql' ? insert.ignore() : insert.onConflict((conflict) => conflict.doNothing())
  ).executeTakeFirst();
  if (Number(numInsertedOrUpdatedRows) !== 1) return false;
  enqueue(it.task, it.payload);
  return true;
}
