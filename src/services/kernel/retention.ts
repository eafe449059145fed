/**
 * The vocabulary of retention: kinds of records, why they are kept for that long, and what is done with them
 * afterwards.
 */

import { retentionClasses } from './vocabulary/index.ts';

/** Every class of records that is kept for a time. */
export type RetentionClassName = keyof typeof retentionClasses;
export const retentionClassNames = Object.keys(retentionClasses) as RetentionClassName[];

/** ANONYMISE: the row is kept, without its personal data. */
export const retentionActions = ['DELETE', 'ANONYMISE'] as const;
export type RetentionAction = (typeof retentionActions)[number];

export const retentionGrounds = [
  'ACCOUNTING_LAW',
  'LIMITATION',
  'PROOF_OF_CONSENT',
  'ACCOUNTABILITY',
  'CONTRACT',
  'SECURITY',
  'OPERATION',
] as const;
export type RetentionGround = (typeof retentionGrounds)[number];

/** Ten years and five, in days: never a day less than the law requires, whatever the leap years. */
export const tenYears = 3_653;
export const fiveYears = 1_827;
