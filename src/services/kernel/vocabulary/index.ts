import { archiveAuditActions, archiveErrors, archivePermissions, archiveRecords, archiveRetention } from './archive.ts';
import { auditAuditActions, auditPermissions, auditRetention, auditRecords } from './audit.ts';
import { backupsAuditActions, backupsErrors, backupsPermissions } from './backups.ts';
import { billingAuditActions } from './billing-audit-actions.ts';
import { billingErrors, billingPermissions, billingRetention, billingRecords } from './billing.ts';
import {
  calendarsAuditActions,
  calendarsErrors,
  calendarsPermissions,
  calendarsRecords,
  calendarsRetention,
} from './calendars.ts';
import { catalogAuditActions, catalogErrors, catalogPermissions } from './catalog.ts';
import { contentAuditActions, contentErrors, contentPermissions } from './content.ts';
import { filesErrors, filesAuditActions, filesPermissions, filesRecords } from './files.ts';
import {
  identityErrors,
  identityAuditActions,
  identityPermissions,
  identityRetention,
  identityRecords,
} from './identity.ts';
import {
  insightsAuditActions,
  insightsErrors,
  insightsPermissions,
  insightsRecords,
  insightsRetention,
} from './insights.ts';
import {
  messagingErrors,
  messagingAuditActions,
  messagingPermissions,
  messagingRetention,
  messagingRecords,
} from './messaging.ts';
import {
  notificationsErrors,
  notificationsAuditActions,
  notificationsPermissions,
  notificationsRetention,
  notificationsRecords,
} from './notifications.ts';
import { ordersErrors, ordersAuditActions, ordersPermissions, ordersRetention, ordersRecords } from './orders.ts';
import {
  platformErrors,
  platformAuditActions,
  platformPermissions,
  platformRetention,
  platformRecords,
} from './platform.ts';
import { privacyErrors, privacyAuditActions, privacyPermissions, privacyRetention, privacyRecords } from './privacy.ts';
import {
  schedulingAuditActions,
  schedulingErrors,
  schedulingPermissions,
  schedulingRecords,
  schedulingRetention,
} from './scheduling.ts';
import { supportAuditActions, supportErrors, supportPermissions, supportRecords, supportRetention } from './support.ts';
import { plannedAuditActions } from './planned.ts';

/** The closed list of what can be refused: a code, what is said of it, and whether the same request may succeed later. */
export const errorCatalogue = {
  ...backupsErrors,
  ...billingErrors,
  ...catalogErrors,
  ...contentErrors,
  ...filesErrors,
  ...identityErrors,
  ...insightsErrors,
  ...messagingErrors,
  ...notificationsErrors,
  ...ordersErrors,
  ...platformErrors,
  ...privacyErrors,
  ...supportErrors,
  ...calendarsErrors,
  ...schedulingErrors,
  ...archiveErrors,
} as const;

/** Every audit action, by its name in the audit log. */
export const auditActions = {
  ...auditAuditActions,
  ...backupsAuditActions,
  ...billingAuditActions,
  ...catalogAuditActions,
  ...contentAuditActions,
  ...filesAuditActions,
  ...identityAuditActions,
  ...insightsAuditActions,
  ...messagingAuditActions,
  ...notificationsAuditActions,
  ...ordersAuditActions,
  ...platformAuditActions,
  ...privacyAuditActions,
  ...supportAuditActions,
  ...calendarsAuditActions,
  ...schedulingAuditActions,
  ...archiveAuditActions,
  ...plannedAuditActions,
} as const;

/** Every permission, and who may hold it. */
export const permissions = {
  ...auditPermissions,
  ...backupsPermissions,
  ...billingPermissions,
  ...catalogPermissions,
  ...contentPermissions,
  ...filesPermissions,
  ...identityPermissions,
  ...insightsPermissions,
  ...messagingPermissions,
  ...notificationsPermissions,
  ...ordersPermissions,
  ...platformPermissions,
  ...privacyPermissions,
  ...supportPermissions,
  ...calendarsPermissions,
  ...schedulingPermissions,
  ...archivePermissions,
} as const;

/** Every class of records that is kept for a time, with what people read. */
export const retentionClasses = {
  ...identityRetention,
  ...notificationsRetention,
  ...insightsRetention,
  ...messagingRetention,
  ...archiveRetention,
  ...ordersRetention,
  ...supportRetention,
  ...calendarsRetention,
  ...schedulingRetention,
  ...billingRetention,
  ...privacyRetention,
  ...platformRetention,
  ...auditRetention,
} as const;

/** Every kind of records that an erasure reports, with what people read. */
export const recordClassLabels = {
  ...identityRecords,
  ...notificationsRecords,
  ...insightsRecords,
  ...messagingRecords,
  ...ordersRecords,
  ...supportRecords,
  ...calendarsRecords,
  ...schedulingRecords,
  ...archiveRecords,
  ...billingRecords,
  ...privacyRecords,
  ...platformRecords,
  ...auditRecords,
  ...filesRecords,
} as const;
