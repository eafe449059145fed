import { auditPersonalData } from './services/audit/index.ts';
import { billingPersonalData } from './services/billing/index.ts';
import { filesPersonalData } from './services/files/index.ts';
import { identityPersonalData } from './services/identity/index.ts';
import { messagingPersonalData } from './services/messaging/index.ts';
import { notificationsPersonalData } from './services/notifications/index.ts';
import { ordersPersonalData } from './services/orders/index.ts';
import { platformPersonalData } from './services/platform/jobs/index.ts';
import { privacyPersonalData } from './services/privacy/index.ts';
import type { PersonalData } from './services/platform/personal-data.ts';

/**
 * Every domain that holds something about people, in the order of an erasure: keys of files first, the account last.
 * Part of the composition root.
 */
export const personalData: readonly PersonalData[] = [
  filesPersonalData,
  messagingPersonalData,
  notificationsPersonalData,
  ordersPersonalData,
  billingPersonalData,
  privacyPersonalData,
  platformPersonalData,
  auditPersonalData,
  identityPersonalData,
];
