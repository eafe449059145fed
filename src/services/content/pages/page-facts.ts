import { PageTag } from '../../../entities/content/page-parts.entity.ts';
import type { Page } from '../../../entities/content/page.entity.ts';
import type { Tx } from '../../platform/context.ts';
import { tagsOf, type PageInput } from './page-input.ts';

/** What is true of a page in every version: it counts at once. Answers whether any of it was changed. */
export async function writeFacts(tx: Tx<'em'>, page: Page, input: PageInput): Promise<boolean> {
  const before = JSON.stringify(factsOf(page));
  const { type, locale, isPublic, requireAuth } = input;
  Object.assign(page, said({ type, locale, isPublic, requireAuth }));
  if (input.category !== undefined) page.category = input.category || null;
  if (input.tags) await writeTags(tx, page, tagsOf(input.tags));
  return Boolean(input.tags) || before !== JSON.stringify(factsOf(page));
}

/** What is absent, or null, stays as it is. */
const said = (facts: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== undefined));

const factsOf = ({ type, locale, category, isPublic, requireAuth }: Page) => [
  ...[type, locale, category],
  ...[isPublic, requireAuth],
];

async function writeTags({ em }: Tx<'em'>, page: Page, tags: readonly string[]): Promise<void> {
  await em.flush();
  await em.nativeDelete(PageTag, { page: page.id });
  tags.forEach((name, position) => em.create(PageTag, { page, name, position }));
}
