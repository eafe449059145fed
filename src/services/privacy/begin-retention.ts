import { RetentionRun } from '../../entities/privacy/retention.entity.ts';
import { demand } from '../access/actor.ts';
import { writing } from '../platform/orm/values.ts';
import { periodsOf, type RetentionClass } from '../platform/retention.ts';
import type { Operation, UseCase } from '../platform/scope.ts';
import { runRowOf, type RetentionRunRow } from './queries/list-retention-runs.ts';
import { applyRetentionJob } from './tasks/jobs.ts';

interface Beginning {
  readonly classes: readonly RetentionClass[];
}

/** Begins a run, by the periods of this instant; a job does it. One that is under way is answered instead of a second one. */
const begin: UseCase<'em' | 'actor' | 'now' | 'enqueue', Beginning, RetentionRunRow> = async ({ em, actor, now, enqueue }, { classes }) => {
  const underWay = await em.findOne(RetentionRun, { finishedAt: null }, { orderBy: { id: 'asc' } });
  const run = underWay ?? em.create(RetentionRun, { asOf: now, startedById: actor.userId, periods: await periodsOf(writing(em).db, classes), progress: {} });
  enqueue(applyRetentionJob, { runId: run.id }, underWay === null ? { dedupeKey: `${applyRetentionJob.kind}:${run.id}` } : {});
  return runRowOf(run);
};

/** An admin has everything whose period is over removed now, and not only in the night. */
export const runRetention: Operation<'run' | 'actor' | 'retention', void, RetentionRunRow> = async ({ run, actor, retention }) => {
  demand(actor, 'retention:run');
  return run(begin, { classes: retention });
};

/** The job of every night. */
export const beginRetention: Operation<'run' | 'retention', unknown, void> = async ({ run, retention }) => void (await run(begin, { classes: retention }));
