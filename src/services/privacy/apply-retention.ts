import { LockMode } from '@mikro-orm/core';
import { RetentionRun } from '../../entities/privacy/retention.entity.ts';
import { writing } from '../platform/orm/values.ts';
import { applyTo, dueRows, limitOf, type RetentionClass } from '../platform/retention.ts';
import type { Operation, TransactionContext, AppContext, UseCase } from '../platform/context.ts';
import type { applyRetentionTask } from './tasks/definitions.ts';
import type { PayloadOf } from '../platform/task.ts';

/** Rows of one transaction: short enough that nobody waits behind it. */
const batch = 200;

interface Step {
  readonly runId: string;
  readonly retained: RetentionClass;
}

/**
 * The job of a run: class after class, batch after batch, each a transaction that also notes how far it is. Killed, it
 * begins again where it stopped; done twice, it does nothing the second time.
 */
export const applyRetention: Operation<keyof AppContext, PayloadOf<typeof applyRetentionTask>, void> = async (
  ctx,
  { runId },
) => {
  const begun = await ctx.run(loadRun, { runId });
  if (begun === null) return;
  for (const retained of ctx.retention) {
    const days = begun.periods[retained.name];
    if (days === undefined) continue;
    do {
      if (retained.check === undefined) continue;
      const next = await dueRows(ctx.db, retained, { limit: limitOf(begun.asOf, days), most: batch });
      await retained.check(
        ctx,
        next.map(({ id }) => id),
      );
    } while (!(await ctx.run(applyBatch, { runId, retained })));
  }
  await ctx.run(finish, { runId });
};

const loadRun: UseCase<'em', { readonly runId: string }, Pick<RetentionRun, 'asOf' | 'periods'> | null> = async (
  { em },
  { runId },
) => em.findOne(RetentionRun, { id: runId, finishedAt: null });

/** One batch of one class; `true` when the class is done, which leaves one entry in the audit log with how many went. */
const applyBatch: UseCase<keyof TransactionContext, Step, boolean> = async (tx, { runId, retained }) => {
  const { em, record } = tx;
  const { name } = retained;
  const run = await em.findOneOrFail(RetentionRun, { id: runId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const before = run.progress[name] ?? { count: 0, isDone: false };
  if (before.isDone || run.finishedAt !== null) return true;
  const due = await dueRows(writing(em).db, retained, {
    limit: limitOf(run.asOf, run.periods[name] as number),
    most: batch,
  });
  if (due.length > 0)
    await applyTo(
      tx,
      retained,
      due.map(({ id }) => id),
    );
  const now = { count: before.count + due.length, isDone: due.length < batch };
  run.progress = { ...run.progress, [name]: now };
  if (now.isDone && now.count > 0)
    record({
      action: 'RETENTION_APPLIED',
      payload: { runId, recordClass: name, action: retained.action, count: now.count, days: run.periods[name] },
    });
  return now.isDone;
};

const finish: UseCase<'em' | 'now', { readonly runId: string }, void> = async ({ em, now }, { runId }) =>
  void (await em.nativeUpdate(RetentionRun, { id: runId, finishedAt: null }, { finishedAt: now }));
