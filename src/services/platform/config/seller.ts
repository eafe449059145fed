import { z } from 'zod';
import { optional } from './values.ts';

/** A fictitious seller with well-formed numbers: an invoice made on a development machine shows every mention. */
export const sampleSeller = { siret: '12345678200002', vatNumber: 'FR11123456782' } as const;

/** The business that sells: what its invoices and legal texts show. */
export const sellerVariables = {
  SELLER_NAME: z
    .string()
    .default('Staka Livres')
    .describe(
      'name of the seller; SELLER_* write its first version only, afterwards an admin changes it (changeSeller)',
    ),
  SELLER_LEGAL_FORM: z.string().default('EI').describe('legal form of the seller'),
  SELLER_ADDRESS: z.string().default('1 rue des Livres|33000 Bordeaux|France').describe('address lines separated by |'),
  SELLER_SIRET: z
    .string()
    .regex(/^\d{14}$/)
    .default(sampleSeller.siret)
    .describe('14 digits; required in production, where the sample is refused'),
  SELLER_VAT_NUMBER: optional.describe('intra-community VAT number; required in production under the regime STANDARD'),
  SELLER_VAT_REGIME: z.enum(['STANDARD', 'FRANCHISE']).default('STANDARD').describe('FRANCHISE: no VAT, article 293 B'),
  HOSTING_PROVIDER: optional.describe(
    'name and address of the host of the site, for the legal notice; default the seller itself',
  ),
  DATA_PROTECTION_OFFICER: optional.describe(
    'name and address of the data protection officer, for the record of processing; default none',
  ),
  CONSUMER_MEDIATOR: optional.describe('name and address of the consumer mediator, for the terms of sale'),
};
