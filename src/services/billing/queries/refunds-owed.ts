import type { SubjectType } from '../../kernel/subject.ts';
import type { ReadContext } from '../../platform/context.ts';

/** The subjects of a type that somebody paid and is owed the money of: few, and found by an index. */
export async function subjectsOwedRefunds(
  { db }: Pick<ReadContext, 'db'>,
  type: SubjectType,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('payment')
    .select('subject_id as subjectId')
    .distinct()
    .where('refund_due_reason', 'is not', null)
    .where('subject_type', '=', type)
    .execute();
  return rows.map(({ subjectId }) => subjectId);
}
