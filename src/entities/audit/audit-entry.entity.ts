import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { identifier, instant } from '../base.ts';

export const auditSeverities = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;
export type AuditSeverity = (typeof auditSeverities)[number];
export const auditOutcomes = ['SUCCESS', 'FAILURE'] as const;
export const actorKinds = ['PERSON', 'SERVICE', 'ANONYMOUS', 'SYSTEM'] as const;

/**
 * One deed in the journal: appended in the transaction of the deed, chained by a keyed hash to the one before, never
 * changed or deleted. Owned by the house; seen by admins. Holds no name, address or text of a person.
 */
export const AuditEntry = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_entry',
  properties: {
    /** 1, 2, 3 … without a gap. */
    seq: p.bigint('number').primary().autoincrement(false),
    at: instant().index(),
    actorKind: p.enum(actorKinds),
    actorId: identifier().strictNullable().default(null).index(),
    action: p.string().length(60),
    severity: p.enum(auditSeverities),
    outcome: p.enum(auditOutcomes).default('SUCCESS'),
    targetType: p.string().length(40),
    targetId: p.string().length(64).strictNullable().default(null),
    /** Network only: /24 or /48. */
    address: p.string().length(45).strictNullable().default(null),
    requestId: p.string().length(64).strictNullable().default(null),
    /** Canonical JSON (RFC 8785). */
    payload: p.text(),
    prevMac: p.string().length(64),
    mac: p.string().length(64),
    keyEpoch: p.integer(),
  },
  indexes: [{ properties: ['targetType', 'targetId'] }, { properties: ['action'] }, { properties: ['severity'] }],
});
export type AuditEntry = InferEntity<typeof AuditEntry>;
