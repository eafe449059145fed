import { userStatuses, type UserStatus } from '../../../entities/identity/user.entity.ts';
import { userRoles, type UserRole } from '../../kernel/roles.ts';
import type { Operation } from '../../platform/context.ts';
import { sumOf, userCounts, type UserCounted } from './user-counts.ts';

export interface UserStats {
  /** Accounts that are not erased. */
  readonly total: number;
  readonly byRole: readonly { readonly role: UserRole; readonly count: number }[];
  readonly byStatus: readonly { readonly status: UserStatus; readonly count: number }[];
  /** The last twelve months, the present one last; accounts that were deleted since are not counted. */
  readonly growth: readonly { readonly month: string; readonly newUsers: number; readonly total: number }[];
}

const monthsShown = 12;

interface Month {
  readonly name: string;
  readonly from: Date;
}

/** The beginnings of the last twelve months and of the next, in the application’s time zone. */
function monthsUntil(now: Date, timeZone: string): Month[] {
  const present = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toPlainYearMonth();
  return Array.from({ length: monthsShown + 1 }, (_, i) => {
    const month = present.subtract({ months: monthsShown - 1 - i });
    return {
      name: month.toString(),
      from: new Date(month.toPlainDate({ day: 1 }).toZonedDateTime(timeZone).epochMilliseconds),
    };
  });
}

/** How many people there are, by role and by status, and how many came in each of the last twelve months. */
export const userStats: Operation<'db' | 'now' | 'config', void, UserStats> = async ({ db, now, config }) => {
  const months = monthsUntil(now, config.TIME_ZONE);
  const { all, before } = await userCounts(
    db,
    months.map(({ from }) => from),
  );
  const isThere = ({ status }: UserCounted): boolean => status !== 'ERASED';
  const totals = before.map((counts) => sumOf(counts, isThere));
  return {
    total: sumOf(all, isThere),
    byRole: userRoles.map((role) => ({ role, count: sumOf(all, (row) => row.role === role && isThere(row)) })),
    byStatus: userStatuses.map((status) => ({ status, count: sumOf(all, (row) => row.status === status) })),
    growth: months.slice(0, -1).map(({ name }, i) => {
      const [earlier, total] = [totals[i] ?? 0, totals[i + 1] ?? 0];
      return { month: name, newUsers: total - earlier, total };
    }),
  };
};
