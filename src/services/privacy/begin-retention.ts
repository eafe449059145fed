import { LockMode } from '@mikro-orm/core';
import { RetentionRun } from '../../entities/privacy/retention.entity.ts';
import { requirePermission } from '../access/actor.ts';
import { writing } from '../platform/orm/values.ts';
import { periodsOf, type RetentionClass } from '../platform/retention.ts';
import type { Tx, Operation, UseCase } from '../platform/context.ts';
import { runRowOf, type RetentionRunRow } from './queries/list-retention-runs.ts';
import { applyRetentionTask } from './tasks/definitions.ts';
import type { beginRetentionTask } from './tasks/definitions.ts';
import type { PayloadOf } from '../platform/task.ts';

interface Beginning {
  readonly classes: readonly RetentionClass[];
}

/** A run that is not over by then never will be: something it met is not as it must be, and its job said so. */
const longestMs = 12 * 3_600_000;

/** Begins a run, by the periods of this instant; a job does it. One that is under way is answered instead of a second one. */
const begin: UseCase<'em' | 'actor' | 'now' | 'enqueue' | 'record', Beginning, RetentionRunRow> = async (
  tx,
  { classes },
) => {
  const { em, actor, now, enqueue } = tx;
  const open = await em.find(
    RetentionRun,
    { finishedAt: null },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const stale = open.filter(({ asOf }) => now.getTime() - asOf.getTime() > longestMs);
  for (const run of stale) giveUp(tx, run);
  const underWay = open.find((run) => !stale.includes(run)) ?? null;
  const run =
    underWay ??
    em.create(RetentionRun, {
      asOf: now,
      startedById: actor.userId,
      periods: await periodsOf(writing(em).db, classes),
      progress: {},
    });
  enqueue(
    applyRetentionTask,
    { runId: run.id },
    underWay === null ? { dedupeKey: `${applyRetentionTask.kind}:${run.id}` } : {},
  );
  return runRowOf(run);
};

/** What it did is written down all the same; what it did not do, the next one does. */
function giveUp({ now, record }: Tx<'now' | 'record'>, run: RetentionRun): void {
  run.finishedAt = now;
  for (const [recordClass, { count, isDone }] of Object.entries(run.progress)) {
    if (!isDone && count > 0)
      record({
        action: 'RETENTION_APPLIED',
        outcome: 'FAILURE',
        payload: { runId: run.id, recordClass, count, days: run.periods[recordClass] },
      });
  }
}

/** An admin has everything whose period is over removed now, and not only in the night. */
export const runRetention: Operation<'run' | 'actor' | 'retention', void, RetentionRunRow> = async ({
  run,
  actor,
  retention,
}) => {
  requirePermission(actor, 'retention:run');
  return run(begin, { classes: retention });
};

/** The job of every night. */
export const beginRetention: Operation<'run' | 'retention', PayloadOf<typeof beginRetentionTask>, void> = async ({
  run,
  retention,
}) => void (await run(begin, { classes: retention }));
