import { instantFrom } from '../../platform/orm/values.ts';
import type { ReadContext } from '../../platform/context.ts';

export interface FeedPage {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly excerpt: string | null;
  readonly type: string;
  /** When its present text was published. */
  readonly publishedAt: Date | null;
  /** When it was first. */
  readonly firstPublishedAt: Date | null;
}

/** What the site map and the feed name: every page that anybody may see and that is listed, the newest first. */
export async function listedPages({ db }: Pick<ReadContext, 'db'>): Promise<FeedPage[]> {
  const rows = await db
    .selectFrom('page')
    .select(['id', 'slug', 'title', 'excerpt', 'type', 'published_at as publishedAt'])
    .select(({ selectFrom }) =>
      selectFrom('page_version')
        .whereRef('page_version.page_id', '=', 'page.id')
        .select(({ fn }) => fn.min('page_version.published_at').as('at'))
        .as('firstAt'),
    )
    .where((eb) =>
      eb.or([
        eb('status', '=', 'PUBLISHED'),
        eb.and([eb('status', '=', 'SCHEDULED'), eb('live_version_id', 'is not', null)]),
      ]),
    )
    .where('is_public', '=', true)
    .where('require_auth', '=', false)
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ firstAt, publishedAt, ...row }) => ({
    ...row,
    publishedAt: instantOrNull(publishedAt),
    firstPublishedAt: instantOrNull(firstAt ?? publishedAt),
  }));
}

const instantOrNull = (value: unknown): Date | null => (value === null ? null : instantFrom(value));
