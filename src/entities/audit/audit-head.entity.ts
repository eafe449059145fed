import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** The end of the journal's chain: one row, locked by each transaction that appends. */
export const AuditHead = defineEntity({
  name: 'AuditHead',
  tableName: 'audit_head',
  properties: {
    id: p.integer().primary().autoincrement(false),
    seq: p.bigint('number'),
    mac: p.string().length(64),
  },
});
export type AuditHead = InferEntity<typeof AuditHead>;
