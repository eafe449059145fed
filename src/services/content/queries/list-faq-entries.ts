import type { ReadScope } from '../../platform/scope.ts';

export interface FaqEntryRow {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly details: string | null;
  readonly category: string;
}

/** The questions that everyone sees, in the order the house gave them; of one category, or of all. */
export async function listFaqEntries({ db }: Pick<ReadScope, 'db'>, category?: string | null): Promise<FaqEntryRow[]> {
  const query = db.selectFrom('faq_entry').select(['id', 'question', 'answer', 'details', 'category']).where('is_visible', '=', true);
  const rows = await (category ? query.where('category', '=', category) : query).orderBy('position').orderBy('id').execute();
  // As it is written: MySQL takes « tarifs » for « Tarifs ».
  return category ? rows.filter((row) => row.category === category) : rows;
}
