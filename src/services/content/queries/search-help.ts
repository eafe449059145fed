import type { AppContext } from '../../platform/context.ts';
import { searchWords } from '../../kernel/fold.ts';
import type { HelpKind } from '../../kernel/page-format.ts';
import { listFaqEntries } from './list-faq-entries.ts';
import { listPages } from './pages.ts';

export interface HelpRow {
  readonly kind: HelpKind;
  readonly id: string;
  readonly title: string;
  /** The answer, or the summary of the page. */
  readonly excerpt: string | null;
  /** Of a page. */
  readonly slug: string | null;
}

const mostOfEach = 10;
const withoutText = { has: () => false };

/** Questions and pages of help in which all words of a text are found, whatever their case and accents; nothing for no words. */
export async function searchHelp(
  ctx: Pick<AppContext, 'db' | 'actor' | 'now' | 'config'>,
  { search }: { readonly search: string },
): Promise<HelpRow[]> {
  if (searchWords(search).length === 0) return [];
  const questions = await listFaqEntries(ctx, { search });
  const pages = (
    await Promise.all((['HELP', 'FAQ', 'PAGE'] as const).map((type) => listPages(ctx, { type, search }, withoutText)))
  ).flat();
  return [
    ...questions.slice(0, mostOfEach).map(({ id, question, answer }) => ({
      kind: 'QUESTION' as const,
      id,
      title: question,
      excerpt: answer,
      slug: null,
    })),
    ...pages
      .slice(0, mostOfEach)
      .map(({ id, title, excerpt, slug }) => ({ kind: 'PAGE' as const, id, title, excerpt, slug })),
  ];
}
