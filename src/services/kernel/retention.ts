/**
 * The vocabulary of retention: kinds of records, why they are kept for that long, and what is done with them
 * afterwards.
 */

/** Every retention class. */
export const retentionClassNames = [
  'SESSIONS',
  'TOKENS',
  'PENDING_REGISTRATIONS',
  'LOGIN_THROTTLES',
  'PROVIDER_TRIPS',
  'PASSKEY_CHALLENGES',
  'FACTOR_CHALLENGES',
  'ADDRESS_PROOFS',
  'TRUSTED_DEVICES',
  'UNCONFIRMED_FACTORS',
  'CONSENTS',
  'NOTIFICATIONS',
  'OLD_NOTIFICATIONS',
  'MAILS',
  'MESSAGES',
  'MANUSCRIPTS',
  'ORDERS',
  'PAYMENTS',
  'UNPAID_PAYMENTS',
  'INVOICES',
  'PROVIDER_EVENTS',
  'EXPORTS',
  'REQUESTS',
  'RECEIPTS',
  'LEGAL_HOLDS',
  'RETENTION_RUNS',
  'EVENTS',
  'JOBS',
  'UNUSED_ACCOUNTS',
  'EXTRACTS',
  'JOURNAL',
] as const;
export type RetentionClassName = (typeof retentionClassNames)[number];

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
