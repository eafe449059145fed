import type { ExpressionBuilder } from 'kysely';
import type { Tables } from '../../../entities/index.ts';
import type { SubjectsOfType } from '../../kernel/subject.ts';
import type { Db } from '../../platform/context.ts';

/** Of the subjects themselves, or of an invoice of theirs. */
export const paysForAny =
  ({ type, ids }: SubjectsOfType) =>
  (eb: ExpressionBuilder<Tables, 'payment'>) =>
    eb.or([
      eb.and([eb('payment.subject_type', '=', type), eb('payment.subject_id', 'in', ids)]),
      eb(
        'payment.invoice_id',
        'in',
        eb.selectFrom('invoice').select('id').where('subject_type', '=', type).where('subject_id', 'in', ids),
      ),
    ]);

/** The subjects whose payer's bank claims the money back, of many at once. */
export async function disputedSubjects(db: Db, { type, ids }: SubjectsOfType): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('dispute')
    .innerJoin('payment', 'payment.id', 'dispute.payment_id')
    .leftJoin('invoice', 'invoice.id', 'payment.invoice_id')
    .select(['payment.subject_type', 'payment.subject_id', 'invoice.subject_id as invoiced_id'])
    .where(paysForAny({ type, ids }))
    .where('dispute.status', '=', 'OPEN')
    .execute();
  return new Set(
    rows.map(
      ({ subject_type, subject_id, invoiced_id }) => (subject_type === type ? subject_id : invoiced_id) as string,
    ),
  );
}

/** The subjects for which money may be on its way, or which an invoice asks to pay: `moneyOfSubject(…).isAwaited`, of many at once. */
export async function awaitedSubjects(db: Db, { type, ids }: SubjectsOfType): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const underWay = db
    .selectFrom('payment')
    .select('subject_id as id')
    .where('subject_type', '=', type)
    .where('subject_id', 'in', ids)
    .where('status', 'in', ['PROCESSING', 'UNKNOWN', 'AUTHORIZED']);
  const invoiced = db
    .selectFrom('invoice')
    .select('subject_id as id')
    .where('subject_type', '=', type)
    .where('subject_id', 'in', ids)
    .where('kind', '!=', 'CREDIT_NOTE')
    .where('status', '!=', 'CANCELLED');
  const rows = [...(await underWay.execute()), ...(await invoiced.execute())];
  return new Set(rows.map(({ id }) => id as string));
}
