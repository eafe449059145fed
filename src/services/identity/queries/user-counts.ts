import { sql } from 'kysely';
import type { UserStatus } from '../../../entities/identity/user.entity.ts';
import type { UserRole } from '../../kernel/roles.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import type { Db } from '../../platform/context.ts';

/** So many accounts of one role and status. */
export interface UserCounted {
  readonly role: UserRole;
  readonly status: UserStatus;
  readonly accounts: number;
}

export interface UserCounts {
  /** All that there are. */
  readonly all: readonly UserCounted[];
  /** Those made before each of the instants that were asked for. */
  readonly before: readonly (readonly UserCounted[])[];
}

const monthOf = (at: Date): string => at.toISOString().slice(0, 7);
const monthFrom = (year: number, month: number): Date => new Date(Date.UTC(year, month, 1));

/** The beginning of a month in UTC that an instant is nearest to. */
function nearestMonth(at: Date): Date {
  const [begun, next] = [0, 1].map((more) => monthFrom(at.getUTCFullYear(), at.getUTCMonth() + more)) as [Date, Date];
  return at.getTime() - begun.getTime() < next.getTime() - at.getTime() ? begun : next;
}

/**
 * How many accounts there are, and were made before some instants: the counts of the months, and between a month and an instant
 * the accounts themselves, a few hours' of them where the instants are those of another time zone. One statement.
 */
export async function userCounts(db: Db, instants: readonly Date[] = []): Promise<UserCounts> {
  const months = instants.map(nearestMonth);
  let query = db
    .selectFrom('user_count')
    .select(({ lit }) => [lit(-1).as('place'), 'month', 'role', 'status', 'accounts']);
  for (const [i, at] of instants.entries()) {
    const [from, to] = [at, months[i] as Date].sort((a, b) => a.getTime() - b.getTime()) as [Date, Date];
    if (from.getTime() === to.getTime()) continue;
    query = query.unionAll(
      db
        .selectFrom('user')
        .select(({ lit, fn }) => [
          lit(i).as('place'),
          sql<string>`''`.as('month'),
          'role',
          'status',
          fn.countAll<number>().as('accounts'),
        ])
        .where('created_at', '>=', from)
        .where('created_at', '<', to)
        .groupBy(['role', 'status']) as never,
    );
  }
  const rows = (await query.execute()).map((row) => ({
    ...row,
    place: Number(row.place),
    accounts: numberFrom(row.accounts),
  }));
  const counted = rows.filter(({ place }) => place === -1);
  return {
    all: counted,
    before: instants.map((at, i) => {
      const month = months[i] as Date;
      const beside = rows.filter(({ place }) => place === i);
      return [
        ...counted.filter((row) => row.month < monthOf(month)),
        ...beside.map((row) => ({ ...row, accounts: month > at ? -row.accounts : row.accounts })),
      ];
    }),
  };
}

export interface UserCountFilter {
  readonly role?: UserRole | null | undefined;
  readonly status?: UserStatus | null | undefined;
  readonly createdFrom?: Date | null | undefined;
  readonly createdTo?: Date | null | undefined;
}

/** How many accounts a filter lets through. */
export async function countUsers(db: Db, { role, status, createdFrom, createdTo }: UserCountFilter): Promise<number> {
  const { all, before } = await userCounts(
    db,
    [createdFrom, createdTo].filter((at) => at instanceof Date),
  );
  const sum = (counts: readonly UserCounted[] | undefined): number =>
    sumOf(counts ?? [], (row) => (!role || row.role === role) && (!status || row.status === status));
  const upTo = createdTo ? sum(before.at(-1)) : sum(all);
  return Math.max(0, createdFrom ? upTo - sum(before[0]) : upTo);
}

export const sumOf = (counts: readonly UserCounted[], wanted: (row: UserCounted) => boolean): number =>
  counts.filter(wanted).reduce((sum, { accounts }) => sum + accounts, 0);
