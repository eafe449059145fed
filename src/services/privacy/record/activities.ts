/**
 * What the house does with data about people (GDPR, article 30), as data. Every table with a personal column and every class of
 * retention stands in exactly one activity: `tests/services/privacy/processing-record.test.ts` fails when one is missing.
 */
import type { Tables } from '../../../entities/index.ts';
import type { RetentionClassName } from '../../kernel/retention.ts';
import type { ProcessorName } from './processors.ts';

/** Article 6, paragraph 1: the performance of a contract (b), a legal obligation (c), a legitimate interest (f). */
export const legalBases = ['CONTRACT', 'LEGAL_OBLIGATION', 'LEGITIMATE_INTEREST'] as const;
export type LegalBasis = (typeof legalBases)[number];

/** Whom data is about. OTHERS: people whom customers write about. */
export const peopleCategories = ['CUSTOMERS', 'STAFF', 'VISITORS', 'OTHERS'] as const;
export type PeopleCategory = (typeof peopleCategories)[number];

/** Who sees it. Providers that people sign in with are responsible for what they do themselves. */
export const recipientCategories = ['ADMINS', 'PROOFREADERS', 'SIGN_IN_PROVIDERS', 'BANKS', 'AUTHORITIES'] as const;
export type RecipientCategory = (typeof recipientCategories)[number];

export interface Activity {
  readonly basis: LegalBasis;
  readonly people: readonly PeopleCategory[];
  readonly tables: readonly (keyof Tables & string)[];
  readonly retention: readonly RetentionClassName[];
  readonly recipients: readonly RecipientCategory[];
  /** Beside the host, who has a part in all of them. */
  readonly processors: readonly ProcessorName[];
}

export const activities = {
  ACCOUNTS: {
    basis: 'CONTRACT',
    people: ['CUSTOMERS', 'STAFF'],
    tables: ['user', 'identity', 'oauth_flow', 'one_time_token', 'pending_registration'],
    retention: ['UNUSED_ACCOUNTS', 'TOKENS', 'PENDING_REGISTRATIONS', 'PROVIDER_TRIPS'],
    recipients: ['ADMINS', 'SIGN_IN_PROVIDERS'],
    processors: ['SENDGRID'],
  },
  SECURITY: {
    basis: 'LEGITIMATE_INTEREST',
    people: ['CUSTOMERS', 'STAFF', 'VISITORS'],
    tables: ['session', 'passkey', 'two_factor', 'trusted_device', 'audit_entry'],
    retention: [
      'SESSIONS',
      'LOGIN_THROTTLES',
      'PASSKEY_CHALLENGES',
      'FACTOR_CHALLENGES',
      'TRUSTED_DEVICES',
      'UNCONFIRMED_FACTORS',
      'EXTRACTS',
      'JOURNAL',
    ],
    recipients: ['ADMINS', 'AUTHORITIES'],
    processors: ['SENDGRID', 'TWILIO'],
  },
  ORDERS: {
    basis: 'CONTRACT',
    people: ['CUSTOMERS', 'STAFF', 'OTHERS'],
    tables: ['customer_order', 'stored_file'],
    retention: ['ORDERS', 'MANUSCRIPTS'],
    recipients: ['ADMINS', 'PROOFREADERS'],
    processors: [],
  },
  MESSAGING: {
    basis: 'CONTRACT',
    people: ['CUSTOMERS', 'STAFF', 'OTHERS'],
    tables: ['conversation', 'message'],
    retention: ['MESSAGES'],
    recipients: ['ADMINS', 'PROOFREADERS'],
    processors: [],
  },
  NOTIFICATIONS: {
    basis: 'CONTRACT',
    people: ['CUSTOMERS', 'STAFF', 'VISITORS'],
    tables: ['notification', 'email_delivery'],
    retention: ['NOTIFICATIONS', 'OLD_NOTIFICATIONS', 'MAILS'],
    recipients: ['ADMINS'],
    processors: ['SENDGRID'],
  },
  BILLING: {
    basis: 'LEGAL_OBLIGATION',
    people: ['CUSTOMERS'],
    tables: ['invoice', 'invoice_line', 'payment'],
    retention: ['INVOICES', 'PAYMENTS', 'UNPAID_PAYMENTS', 'PROVIDER_EVENTS'],
    recipients: ['ADMINS', 'BANKS', 'AUTHORITIES'],
    processors: ['STRIPE', 'SENDGRID'],
  },
  RIGHTS: {
    basis: 'LEGAL_OBLIGATION',
    people: ['CUSTOMERS', 'STAFF', 'VISITORS'],
    tables: ['consent_record', 'privacy_request', 'data_export', 'address_proof', 'legal_hold'],
    retention: ['CONSENTS', 'REQUESTS', 'RECEIPTS', 'EXPORTS', 'ADDRESS_PROOFS', 'LEGAL_HOLDS', 'RETENTION_RUNS'],
    recipients: ['ADMINS', 'AUTHORITIES'],
    processors: ['SENDGRID'],
  },
  OPERATION: {
    basis: 'LEGITIMATE_INTEREST',
    people: ['CUSTOMERS', 'STAFF', 'VISITORS'],
    tables: ['job', 'outbox_event'],
    retention: ['JOBS', 'EVENTS'],
    recipients: ['ADMINS'],
    processors: [],
  },
} as const satisfies Record<string, Activity>;

export type ActivityName = keyof typeof activities;
export const activityNames = Object.keys(activities) as ActivityName[];
