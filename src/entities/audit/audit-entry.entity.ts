import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { auditSeverities } from '../../services/kernel/audit-actions.ts';
import { identifier, instant } from '../base.ts';

export { auditSeverities, type AuditSeverity } from '../../services/kernel/audit-actions.ts';
export const auditOutcomes = ['SUCCESS', 'FAILURE'] as const;
export const actorKinds = ['PERSON', 'SERVICE', 'ANONYMOUS', 'SYSTEM'] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];

/**
 * One action in the audit log: appended in the transaction of the action, chained by a keyed hash to the one before, never
 * changed; it leaves only with its sealed segment. Owned by the application; seen by who may read the audit log. Holds no name,
 * address or text of a person: those are in an `AuditPersonal`, under the person's own key.
 */
export const AuditEntry = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_entry',
  properties: {
    /** 1, 2, 3 … without a gap. */
    seq: p.bigint('number').primary().autoincrement(false),
    at: instant().index(),
    actorKind: p.enum(actorKinds),
    actorId: identifier().strictNullable().default(null),
    /** A name of the table in services/kernel/audit-actions.ts. */
    action: p.string().length(60),
    severity: p.enum(auditSeverities),
    outcome: p.enum(auditOutcomes).default('SUCCESS'),
    targetType: p.string().length(40),
    targetId: p.string().length(64).strictNullable().default(null),
    /** Network only: /24 or /48. */
    address: p.string().length(45).strictNullable().default(null),
    /** What the person used, in a word or two: "Firefox, Windows". */
    agent: p.string().length(60).strictNullable().default(null),
    requestId: p.string().length(64).strictNullable().default(null),
    /** Canonical JSON (RFC 8785). */
    payload: p.text(),
    /** Commits to the personal values kept apart; null when there are none. */
    piiRef: p.string().length(64).strictNullable().default(null).index(),
    prevMac: p.string().length(64),
    mac: p.string().length(64),
    keyEpoch: p.integer(),
  },
  // Each filter of the list, newest first: SQLite keeps the number outside of its indexes unless it is named.
  indexes: [
    { properties: ['actorId', 'seq'] },
    { properties: ['action', 'seq'] },
    { properties: ['severity', 'seq'] },
    { properties: ['outcome', 'seq'] },
    { properties: ['targetType', 'seq'] },
    { properties: ['targetId', 'seq'] },
  ],
});
export type AuditEntry = InferEntity<typeof AuditEntry>;
