import { sql } from 'kysely';
import { userCounts, type UserCounted } from '../identity/index.ts';
import { numberFrom } from '../platform/orm/values.ts';
import type { Db } from '../platform/context.ts';
import type { Bucket } from './buckets.ts';
import { extentOf, Places, quarterOf } from './places.ts';

/** Accounts made within each bucket, whatever became of them. */
export async function newUsers(db: Db, buckets: readonly Bucket[]): Promise<number[]> {
  const { from, to } = extentOf(buckets);
  const { rows } = await sql<{ quarter: unknown; n: unknown }>`
    select quarter, count(*) as n from (
      select ${quarterOf(db, 'created_at')} as quarter from ${sql.table('user')}
      where created_at >= ${from} and created_at < ${to}
    ) as made group by quarter`.execute(db);
  const places = new Places(buckets);
  const made = buckets.map(() => 0);
  for (const { quarter, n } of rows) {
    const place = places.ofQuarter(Number(quarter));
    if (place !== undefined) made[place] = (made[place] as number) + numberFrom(n);
  }
  return made;
}

const sum = (counts: readonly UserCounted[] = []): number =>
  counts.reduce((total, { accounts }) => total + accounts, 0);

export interface UserTotals {
  /** Accounts that are not erased. */
  readonly total: number;
  /** Those that can sign in. */
  readonly active: number;
}

export async function userTotals(db: Db): Promise<UserTotals> {
  const { all } = await userCounts(db);
  const those = (is: (status: UserCounted['status']) => boolean): number => sum(all.filter(({ status }) => is(status)));
  return { total: those((status) => status !== 'ERASED'), active: those((status) => status === 'ACTIVE') };
}

/** Accounts made before each instant that are not erased. */
export async function usersBefore(db: Db, instants: readonly Date[]): Promise<number[]> {
  const { before } = await userCounts(db, instants);
  return before.map((counts) => sum(counts.filter(({ status }) => status !== 'ERASED')));
}
