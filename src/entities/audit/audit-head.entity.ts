import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { instant, wholeNumber } from '../base.ts';

/** The end of the audit log's chain: one row, locked by each transaction that appends. Lives as long as the application. */
export const AuditHead = defineEntity({
  name: 'AuditHead',
  tableName: 'audit_head',
  properties: {
    id: p.integer().primary().autoincrement(false),
    seq: p.bigint('number'),
    mac: p.string().length(64),
    /** The key that signs now, and since which entry and instant. */
    keyEpoch: p.integer().default(0),
    epochFrom: wholeNumber().default(0),
    epochAt: instant().strictNullable().default(null),
  },
});
export type AuditHead = InferEntity<typeof AuditHead>;
