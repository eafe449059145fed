import type { PageVersion } from '../../../entities/content/page-version.entity.ts';
import type { Page } from '../../../entities/content/page.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { transition } from '../../kernel/states.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import { touchContent } from '../../platform/public-content.ts';
import { addVersion, type VersionWords } from './add-version.ts';
import { lockPage, requireVerb, touchPage, versionOf } from './load-page.ts';
import type { PageChange, SeenPage } from './page-change.ts';
import { writeFacts } from './page-facts.ts';
import { cleanText, metaOf, type PageInput } from './page-input.ts';
import { pageStatesOf } from './page.states.ts';
import { plannedFor } from './planned-schedule.ts';
import { orSlugTaken, requireFreeSlug } from './slug-taken.ts';
import { requireSlug } from './slug.ts';

export type EditPage = PageInput & SeenPage;

type Edit = Omit<EditPage, 'content' | 'file' | 'format'> & { readonly html: string | undefined };

/**
 * Saves new words of a page: a draft, beside what is shown. What is not of the words (type, category, tags, who may see it) counts at
 * once. A page that was changed since it was read is `CONFLICT`, with both texts.
 */
export const editPage: Operation<'run' | 'config', EditPage, PageChange> = async ({ run, config }, input) => {
  const { html, removed } = await cleanText(config, input);
  const { content: _content, file: _file, format: _format, ...edit } = input;
  const needsScheduling = await orSlugTaken(run(save, { ...edit, html }), input.slug);
  return { pageId: input.id, removed, needsScheduling };
};

type EditContext = Tx<'em' | 'actor' | 'now' | 'config' | 'record' | 'publish'>;

async function save(tx: EditContext, input: Edit): Promise<boolean> {
  const page = await lockPage(tx, input.id);
  requireVerb(page, 'edit');
  const draft = await versionOf(tx, page, page.draftVersionId);
  const words = changedWords(tx, draft, input);
  if (page.version !== input.version) throw conflictOf(page, { draft, words });
  // A landed page may have a name that would not be accepted now; it may keep it.
  if (words.slug !== draft.slug) requireSlug(words.slug);
  if (words.slug !== page.slug) await requireFreeSlug(tx, words.slug, page);
  transition(pageStatesOf(page), page, 'edit');
  if (await writeFacts(tx, page, input)) touchContent(tx);
  touchPage(page, tx.now);
  const isOther = saysOther(draft, words);
  if (isOther) await addVersion(tx, page, words);
  tx.record({ action: 'PAGE_UPDATED', targetType: 'page', targetId: page.id });
  return isOther && (await plannedFor(tx, page))?.action === 'PUBLISH';
}

function changedWords({ config }: Tx<'config'>, draft: PageVersion, input: Edit): VersionWords {
  const { html = draft.content, excerpt, meta, note } = input;
  return {
    // A page is never without a name or a title: null leaves them, as absence does.
    slug: input.slug ?? draft.slug,
    title: input.title ?? draft.title,
    content: html,
    excerpt: excerpt === undefined ? draft.excerpt : excerpt || null,
    meta: meta === undefined ? draft.meta : metaOf(config, meta),
    note: note || null,
  };
}

const compared = ({ slug, title, content, excerpt, meta }: Omit<VersionWords, 'note'>): string =>
  JSON.stringify([slug, title, content, excerpt, meta]);

const saysOther = (draft: PageVersion, words: VersionWords): boolean =>
  compared(draft) !== compared(words) || words.note !== null;

/** What stands, and what was sent: whoever is refused loses nothing. */
function conflictOf(page: Page, { draft, words }: { draft: PageVersion; words: VersionWords }): DomainError {
  const { details } = fieldError('input.version', 'changedSince');
  const shown = ({ title, excerpt, content }: Pick<VersionWords, 'title' | 'excerpt' | 'content'>) => ({
    title,
    excerpt,
    content,
  });
  return new DomainError('CONFLICT', {
    ...details,
    version: page.version,
    current: { number: draft.number, ...shown(draft) },
    sent: shown(words),
  });
}
