/** Terms of the record of processing (GDPR, article 30); the domains describe their activities with them. */

/** Everything the application does with personal data, in the order of the record. */
export const activityNames = [
  'ACCOUNTS',
  'SECURITY',
  'ORDERS',
  'TICKETS',
  'BOOKINGS',
  'CALENDARS',
  'ARCHIVE',
  'MESSAGING',
  'PUBLIC_FORMS',
  'NOTIFICATIONS',
  'BILLING',
  'RIGHTS',
  'OPERATION',
] as const;
export type ActivityName = (typeof activityNames)[number];

/** Article 6, paragraph 1: the performance of a contract (b), a legal obligation (c), a legitimate interest (f). */
export const legalBases = ['CONTRACT', 'LEGAL_OBLIGATION', 'LEGITIMATE_INTEREST'] as const;
export type LegalBasis = (typeof legalBases)[number];

/** Whom data is about. OTHERS: people whom customers write about. */
export const peopleCategories = ['CUSTOMERS', 'STAFF', 'VISITORS', 'OTHERS'] as const;
export type PeopleCategory = (typeof peopleCategories)[number];

/** Companies that process data on the application's behalf (GDPR, article 28), in the order of the record. */
export const processorNames = [
  'STRIPE',
  'FEEXPAY',
  'VIES',
  'SENDGRID',
  'TWILIO',
  'GOOGLE',
  'MICROSOFT',
  'HOST',
] as const;
export type ProcessorName = (typeof processorNames)[number];
