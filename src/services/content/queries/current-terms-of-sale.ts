import type { CurrentTerms } from '../../billing/index.ts';
import { writing } from '../../platform/orm/values.ts';
import { termsOfSale } from '../texts/terms-of-sale.ts';

/** The published page of the terms of sale, in the version that it has now; null while it is not published. */
export const currentTermsOfSale: CurrentTerms = async ({ em }) => {
  const page = await writing(em)
    .db.selectFrom('page')
    .select(['slug', 'version', 'title', 'content'])
    .where('slug', '=', termsOfSale.slug)
    .where('status', '=', 'PUBLISHED')
    .executeTakeFirst();
  return page ?? null;
};
