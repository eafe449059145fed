import type { AppContext } from '../../platform/context.ts';
import { fragmentOf, parseSearch, relevanceOf, type SearchTerm, type TextPart } from '../../kernel/search-query.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { HelpKind } from '../../kernel/page-format.ts';
import { questionsFound } from './list-faq-entries.ts';
import { pagesFound } from './pages.ts';

export interface HelpRow {
  readonly kind: HelpKind;
  readonly id: string;
  readonly title: string;
  /** The answer, or the summary of the page. */
  readonly excerpt: string | null;
  /** The title, in pieces. */
  readonly fragment: readonly TextPart[];
  /** Of a page. */
  readonly slug: string | null;
}

const mostOfEach = 10;

/**
 * Questions and pages of help in which everything asked for is found, as messages are searched: ten of each, those that answer best
 * first; in one language, or in all. Nothing for no words. Errors: SEARCH_QUERY_INVALID.
 */
export async function searchHelp(
  ctx: Pick<AppContext, 'db' | 'actor' | 'now' | 'config'>,
  { search, locale }: { readonly search: string; readonly locale?: Locale | null | undefined },
): Promise<HelpRow[]> {
  const terms = parseSearch(search);
  const questions = best(await questionsFound(ctx, { terms, locale }), terms);
  const pages = best(await pagesFound(ctx, { terms, locale }), terms);
  return [
    ...questions.map(({ id, question: title, answer: excerpt }) => ({
      ...{ kind: 'QUESTION' as const, id, title, excerpt, slug: null },
      fragment: fragmentOf(title, terms),
    })),
    ...pages.map(({ id, title, excerpt, slug }) => ({
      ...{ kind: 'PAGE' as const, id, title, excerpt, slug },
      fragment: fragmentOf(title, terms),
    })),
  ];
}

/** Of two that answer as well, the one that stands first on the site. */
function best<R extends { readonly words: string }>(rows: readonly R[], terms: readonly SearchTerm[]): R[] {
  const scores = new Map(rows.map((row) => [row, relevanceOf(row.words, terms)]));
  return rows.toSorted((a, b) => (scores.get(b) as number) - (scores.get(a) as number)).slice(0, mostOfEach);
}
