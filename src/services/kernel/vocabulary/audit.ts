import { action, readers, type AuditActions, type Permissions, type Labels } from './define.ts';

/** What audit adds to the closed lists: error codes, audit actions, permissions. */

export const auditAuditActions = {
  UNAUTHORIZED_ACCESS: action('system', 'MEDIUM', ['s’est vu refuser l’accès à', 'was refused access to']),
  ADMIN_ACCESS: action('system', 'LOW', ['a consulté, en administration,', 'looked, as an admin, at']),
  SUSPICIOUS_ACTIVITY: action('system', 'HIGH', ['a eu un comportement suspect envers', 'acted suspiciously towards']),
  SECURITY_BREACH: action('system', 'CRITICAL', ['a enfreint la sécurité de', 'breached the security of']),
  AUDIT_READ: action('audit', 'LOW', ['a consulté le journal', 'read the audit log']),
  AUDIT_EXPORTED: action('audit', 'MEDIUM', ['a exporté le journal', 'exported the audit log']),
  AUDIT_SEGMENT_SEALED: action('audit', 'HIGH', [
    'a scellé le segment du journal',
    'sealed the segment of the audit log',
  ]),
  JOURNAL_RESTORED: action('audit', 'CRITICAL', [
    'a pris acte d’une restauration, qui a perdu des écritures du journal jusqu’à la',
    'acknowledged a restore, which lost entries of the audit log up to',
  ]),
  AUDIT_PURGED: action('audit', 'CRITICAL', ['a purgé le segment du journal', 'purged the segment of the audit log']),
  AUDIT_SUBJECT_FORGOTTEN: action('audit', 'MEDIUM', [
    'a détruit, dans le journal, les données personnelles du compte',
    'destroyed, in the audit log, the personal data of the account',
  ]),
} as const satisfies AuditActions;

export const auditPermissions = {
  'audit:read': readers,
  'audit:export': ['ADMIN'],
  'audit:seal': ['ADMIN'],
} as const satisfies Permissions;

/** Classes of records that are kept for a time, as people read them. */
export const auditRetention = {
  EXTRACTS: ['Extraits du journal d’activité', 'Extracts of the audit log'],
  JOURNAL: ['Journal d’activité', 'Audit log'],
} as const satisfies Labels;

/** Kinds of records that an erasure reports, as people read them. */
export const auditRecords = {
  JOURNAL: ['Journal d’activité', 'Audit log'],
} as const satisfies Labels;
