import { Page, type PageType } from '../../../entities/content/page.entity.ts';
import { newId } from '../../kernel/ids.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import { writing } from '../../platform/orm/values.ts';
import { addVersion } from './add-version.ts';
import { writeFacts } from './page-facts.ts';
import { cleanText, metaOf, type PageInput } from './page-input.ts';
import type { PageChange } from './page-change.ts';
import { orSlugTaken, requireFreeSlug } from './slug-taken.ts';
import { requireSlug } from './slug.ts';

export interface CreatePage extends PageInput, Keyed {
  readonly slug: string;
  readonly title: string;
  readonly type?: PageType | null | undefined;
}

type Draft = Omit<CreatePage, 'content' | 'file' | 'format'> & { readonly html: string };

/** Begins a page: a draft, which nobody sees. */
export const createPage: Operation<'run' | 'config', CreatePage, PageChange> = async ({ run, config }, input) => {
  requireSlug(input.slug);
  const { html = '', removed } = await cleanText(config, input);
  const { content: _content, file: _file, format: _format, ...draft } = input;
  const { id } = await orSlugTaken(run(createOnce, { ...draft, html }), input.slug);
  return { pageId: id, removed, needsScheduling: false };
};

type CreateContext = Tx<'em' | 'actor' | 'now' | 'config' | 'record'>;

async function create(tx: CreateContext, input: Omit<Draft, 'key'>): Promise<Page> {
  const { slug, title, html, excerpt, meta, note } = input;
  await requireFreeSlug(tx, slug);
  const page = tx.em.create(Page, {
    id: newId(),
    slug,
    title,
    content: '',
    changedAt: tx.now,
    position: await positionAtEnd(tx),
  });
  await tx.em.flush();
  await writeFacts(tx, page, input);
  await addVersion(tx, page, {
    slug,
    title,
    content: html,
    excerpt: excerpt || null,
    meta: metaOf(tx.config, meta ?? null),
    note: note || null,
  });
  tx.record({ action: 'PAGE_CREATED', targetType: 'page', targetId: page.id });
  return page;
}

const createOnce = keyed<'em' | 'actor' | 'now' | 'config' | 'record', Draft, Page>(
  'createPage',
  create,
  ({ em }, id) => em.findOneOrFail(Page, { id }),
);

async function positionAtEnd({ em }: Tx<'em'>): Promise<number> {
  const last = await writing(em)
    .db.selectFrom('page')
    .select((eb) => eb.fn.max('position').as('position'))
    .executeTakeFirst();
  return Number(last?.position ?? -1) + 1;
}
