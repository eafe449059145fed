import { Reconciliation } from '../../../entities/billing/reconciliation.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { numberFrom, writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';
import { alertDifferencesTask } from '../tasks/reconcile.task.ts';
import type { Taken } from './lease.ts';

export interface Finished {
  readonly id: string;
  readonly examined: number;
  /** Could not be read from their provider. */
  readonly unread: number;
  readonly differences: number;
  readonly mended: number;
}

/** Ends a reconciliation; differences are mailed to the admins. */
export async function finishReconciliation(
  { em, now, record, enqueue }: Tx<'em' | 'now' | 'record' | 'enqueue'>,
  { id, workerId }: Taken,
): Promise<Finished> {
  const report = await em.findOne(Reconciliation, { id, workerId });
  if (report === null) throw new DomainError('CONFLICT', { reconciliationId: id });
  const counted = await writing(em)
    .db.selectFrom('reconciliation_difference')
    .select(({ fn }) => ['is_mended as isMended', fn.countAll().as('count')])
    .where('reconciliation_id', '=', id)
    .groupBy('is_mended')
    .execute();
  const countOf = (isMended: number): number =>
    numberFrom(counted.find((row) => Number(row.isMended) === isMended)?.count);
  report.mended = countOf(1);
  report.differences = countOf(0) + countOf(1);
  report.status = report.unread > 0 ? 'INCOMPLETE' : 'COMPLETE';
  report.finishedAt = now;
  report.runningAs = null;
  report.workerId = null;
  report.leaseUntil = null;
  const { examined, unread, differences, mended } = report;
  record({
    action: 'PAYMENTS_RECONCILED',
    targetType: 'system',
    targetId: id,
    outcome: unread > 0 ? 'FAILURE' : 'SUCCESS',
    payload: { examined, unread, differences, mended },
  });
  if (differences > 0)
    enqueue(alertDifferencesTask, { reconciliationId: id }, { dedupeKey: `${alertDifferencesTask.kind}:${id}` });
  return { id, examined, unread, differences, mended };
}
