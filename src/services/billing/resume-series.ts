import { DomainError } from '../kernel/errors.ts';
import { lockedForUpdate, writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { markOf } from './invoice-marks.ts';

/**
 * After a restore: lets a series go on behind the last number that was shown, once the invoices between were made again
 * from the mails and PDFs. Numbers already given are never given twice. Answers the next number.
 */
export async function resumeSeries(
  { em, now, config, record }: Tx<'em' | 'now' | 'config' | 'record'>,
  { series }: { series: string },
): Promise<number> {
  const { db, dialect } = writing(em);
  const query = db.selectFrom('invoice_counter').select('next_number').where('series', '=', series);
  const row = await lockedForUpdate(query, dialect).executeTakeFirst();
  const next = markOf(config, series) + 1;
  if (next === 1) throw new DomainError('NOT_FOUND');
  const from = Number(row?.next_number ?? 1);
  if (from >= next) throw new DomainError('ACTION_NOT_ALLOWED', { series, next: from });
  await (
    row === undefined
      ? db.insertInto('invoice_counter').values({ series, next_number: next, last_issued_at: now, set_aside_at: null })
      : db.updateTable('invoice_counter').set({ next_number: next }).where('series', '=', series)
  ).execute();
  record({
    action: 'INVOICE_SERIES_RESUMED',
    targetType: 'invoice',
    targetId: series,
    severity: 'CRITICAL',
    payload: { from, next },
  });
  return next;
}
