import { LockMode } from '@mikro-orm/core';
import { FaqCategory } from '../../entities/content/faq-entry.entity.ts';
import type { PageVersion } from '../../entities/content/page-version.entity.ts';
import { Page } from '../../entities/content/page.entity.ts';
import type { Operation, Tx } from '../platform/context.ts';
import { writing } from '../platform/orm/values.ts';
import { touchContent } from '../platform/public-content.ts';
import { writeMissingWords } from '../platform/searched-rows.ts';
import { sanitise } from './html/sanitise.ts';
import { fromMarkdown, originsOf } from './html/written-text.ts';
import { addVersion } from './pages/add-version.ts';
import { wordsOfPage } from './pages/show-version.ts';
import { searchedInContent } from './searched-content.ts';

/**
 * Every start: pages of an earlier release, and those that the seed has just written, get their first version, sanitised as what people
 * write is (a migration, which is SQL, cannot); and categories that only questions name get a row. What is shown and was never searched gets its words. Afterwards there is nothing to do.
 */
export const upgradeContent: Operation<'run' | 'db', void, void> = async ({ run, db }) => {
  const pages = await db.selectFrom('page').select('id').where('draft_version_id', 'is', null).orderBy('id').execute();
  for (const { id } of pages) await run(makeVersion, { id });
  const unknown = await db
    .selectFrom('faq_entry')
    .leftJoin('faq_category', 'faq_category.name', 'faq_entry.category')
    .select('faq_entry.id')
    .where('faq_category.id', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (unknown !== undefined) await run(nameCategories, undefined);
  let written = 0;
  for (const searched of searchedInContent) written += await writeMissingWords({ run }, searched);
  if (written > 0) await run(async ({ publish }: Tx<'publish'>) => touchContent({ publish }), undefined);
};

type UpgradeContext = Tx<'em' | 'now' | 'actor' | 'config' | 'publish'>;

async function makeVersion(tx: UpgradeContext, { id }: { readonly id: string }): Promise<void> {
  const page = await tx.em.findOne(Page, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (page?.draftVersionId !== null) return;
  const { slug, title, excerpt, publishedAt } = page;
  const content = htmlOf(tx, page.content);
  // Buyers agreed to versions of the page by this number: the next one is greater.
  const words = { slug, title, excerpt, content, meta: null, note: null, number: page.version };
  const version: PageVersion = await addVersion(tx, page, words);
  if (page.status !== 'PUBLISHED') return;
  page.liveVersionId = version.id;
  page.words = wordsOfPage(version);
  version.publishedAt = publishedAt ?? tx.now;
  touchContent(tx);
}

function htmlOf({ config }: Tx<'config'>, text: string): string {
  const own = originsOf(config);
  try {
    return sanitise(fromMarkdown(text), own).html;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Nobody wrote that by hand: what it says is kept, without its markup.
    return sanitise(`<p>${text.replaceAll(/<[^>]*>/g, ' ').replaceAll('<', '&lt;')}</p>`, own).html;
  }
}

async function nameCategories({ em, publish }: Tx<'em' | 'publish'>): Promise<void> {
  const entries = await writing(em)
    .db.selectFrom('faq_entry')
    .select('category')
    .orderBy('position')
    .orderBy('id')
    .execute();
  const known = await em.find(FaqCategory, {});
  const names = new Set(known.map(({ name }) => name.toLowerCase()));
  let position = known.length;
  for (const { category } of entries) {
    if (names.has(category.toLowerCase())) continue;
    names.add(category.toLowerCase());
    em.create(FaqCategory, { name: category, position: position++ });
  }
  touchContent({ publish });
}
