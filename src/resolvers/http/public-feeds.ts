import type { FastifyInstance } from 'fastify';
import { sellerIdentity } from '../../services/billing/index.ts';
import { listedPages, type FeedPage } from '../../services/content/index.ts';
import type { Surround } from './downloads.ts';
import { escapeHtml } from './html.ts';
import { sendCacheable } from './cacheable-answer.ts';

const rule = { maxAgeSeconds: 60, staleSeconds: 600 };
/** The newest entries of the feed. */
const mostEntries = 50;
const begin = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** `GET /sitemap.xml` and `GET /public/blog.atom`: what search engines and feed readers read, who know no GraphQL. */
export function publicFeedRoutes(app: FastifyInstance, surround: Surround): void {
  app.get('/sitemap.xml', async (request, reply) => {
    const { db, config } = await surround(request, true);
    const body = siteMap(config.frontUrl, await listedPages({ db }));
    return sendCacheable(request, reply, { body, type: 'application/xml', rule });
  });
  app.get('/public/blog.atom', async (request, reply) => {
    const { db, config, now } = await surround(request, true);
    const { name } = await sellerIdentity({ db, config, now });
    const posts = (await listedPages({ db })).filter(({ type }) => type === 'BLOG').slice(0, mostEntries);
    const body = atomFeed({ name, site: config.frontUrl, self: `${config.publicUrl}/public/blog.atom` }, posts);
    return sendCacheable(request, reply, { body, type: 'application/atom+xml', rule });
  });
}

const addressOf = (site: string, { slug }: FeedPage): string => escapeHtml(`${site}/${encodeURIComponent(slug)}`);

/** Source: https://www.sitemaps.org/protocol.html */
const siteMap = (site: string, pages: readonly FeedPage[]): string =>
  `${begin}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${pages
    .map((page) => {
      const changed = page.publishedAt === null ? '' : `<lastmod>${page.publishedAt.toISOString()}</lastmod>`;
      return `<url><loc>${addressOf(site, page)}</loc>${changed}</url>\n`;
    })
    .join('')}</urlset>\n`;

/** Of a feed without entries: it has to say when it was changed. */
const never = new Date(0);

interface Feed {
  /** Of the business. */
  readonly name: string;
  readonly site: string;
  readonly self: string;
}

/** Source: RFC 4287. */
function atomFeed({ name, site, self }: Feed, posts: readonly FeedPage[]): string {
  const updated = (posts[0]?.publishedAt ?? never).toISOString();
  const title = escapeHtml(name);
  return `${begin}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
<id>${escapeHtml(`${site}/`)}</id><title>${title}</title><updated>${updated}</updated><author><name>${title}</name></author>
<link rel="self" href="${escapeHtml(self)}"/><link href="${escapeHtml(`${site}/`)}"/>
${posts.map((post) => entryOf(site, post)).join('')}</feed>
`;
}

function entryOf(site: string, post: FeedPage): string {
  const { id, title, excerpt, publishedAt, firstPublishedAt } = post;
  const [at, first] = [publishedAt, firstPublishedAt].map((instant) => (instant ?? never).toISOString());
  return `<entry><id>urn:uuid:${id}</id><title>${escapeHtml(title)}</title><link href="${addressOf(site, post)}"/><published>${first}</published><updated>${at}</updated><summary>${escapeHtml(excerpt ?? title)}</summary></entry>\n`;
}
