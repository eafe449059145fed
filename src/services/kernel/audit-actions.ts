import type { AuditActionDefinition } from './vocabulary/define.ts';
import { auditActions } from './vocabulary/index.ts';

export { auditActions };
export { auditSeverities, auditTargets } from './vocabulary/define.ts';
export type { AuditActionDefinition, AuditPhrase, AuditSeverity, AuditTarget } from './vocabulary/define.ts';

/** A name of the table: the only ones that an entry can carry. */
export type AuditAction = keyof typeof auditActions;

/** The definition of an action; undefined for a name that only older audit entries use. */
export const actionOf = (action: string): AuditActionDefinition | undefined =>
  Object.hasOwn(auditActions, action) ? auditActions[action as AuditAction] : undefined;
