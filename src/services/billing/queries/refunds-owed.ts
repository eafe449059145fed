import type { SubjectType } from '../../kernel/subject.ts';
import type { ReadContext } from '../../platform/context.ts';

/**
 * The subjects of a type that somebody paid and is owed the money of, also by their invoice: what came twice or too late, and refunds
 * that failed. Few, and found by indexes.
 */
export async function subjectsOwedRefunds(
  { db }: Pick<ReadContext, 'db'>,
  type: SubjectType,
): Promise<readonly string[]> {
  const payments = db
    .selectFrom('payment as p')
    .leftJoin('invoice as i', (join) => join.onRef('i.id', '=', 'p.subject_id').on('p.subject_type', '=', 'INVOICE'))
    .select(({ fn }) => [
      fn.coalesce('i.subject_type', 'p.subject_type').as('type'),
      fn.coalesce('i.subject_id', 'p.subject_id').as('id'),
    ]);
  const due = payments.where('p.refund_due_reason', 'is not', null);
  const failed = payments
    .innerJoin('refund as r', 'r.payment_id', 'p.id')
    .where('r.status', '=', 'FAILED')
    .whereRef('p.refunded_cents', '<', 'p.amount_cents');
  const rows = await due.union(failed).execute();
  return rows.flatMap((row) => (row.type === type && row.id !== null ? [row.id] : []));
}
