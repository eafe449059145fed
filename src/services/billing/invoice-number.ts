import { sql } from 'kysely';
import { DomainError } from '../kernel/errors.ts';
import { localDateOf } from '../kernel/format.ts';
import { lockedForUpdate, dialectOfManager, instantFrom, writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { toleratedMs } from './clock-guard.ts';

/** `FACT`: invoices and deposit invoices. `AVOIR`: credit notes. `DEVIS`: quotes. Each is one continuous sequence per year. */
export type SeriesPrefix = 'FACT' | 'AVOIR' | 'DEVIS';

/** A number of a series, ours from now to the commit: nobody else has it, and a rollback gives it back. */
export interface TakenNumber {
  readonly series: string;
  readonly sequence: number;
  /** `FACT-2026-000001`. */
  readonly number: string;
  /** Never before the last one of its kind, whatever the clocks say. */
  readonly issuedAt: Date;
}

export const numberOf = (series: string, sequence: number): string => `${series}-${String(sequence).padStart(6, '0')}`;

/** The series of a number, and its place there. */
export function seriesOf(number: string): [series: string, sequence: number] {
  const at = number.lastIndexOf('-');
  return [number.slice(0, at), Number(number.slice(at + 1))];
}

/**
 * Takes the next number. The newest series of the prefix is locked until the commit, so numbers are unique, without a gap
 * (number and invoice commit together) and in the order of their dates. The year is decided under that lock: once the
 * new year has a number, the old one gets no more. `CLOCK_IMPLAUSIBLE` when the clock stands well before the last number. To be called last before live streams and the audit log.
 */
export async function takeNumber(tx: Tx<'em' | 'now' | 'config'>, prefix: SeriesPrefix): Promise<TakenNumber> {
  const { db } = writing(tx.em);
  const seriesAt = (instant: Date): string => `${prefix}-${localDateOf(instant, tx.config.TIME_ZONE).slice(0, 4)}`;
  for (;;) {
    const newest = await lockNewest(tx, prefix);
    if (newest && newest.lastIssuedAt.getTime() - tx.now.getTime() > toleratedMs)
      throw new DomainError('CLOCK_IMPLAUSIBLE', { series: newest.series });
    const issuedAt = newest && newest.lastIssuedAt > tx.now ? newest.lastIssuedAt : tx.now;
    const series = seriesAt(issuedAt);
    if (newest?.series === series) {
      await db
        .updateTable('invoice_counter')
        .set({ next_number: newest.next + 1, last_issued_at: issuedAt })
        .where('series', '=', series)
        .execute();
      return { series, sequence: newest.next, number: numberOf(series, newest.next), issuedAt };
    }
    await openSeries(tx, series);
  }
}

/** The newest series with its row locked. Whoever waited for it looks again: a newer one may have been opened meanwhile. */
async function lockNewest({ em }: Tx<'em'>, prefix: SeriesPrefix) {
  const { db, dialect } = writing(em);
  const newestFirst = db
    .selectFrom('invoice_counter')
    .where('series', 'like', `${prefix}-%`)
    .where('set_aside_at', 'is', null)
    .orderBy('series', 'desc')
    .limit(1);
  for (;;) {
    const query = newestFirst.select(['series', 'next_number', 'last_issued_at']);
    const row = await lockedForUpdate(query, dialect).executeTakeFirst();
    if (row === undefined) return undefined;
    const now = dialect === 'mysql' ? await newestFirst.select('series').executeTakeFirst() : row;
    if (now?.series === row.series)
      return { series: row.series, next: Number(row.next_number), lastIssuedAt: instantFrom(row.last_issued_at) };
  }
}

/** Opens a series unless someone else just did; one that was set aside goes on behind its last number, now that its year has come. */
async function openSeries({ em, now }: Tx<'em' | 'now'>, series: string): Promise<void> {
  const { db } = writing(em);
  await db
    .updateTable('invoice_counter')
    .set({ set_aside_at: null, last_issued_at: now })
    .where('series', '=', series)
    .where('set_aside_at', 'is not', null)
    .execute();
  const insert = db
    .insertInto('invoice_counter')
    .values({ series, next_number: 1, last_issued_at: now, set_aside_at: null });
  await (
    dialectOfManager(em) === 'mysql'
      ? insert.onDuplicateKeyUpdate({ series: sql`series` })
      : insert.onConflict((conflict) => conflict.column('series').doNothing())
  ).execute();
}
