import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { auditSeverities } from '../../services/kernel/audit-actions.ts';
import { instant, wholeNumber } from '../base.ts';
import { auditOutcomes } from './audit-entry.entity.ts';

/** Days and months in UTC. */
export const auditCountSpans = ['DAY', 'MONTH'] as const;
export type AuditCountSpan = (typeof auditCountSpans)[number];

/**
 * How many entries of one action a day or a month has, and between which numbers they are: the audit log is counted, and a
 * period of it found, without reading it. Derived from the entries up to that of `AuditCountEnd`. Owned by the application;
 * seen by who may read the audit log; leaves with the last of its entries.
 */
export const AuditCount = defineEntity({
  name: 'AuditCount',
  tableName: 'audit_count',
  properties: {
    span: p.enum(auditCountSpans).primary(),
    /** When the day or the month begins. */
    startsAt: instant().primary(),
    action: p.string().length(60).primary(),
    severity: p.enum(auditSeverities).primary(),
    outcome: p.enum(auditOutcomes).primary(),
    entries: wholeNumber(),
    /** No entry of them has a smaller number; some that had one may have left with their segment. */
    firstSeq: wholeNumber(),
    /** No entry of them has a greater number. */
    lastSeq: wholeNumber(),
  },
});
export type AuditCount = InferEntity<typeof AuditCount>;

/** Up to which entry the counts go: one row, locked by each transaction that changes them. Lives as long as the application. */
export const AuditCountEnd = defineEntity({
  name: 'AuditCountEnd',
  tableName: 'audit_count_end',
  properties: {
    id: p.integer().primary().autoincrement(false),
    seq: wholeNumber(),
  },
});
export type AuditCountEnd = InferEntity<typeof AuditCountEnd>;
