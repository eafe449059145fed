import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant } from '../base.ts';

export const auditExportFormats = ['CSV', 'JSON', 'PROOFS'] as const;
export type AuditExportFormat = (typeof auditExportFormats)[number];

/** An extract of the audit log as a sealed file, and how far it is. Owned and seen by who asked for it; dies with its file, 30 days after it was written. */
export const AuditExport = defineEntity({
  name: 'AuditExport',
  tableName: 'audit_export',
  properties: {
    ...base(),
    requestedById: identifier().index(),
    format: p.enum(auditExportFormats),
    /** The filter as it was asked. */
    filter: p.json<Record<string, unknown>>(),
    /** The last entry at the moment of asking: what comes later is not part of it. */
    untilSeq: p.bigint('number'),
    totalEntries: p.integer(),
    writtenEntries: p.integer().default(0),
    /** The result; null until it is ready. */
    fileId: identifier().strictNullable().default(null).index(),
    finishedAt: instant().strictNullable().default(null),
  },
});
export type AuditExport = InferEntity<typeof AuditExport>;
