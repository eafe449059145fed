import { personalData } from './personal-data.ts';
import { extractRetention, auditRetention } from './services/audit/index.ts';
import { billingRetention } from './services/billing/index.ts';
import { identityRetention } from './services/identity/index.ts';
import { messagingRetention } from './services/messaging/index.ts';
import { notificationsRetention } from './services/notifications/index.ts';
import { ordersRetention } from './services/orders/index.ts';
import { jobsRetention } from './services/platform/jobs/index.ts';
import type { RetentionClass } from './services/platform/retention.ts';
import { privacyRetention, unusedAccounts } from './services/privacy/index.ts';

/**
 * Every class of records that the house keeps for a time, in the order of a run: accounts after what is theirs, and the
 * journal last, because it is the one that may find something wrong. Part of the composition root.
 */
export const retention: readonly RetentionClass[] = [
  ...identityRetention,
  ...notificationsRetention,
  ...messagingRetention,
  ...ordersRetention,
  ...billingRetention,
  ...privacyRetention,
  ...jobsRetention,
  unusedAccounts(personalData),
  extractRetention,
  auditRetention,
];
