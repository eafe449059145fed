import { sql } from 'kysely';
import { eraseFiles } from '../files/index.ts';
import { unheld } from '../platform/legal-holds.ts';
import { writing } from '../platform/orm/values.ts';
import type { RetentionClass } from '../platform/retention.ts';
import { demandWholeExport, dropEntries } from './drop-entries.ts';

const last = sql`(select at from audit_entry where audit_entry.seq = audit_segment.last_seq)`;

/** Extracts of the journal that somebody asked for, with their sealed files: what they were taken from stays. */
export const extractRetention: RetentionClass = {
  name: 'EXTRACTS',
  phase: 'AUDIT_LOG',
  table: 'audit_export',
  since: sql.ref('audit_export.finished_at'),
  days: { usual: 30, least: 1, most: 365 },
  ground: 'SECURITY',
  action: 'DELETE',
  apply: async (tx, ids) => {
    const { db } = writing(tx.em);
    const files = await db
      .selectFrom('audit_export')
      .select('file_id')
      .where('id', 'in', ids)
      .where('file_id', 'is not', null)
      .execute();
    await db.deleteFrom('audit_export').where('id', 'in', ids).execute();
    await eraseFiles(
      tx,
      files.map(({ file_id }) => file_id as string),
    );
  },
};

/** Entries leave with a sealed segment only, in their order, once its export was held against its signature. */
export const auditRetention: RetentionClass = {
  name: 'JOURNAL',
  phase: 'AUDIT_LOG',
  table: 'audit_segment',
  since: last,
  days: { usual: 365, least: 180, most: 3_653 },
  ground: 'SECURITY',
  action: 'DELETE',
  // A segment waits for those before it: one with an entry about held data keeps all that follow.
  among: sql`audit_segment.purged_at is null and not exists (select 1 from audit_entry where seq <= audit_segment.last_seq and not ${unheld('audit_entry')})`,
  check: async (ctx, ids) => {
    for (const id of ids) await demandWholeExport(ctx, id);
  },
  apply: async (tx, ids) => {
    for (const segmentId of ids) await dropEntries(tx, { segmentId });
  },
};
