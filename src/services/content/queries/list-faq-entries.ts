import { requirePermission } from '../../access/actor.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { SearchTerm } from '../../kernel/search-query.ts';
import { foundIn } from '../../platform/text-search.ts';
import { foundByWords } from '../../platform/word-search.ts';
import type { ReadContext } from '../../platform/context.ts';

export interface FaqEntryRow {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly details: string | null;
  readonly category: string;
  readonly locale: Locale;
}

export interface AdminFaqEntryRow extends FaqEntryRow {
  readonly version: number;
  readonly isVisible: boolean;
  readonly usefulCount: number;
  readonly notUsefulCount: number;
}

export interface FaqCategoryRow {
  readonly id: string;
  readonly name: string;
}

export interface ListFaqEntries {
  /** Of one language, or of all. */
  readonly locale?: Locale | null | undefined;
  readonly category?: string | null;
  readonly search?: string | null;
}

const columns = [
  'faq_entry.id',
  'faq_entry.question',
  'faq_entry.answer',
  'faq_entry.details',
  'faq_entry.category',
  'faq_entry.locale',
] as const;

/** By category, in the order of these, then in their own. */
const ordered = ({ db }: Pick<ReadContext, 'db'>) =>
  db
    .selectFrom('faq_entry')
    .leftJoin('faq_category', 'faq_category.name', 'faq_entry.category')
    .orderBy('faq_category.position')
    .orderBy('faq_entry.position')
    .orderBy('faq_entry.id');

/** The published questions, in their given order; of one category, or of all. */
export async function listFaqEntries(
  { db }: Pick<ReadContext, 'db'>,
  { category, locale, search }: ListFaqEntries = {},
): Promise<FaqEntryRow[]> {
  let query = ordered({ db }).select(columns).where('faq_entry.is_visible', '=', true);
  if (category) query = query.where('faq_entry.category', '=', category);
  if (locale) query = query.where('faq_entry.locale', '=', locale);
  const rows = await foundIn(db, query, {
    text: search,
    within: ['faq_entry.question', 'faq_entry.answer', 'faq_entry.details'],
  }).execute();
  // Compared exactly: MySQL treats « tarifs » and « Tarifs » as equal.
  return category ? rows.filter((row) => row.category === category) : rows;
}

/** What the help is searched for, in one language or in all. */
export interface HelpSought {
  readonly terms: readonly SearchTerm[];
  readonly locale?: Locale | null | undefined;
}

export interface FoundQuestion extends FaqEntryRow {
  readonly words: string;
}

/** The published questions that words are found in, in their given order. */
export const questionsFound = async (
  { db }: Pick<ReadContext, 'db'>,
  { terms, locale }: HelpSought,
): Promise<FoundQuestion[]> =>
  (await ordered({ db })
    .select([...columns, 'faq_entry.words'])
    .where('faq_entry.is_visible', '=', true)
    .where(foundByWords(db, 'faq_entry.words', terms))
    .$if(Boolean(locale), (query) => query.where('faq_entry.locale', '=', locale as Locale))
    .execute()) as FoundQuestion[];

/** All questions, hidden ones too, with what people thought of them. */
export async function listAdminFaqEntries(ctx: ReadContext): Promise<AdminFaqEntryRow[]> {
  requirePermission(ctx.actor, 'content:read');
  return (await adminRows(ctx).execute()).map(adminRowOf);
}

/** One of them; it was just written. */
export const getAdminFaqEntry = async (ctx: Pick<ReadContext, 'db'>, id: string): Promise<AdminFaqEntryRow> =>
  adminRowOf(await adminRows(ctx).where('faq_entry.id', '=', id).executeTakeFirstOrThrow());

const adminRows = (ctx: Pick<ReadContext, 'db'>) =>
  ordered(ctx)
    .select(columns)
    .select([
      'faq_entry.version',
      'faq_entry.is_visible as isVisible',
      'faq_entry.useful_count as usefulCount',
      'faq_entry.not_useful_count as notUsefulCount',
    ]);

const adminRowOf = <R extends { readonly isVisible: unknown }>(row: R): R & { readonly isVisible: boolean } => ({
  ...row,
  isVisible: Boolean(row.isVisible),
});

/** The families of questions, in their order. */
export const listFaqCategories = ({ db }: Pick<ReadContext, 'db'>): Promise<FaqCategoryRow[]> =>
  db.selectFrom('faq_category').select(['id', 'name']).orderBy('position').orderBy('id').execute();
