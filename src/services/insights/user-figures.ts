import { userCounts, type UserCounted } from '../identity/index.ts';
import type { Db } from '../platform/context.ts';

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
