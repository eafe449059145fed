import { newId } from '../kernel/ids.ts';
import { localDateOf } from '../kernel/format.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { sql } from 'kysely';

/** The next reference of this year, `T-2026-00001`: the row of the year is locked until the commit. */
export async function takeReference({ em, now, config }: Tx<'em' | 'now' | 'config'>): Promise<string> {
  const year = Number(localDateOf(now, config.TIME_ZONE).slice(0, 4));
  const { db, dialect } = writing(em);
  const insert = db.insertInto('ticket_series').values({ id: newId(), created_at: now, version: 1, year, next: 1 });
  await (
    dialect === 'mysql' ? insert.ignore() : insert.onConflict((conflict) => conflict.column('year').doNothing())
  ).execute();
  const series = db.updateTable('ticket_series').where('year', '=', year);
  await series.set({ next: sql<number>`next + 1` }).execute();
  const { next } = await db
    .selectFrom('ticket_series')
    .select('next')
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  return `T-${year}-${String(next - 1).padStart(5, '0')}`;
}
