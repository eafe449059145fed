import type { Personal } from '../services/kernel/personal.ts';
import { auditColumns } from './audit/personal.ts';
import { billingColumns } from './billing/personal.ts';
import { catalogColumns } from './catalog/personal.ts';
import { contentColumns } from './content/personal.ts';
import { filesColumns } from './files/personal.ts';
import { identityColumns } from './identity/personal.ts';
import type { Tables } from './index.ts';
import { messagingColumns } from './messaging/personal.ts';
import { notificationsColumns } from './notifications/personal.ts';
import { ordersColumns } from './orders/personal.ts';
import { platformColumns } from './platform/personal.ts';
import { privacyColumns } from './privacy/personal.ts';
import { vaultColumns } from './vault/personal.ts';

type EveryColumn = { readonly [T in keyof Tables & string]: Readonly<Record<keyof Tables[T] & string, Personal>> };

/**
 * The personal data in every column of the database: compilation fails when one is missing, a test when one is
 * superfluous.
 */
export const personalColumns: EveryColumn = {
  ...auditColumns,
  ...billingColumns,
  ...catalogColumns,
  ...contentColumns,
  ...filesColumns,
  ...identityColumns,
  ...messagingColumns,
  ...notificationsColumns,
  ...ordersColumns,
  ...platformColumns,
  ...privacyColumns,
  ...vaultColumns,
};
