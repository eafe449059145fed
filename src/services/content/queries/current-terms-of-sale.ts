import type { CurrentTerms } from '../../billing/index.ts';
import { writing } from '../../platform/orm/values.ts';
import { termsOfSale } from '../texts/terms-of-sale.ts';

/**
 * The published page of the terms of sale, in the version that everyone is shown; null while it is not published. A draft of it, or a
 * schedule, changes nothing about them.
 */
export const currentTermsOfSale: CurrentTerms = async ({ em }) => {
  const page = await writing(em)
    .db.selectFrom('page')
    .leftJoin('page_version', 'page_version.id', 'page.live_version_id')
    .select((eb) => [
      'page.slug',
      'page.title',
      eb.fn.coalesce('page_version.number', 'page.version').as('version'),
      eb.fn.coalesce('page_version.content', 'page.content').as('content'),
    ])
    .where('page.slug', '=', termsOfSale.slug)
    .where((eb) => eb.or([eb('page.status', '=', 'PUBLISHED'), eb('page.live_version_id', 'is not', null)]))
    .executeTakeFirst();
  return page ?? null;
};
