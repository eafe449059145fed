import { ReportWish } from '../../../entities/insights/stats-report.entity.ts';
import { personOf, requirePermission } from '../../access/actor.ts';
import { isHeldBy } from '../../access/permissions.ts';
import type { PermissionSet, UserRole } from '../../kernel/roles.ts';
import { queueMail, recipientsOf } from '../../notifications/index.ts';
import { jsonFrom, writing } from '../../platform/orm/values.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { lastMonths } from '../buckets.ts';
import { monthlyReport as template } from '../emails/monthly-report.ts';
import { statsOf, type MonthStats } from '../queries/monthly-stats.ts';
import { momentOf } from '../stats-context.ts';

/** Whether one wants the figures of each month by mail. The same twice is once. */
export async function setMonthlyReport(
  { em, actor }: Tx<'em' | 'actor'>,
  { isWanted }: { readonly isWanted: boolean },
): Promise<boolean> {
  requirePermission(actor, 'stats:report');
  const userId = personOf(actor);
  const wish = await em.findOne(ReportWish, { userId });
  if (isWanted && wish === null) em.create(ReportWish, { userId });
  if (!isWanted && wish !== null) em.remove(wish);
  return isWanted;
}

/** Whether one receives it. */
export async function receivesMonthlyReport({ db, actor }: Pick<AppContext, 'db' | 'actor'>): Promise<boolean> {
  requirePermission(actor, 'stats:report');
  const wish = await db
    .selectFrom('report_wish')
    .select('id')
    .where('user_id', '=', personOf(actor))
    .executeTakeFirst();
  return wish !== undefined;
}

/** The month that has just ended, to those who want it and may still read figures: once each. */
export async function mailMonthlyReports(ctx: Pick<AppContext, 'db' | 'run' | 'now' | 'config'>): Promise<void> {
  const [month] = lastMonths(2, momentOf(ctx));
  if (month === undefined) return;
  const [stats] = await statsOf(ctx, [month]);
  if (stats !== undefined) await ctx.run(mailReports, stats);
}

async function mailReports(tx: Tx<'em' | 'now' | 'enqueue' | 'config'>, stats: MonthStats): Promise<void> {
  const wishes = await writing(tx.em)
    .db.selectFrom('report_wish')
    .innerJoin('user', 'user.id', 'report_wish.user_id')
    .select(['user.id', 'user.role', 'user.permission_sets'])
    .where('user.status', '=', 'ACTIVE')
    .execute();
  const entitled = wishes.filter((row) => mayRead(row.role, jsonFrom(row.permission_sets))).map(({ id }) => id);
  const { bucket, orders, completed, cancelled, newUsers, revenue } = stats;
  for (const recipient of (await recipientsOf(tx, entitled)).values())
    await queueMail(tx, {
      ...{ template, recipient, locale: recipient.locale },
      dedupeKey: `${template.name}:${bucket.startsOn}:${recipient.userId}`,
      data: {
        ...{ firstName: recipient.firstName, month: bucket.startsOn, orders, completed, cancelled, newUsers },
        revenue: revenue.map((amount) => ({ amount })),
        figuresUrl: `${tx.config.frontUrl}/admin/chiffres`,
      },
    });
}

const mayRead = (role: UserRole, sets: readonly PermissionSet[] | null): boolean =>
  [role, ...(sets ?? [])].some((holder) => isHeldBy('stats:report', holder));
