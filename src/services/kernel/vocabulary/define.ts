import type { Holder } from '../roles.ts';

/**
 * How a refusal is described to people. `code` is what clients switch on;
 * `retryable` tells them whether the same request may succeed later.
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
  'file',
  'auth',
  'system',
  'key',
  'job',
  'email',
  'notification',
  'conversation',
  'message',
  'audit',
  'service-account',
  'api-token',
  'legal-hold',
  'backup',
  'cabinet',
  'booking',
] as const;
export type AuditTarget = (typeof auditTargets)[number];

/** What a deed is called in a line of the journal, after the person and before the target. */
export interface AuditPhrase {
  readonly fr: string;
  readonly en: string;
}

export interface AuditActionDefinition {
  readonly target: AuditTarget;
  /**
   * Unless the entry says otherwise. HIGH and CRITICAL are told to the admins: HIGH is what one of them must look at, CRITICAL
   * what one must act on now. What people do with their own account, and are told of by mail themselves, is MEDIUM at most.
   */
  readonly severity: AuditSeverity;
  readonly phrase: AuditPhrase;
  /** The deed cannot be done in the house yet: its name is kept for it. */
  readonly isPlanned?: true;
  /** The domain itself tells the admins: the journal does not tell them a second time. */
  readonly isToldByDomain?: true;
}

export type AuditActions = Readonly<Record<string, AuditActionDefinition>>;

type Phrase = readonly [fr: string, en: string];

export const action = (target: AuditTarget, severity: AuditSeverity, [fr, en]: Phrase): AuditActionDefinition => ({
  target,
  severity,
  phrase: { fr, en },
});
/** The module of the action does not exist yet: the name is kept for it. */
export const planned = (target: AuditTarget, severity: AuditSeverity, phrase: Phrase): AuditActionDefinition => ({
  ...action(target, severity, phrase),
  isPlanned: true,
});
/** The domain itself notifies the admins: the audit log does not notify them a second time. */
export const notifiedByDomain = (
  target: AuditTarget,
  severity: AuditSeverity,
  phrase: Phrase,
): AuditActionDefinition => ({ ...action(target, severity, phrase), isToldByDomain: true });

/**
 * The verb of a use case, and who may try it. Whether *this* person may do it to *this* object is decided by the policy
 * of the use case.
 */
export type Permissions = Readonly<Record<string, readonly Holder[]>>;

export const everyone = ['CUSTOMER', 'PROOFREADER', 'ARTISAN', 'ADMIN'] as const;
export const staff = ['PROOFREADER', 'ADMIN'] as const;
export const readers = ['ADMIN', 'AUDITOR', 'SERVICE'] as const;
