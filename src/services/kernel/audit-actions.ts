import type { AuditActionDefinition } from './vocabulary/define.ts';
import { auditActions } from './vocabulary/index.ts';

export { auditActions };
export { auditSeverities, auditTargets } from './vocabulary/define.ts';
export type { AuditActionDefinition, AuditPhrase, AuditSeverity, AuditTarget } from './vocabulary/define.ts';

/** A name of the table: the only ones that an entry can carry. */
export type AuditAction = keyof typeof auditActions;

/** The deed of a name; undefined for one that an older journal used. */
export const deedOf = (action: string): AuditActionDefinition | undefined =>
  Object.hasOwn(auditActions, action) ? auditActions[action as AuditAction] : undefined;
