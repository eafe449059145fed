import { auditAuditActions, auditPermissions } from './audit.ts';
import { billingErrors, billingAuditActions, billingPermissions } from './billing.ts';
import { filesErrors, filesAuditActions, filesPermissions } from './files.ts';
import { identityErrors, identityAuditActions, identityPermissions } from './identity.ts';
import { messagingErrors, messagingAuditActions, messagingPermissions } from './messaging.ts';
import { notificationsAuditActions, notificationsPermissions } from './notifications.ts';
import { ordersErrors, ordersAuditActions, ordersPermissions } from './orders.ts';
import { platformErrors, platformAuditActions, platformPermissions } from './platform.ts';
import { privacyErrors, privacyAuditActions, privacyPermissions } from './privacy.ts';
import { plannedAuditActions } from './planned.ts';

/** The closed list of what can be refused: a code, what is said of it, and whether the same request may succeed later. */
export const errorCatalogue = {
  ...billingErrors,
  ...filesErrors,
  ...identityErrors,
  ...messagingErrors,
  ...ordersErrors,
  ...platformErrors,
  ...privacyErrors,
} as const;

/** Every audit action, by its name in the audit log. */
export const auditActions = {
  ...auditAuditActions,
  ...billingAuditActions,
  ...filesAuditActions,
  ...identityAuditActions,
  ...messagingAuditActions,
  ...notificationsAuditActions,
  ...ordersAuditActions,
  ...platformAuditActions,
  ...privacyAuditActions,
  ...plannedAuditActions,
} as const;

/** Every permission, and who may hold it. */
export const permissions = {
  ...auditPermissions,
  ...billingPermissions,
  ...filesPermissions,
  ...identityPermissions,
  ...messagingPermissions,
  ...notificationsPermissions,
  ...ordersPermissions,
  ...platformPermissions,
  ...privacyPermissions,
} as const;
