import { sql } from 'kysely';
import { extractRetention } from '../files/index.ts';
import { unheld } from '../platform/legal-holds.ts';
import type { RetentionClass } from '../platform/retention.ts';
import { requireIntactExport, dropEntries } from './drop-entries.ts';

const last = sql`(select at from audit_entry where audit_entry.seq = audit_segment.last_seq)`;

/** Extracts of the audit log that somebody asked for, with their sealed files: what they were taken from stays. */
export const auditExtractRetention: RetentionClass = extractRetention({
  name: 'EXTRACTS',
  description: { fr: 'extraits du journal d’activité', en: 'extracts of the audit log' },
  phase: 'AUDIT_LOG',
  table: 'audit_export',
  ground: 'SECURITY',
});

/** Entries leave with a sealed segment only, in their order, once its export was verified against its signature. */
export const auditRetention: RetentionClass = {
  name: 'JOURNAL',
  description: { fr: 'journal d’activité', en: 'audit log' },
  phase: 'AUDIT_LOG',
  table: 'audit_segment',
  since: last,
  days: { usual: 365, least: 180, most: 3_653 },
  ground: 'SECURITY',
  action: 'DELETE',
  // A segment waits for those before it: one with an entry under a legal hold keeps all that follow.
  among: sql`audit_segment.purged_at is null and not exists (select 1 from audit_entry where seq <= audit_segment.last_seq and not ${unheld('audit_entry')})`,
  check: async (ctx, ids) => {
    for (const id of ids) await requireIntactExport(ctx, id);
  },
  apply: async (tx, ids) => {
    for (const segmentId of ids) await dropEntries(tx, { segmentId });
  },
};
