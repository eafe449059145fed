import { foundIn } from '../../platform/list.ts';
import type { ReadContext } from '../../platform/context.ts';

export interface FaqEntryRow {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly details: string | null;
  readonly category: string;
}

export interface ListFaqEntries {
  readonly category?: string | null;
  readonly search?: string | null;
}

/** The published questions, in their given order; of one category, or of all. */
export async function listFaqEntries(
  { db }: Pick<ReadContext, 'db'>,
  { category, search }: ListFaqEntries = {},
): Promise<FaqEntryRow[]> {
  let query = db
    .selectFrom('faq_entry')
    .select(['id', 'question', 'answer', 'details', 'category'])
    .where('is_visible', '=', true);
  if (category) query = query.where('category', '=', category);
  const rows = await foundIn(db, query, {
    text: search,
    within: ['faq_entry.question', 'faq_entry.answer', 'faq_entry.details'],
  })
    .orderBy('position')
    .orderBy('id')
    .execute();
  // Compared exactly: MySQL treats « tarifs » and « Tarifs » as equal.
  return category ? rows.filter((row) => row.category === category) : rows;
}
