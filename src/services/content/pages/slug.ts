import { fieldError } from '../../kernel/errors.ts';

/** Addresses of the application and of its front-end, which no page may take. */
const reserved: ReadonlySet<string> = new Set([
  ...['admin', 'api', 'app', 'compte', 'account', 'commander', 'devis', 'connexion', 'login', 'logout'],
  ...['graphql', 'playground', 'health', 'ready', 'metrics', 'mailbox', 'sandbox', 'downloads', 'upload', 'webhooks'],
  ...['public', 'preview', 'privacy', 'sitemap', 'robots', 'favicon', 'assets', 'static', 'feed', 'rss', 'atom'],
]);

export const longestSlug = 100;

/** A name in addresses: small letters and digits, parted by single hyphens. Refuses the field where it is none, or is reserved. */
export function requireSlug(slug: string, path = 'input.slug'): void {
  if (slug.length > longestSlug || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) throw fieldError(path, 'slug');
  if (reserved.has(slug)) throw fieldError(path, 'reserved');
}
