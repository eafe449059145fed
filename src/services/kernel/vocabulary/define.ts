import type { Holder } from '../roles.ts';

/**
 * How a refusal is described to people. `code` is what clients switch on;
 * `retryable` says whether the same request may succeed later.
 */
export interface ErrorEntry {
  readonly fr: string;
  readonly en: string;
  readonly retryable: boolean;
}

export type Errors = Readonly<Record<string, ErrorEntry>>;

/** The same request will be refused again. */
export const final = (fr: string, en: string): ErrorEntry => ({ fr, en, retryable: false });
/** The same request may succeed later. */
export const retryable = (fr: string, en: string): ErrorEntry => ({ fr, en, retryable: true });

export const auditSeverities = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;
export type AuditSeverity = (typeof auditSeverities)[number];

export const auditTargets = [
  'user',
  'command',
  'invoice',
  'payment',
  'quote',
  'file',
  'auth',
  'system',
  'key',
  'job',
  'email',
  'sms',
  'notification',
  'conversation',
  'message',
  'page',
  'audit',
  'service-account',
  'api-token',
  'legal-hold',
  'backup',
  'backup-target',
  'cabinet',
  'folder',
  'document',
  'upload',
  'calendar',
  'booking',
  'offering',
  'artisan',
  'price',
  'threshold',
  'report',
  'ticket',
] as const;
export type AuditTarget = (typeof auditTargets)[number];

/** The text of an action in the audit log, after the person and before the target. */
export interface AuditPhrase {
  readonly fr: string;
  readonly en: string;
}

export interface AuditActionDefinition {
  readonly target: AuditTarget;
  /**
   * The default of the entries. HIGH and CRITICAL entries notify the admins: HIGH must be checked, CRITICAL needs immediate
   * action. What people do with their own account, and get a mail about, is MEDIUM at most.
   */
  readonly severity: AuditSeverity;
  readonly phrase: AuditPhrase;
  /** No use case performs this action yet: the name is reserved. */
  readonly isPlanned?: true;
  /** The domain itself notifies the admins: the audit log does not notify them a second time. */
  readonly isNotifiedByDomain?: true;
}

export type AuditActions = Readonly<Record<string, AuditActionDefinition>>;

type Phrase = readonly [fr: string, en: string];

export const action = (target: AuditTarget, severity: AuditSeverity, [fr, en]: Phrase): AuditActionDefinition => ({
  target,
  severity,
  phrase: { fr, en },
});
/** The module of the action does not exist yet: the name is reserved. */
export const planned = (target: AuditTarget, severity: AuditSeverity, phrase: Phrase): AuditActionDefinition => ({
  ...action(target, severity, phrase),
  isPlanned: true,
});
/** The domain itself notifies the admins: the audit log does not notify them a second time. */
export const notifiedByDomain = (
  target: AuditTarget,
  severity: AuditSeverity,
  phrase: Phrase,
): AuditActionDefinition => ({ ...action(target, severity, phrase), isNotifiedByDomain: true });

/**
 * The verb of a use case, and who may try it. Whether *this* person may do it to *this* object is decided by the policy
 * of the use case.
 */
export type Permissions = Readonly<Record<string, readonly Holder[]>>;

export const everyone = ['CUSTOMER', 'PROOFREADER', 'ARTISAN', 'ADMIN'] as const;
export const staff = ['PROOFREADER', 'ADMIN'] as const;
export const readers = ['ADMIN', 'AUDITOR', 'SERVICE'] as const;

/** What people read for each value: French, English. */
export type Labels = Readonly<Record<string, readonly [fr: string, en: string]>>;
