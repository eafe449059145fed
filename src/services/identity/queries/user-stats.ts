import { userStatuses, type UserStatus } from '../../../entities/identity/user.entity.ts';
import { userRoles, type UserRole } from '../../kernel/roles.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import type { Operation } from '../../platform/context.ts';

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
  const rows = await db
    .selectFrom('user')
    .select(({ fn }) => ['role', 'status', fn.countAll().as('n')])
    .groupBy(['role', 'status'])
    .execute();
  const count = (wanted: (row: (typeof rows)[number]) => boolean): number =>
    rows.filter(wanted).reduce((sum, { n }) => sum + numberFrom(n), 0);
  const months = monthsUntil(now, config.TIME_ZONE);
  const totals = (await db
    .selectNoFrom((eb) =>
      months.map(({ name, from }) =>
        eb
          .selectFrom('user')
          .select(({ fn }) => fn.countAll().as('n'))
          .where('created_at', '<', from)
          .where('status', '!=', 'ERASED')
          .as(name),
      ),
    )
    .executeTakeFirstOrThrow()) as Record<string, unknown>;
  return {
    total: count(({ status }) => status !== 'ERASED'),
    byRole: userRoles.map((role) => ({ role, count: count((row) => row.role === role && row.status !== 'ERASED') })),
    byStatus: userStatuses.map((status) => ({ status, count: count((row) => row.status === status) })),
    growth: months.slice(0, -1).map(({ name }, i) => {
      const total = numberFrom(totals[months[i + 1]?.name ?? '']);
      return { month: name, newUsers: total - numberFrom(totals[name]), total };
    }),
  };
};
