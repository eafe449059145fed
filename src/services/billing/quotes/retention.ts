import { sql } from 'kysely';
import { eraseFiles } from '../../files/index.ts';
import { tenYears } from '../../kernel/retention.ts';
import type { Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import type { RetentionClass } from '../../platform/retention.ts';

/** Quotes with their lines, acceptances, links and files. Triggers of the database keep acceptances for ten years. */
export async function dropQuotes(tx: Tx<'em' | 'now' | 'record' | 'enqueue'>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { db } = writing(tx.em);
  const pdfs = await db.selectFrom('quote').select('pdf_id as id').where('id', 'in', ids).execute();
  const proofs = await db
    .selectFrom('quote_acceptance')
    .select('proof_file_id as id')
    .where('quote_id', 'in', ids)
    .execute();
  await db.deleteFrom('quote_acceptance').where('quote_id', 'in', ids).execute();
  await db.deleteFrom('billing_token').where('quote_id', 'in', ids).execute();
  await db.deleteFrom('quote_line').where('quote_id', 'in', ids).execute();
  await db.deleteFrom('quote').where('id', 'in', ids).execute();
  await eraseFiles(
    tx,
    [...pdfs, ...proofs].flatMap(({ id }) => id ?? []),
  );
}

export const acceptedQuoteRetention: RetentionClass = {
  name: 'ACCEPTED_QUOTES',
  description: { fr: 'devis acceptés', en: 'accepted quotes' },
  table: 'quote',
  since: sql.ref('quote.ended_at'),
  among: sql`quote.status = 'ACCEPTED'`,
  apply: dropQuotes,
  days: { usual: tenYears, least: tenYears, most: 7_305 },
  ground: 'ACCOUNTING_LAW',
  action: 'DELETE',
};

/** How long quotes are kept: three years where nobody accepted them, ten where somebody did. */
export const quoteRetention: readonly RetentionClass[] = [
  {
    name: 'QUOTES',
    description: { fr: 'devis non acceptés', en: 'quotes that were not accepted' },
    table: 'quote',
    since: sql.ref('quote.changed_at'),
    among: sql`quote.status <> 'ACCEPTED'`,
    apply: dropQuotes,
    days: { usual: 1_096, least: 365, most: 1_096 },
    ground: 'OPERATION',
    action: 'DELETE',
  },
  acceptedQuoteRetention,
];
