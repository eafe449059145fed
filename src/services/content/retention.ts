import { sql } from 'kysely';
import type { RetentionClass } from '../platform/retention.ts';

/** Links that opened a draft for a day, and hashes that kept people from rating twice. */
export const contentRetention: readonly RetentionClass[] = [
  {
    name: 'PAGE_PREVIEWS',
    description: { fr: 'liens d’aperçu des pages', en: 'preview links of pages' },
    table: 'page_preview',
    since: sql.ref('page_preview.expires_at'),
    days: { usual: 1, least: 1, most: 30 },
    ground: 'SECURITY',
    action: 'DELETE',
  },
  {
    name: 'FAQ_RATINGS',
    description: { fr: 'avis sur les questions fréquentes', en: 'ratings of frequently asked questions' },
    table: 'faq_rating',
    since: sql.ref('faq_rating.created_at'),
    days: { usual: 2, least: 2, most: 30 },
    ground: 'OPERATION',
    action: 'DELETE',
  },
];
