import { PageRedirect } from '../../../entities/content/page-parts.entity.ts';
import type { PageVersion } from '../../../entities/content/page-version.entity.ts';
import type { Page } from '../../../entities/content/page.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/context.ts';
import { touchContent } from '../../platform/public-content.ts';
import { textOf } from '../html/text-of.ts';
import { wordsText } from '../../kernel/search-query.ts';
import { nameAfter } from './add-version.ts';
import { isLive, touchPage } from './load-page.ts';
import { requireFreeSlug } from './slug-taken.ts';

type ShowContext = Tx<'em' | 'now' | 'publish'>;

/** Shows a version to everyone, from `at` on. The name that the page was shown under before leads to the new one. */
export async function showVersion(
  tx: ShowContext,
  page: Page,
  { version, at }: { readonly version: PageVersion; readonly at: Date },
): Promise<void> {
  if (!/[\p{L}\p{N}]/u.test(textOf(version.content)))
    throw new DomainError('PAGE_NOT_PUBLISHABLE', { reason: 'EMPTY' });
  await requireFreeSlug(tx, version.slug, page);
  await keepOldName(tx, page, version.slug);
  page.liveVersionId = version.id;
  page.publishedAt = at;
  version.publishedAt = at;
  nameAfter(page, version);
  page.words = wordsOfPage(version);
  touchPage(page, tx.now);
  touchContent(tx);
}

/** What the help is searched by. */
export const wordsOfPage = ({ title, excerpt, content }: Pick<PageVersion, 'title' | 'excerpt' | 'content'>): string =>
  wordsText(`${title} ${excerpt ?? ''} ${textOf(content)}`);

async function keepOldName({ em }: Tx<'em'>, page: Page, slug: string): Promise<void> {
  await em.nativeDelete(PageRedirect, { slug });
  if (isLive(page) && page.slug !== slug) em.create(PageRedirect, { slug: page.slug, page });
}

/** Nobody sees it from now on. */
export function hide(tx: ShowContext, page: Page): void {
  page.liveVersionId = null;
  page.words = null;
  touchPage(page, tx.now);
  touchContent(tx);
}
