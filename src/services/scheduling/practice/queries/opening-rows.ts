import type { DayWindow, Weekday } from '../../../../entities/scheduling/opening.entity.ts';
import { weekdays } from '../../../../entities/scheduling/opening.entity.ts';
import type { ReadContext } from '../../../platform/context.ts';
import { runCompiled, type RowOf } from '../../../platform/orm/compiled.ts';
import { instantFrom, jsonFrom } from '../../../platform/orm/values.ts';

export interface WeeklyRuleRow extends DayWindow {
  readonly id: string;
  readonly weekday: Weekday;
  readonly everyWeeks: number;
  readonly anchorOn: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly offeringId: string | null;
}

export interface OpeningExceptionRow {
  readonly localDate: string;
  readonly windows: readonly DayWindow[];
}

export interface ClosureRow {
  readonly id: string;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
  readonly fromAt: Date | null;
  readonly untilAt: Date | null;
  readonly reason: string | null;
  readonly isYearly: boolean;
}

/** The windows or the breaks of an artisan, in the order of the week. */
export async function weeklyRules(
  { db }: ReadContext,
  table: 'opening_rule' | 'break_rule',
  artisanId: string,
): Promise<WeeklyRuleRow[]> {
  const rows = await db
    .selectFrom(table)
    .select(['id', 'weekday', 'start_minute as startMinute', 'end_minute as endMinute', 'every_weeks as everyWeeks'])
    .select(['anchor_on as anchorOn', 'valid_from as validFrom', 'valid_to as validTo', 'offering_id as offeringId'])
    .where('artisan_id', '=', artisanId)
    .orderBy('start_minute')
    .orderBy('id')
    .execute();
  return rows.toSorted((a, b) => weekdays.indexOf(a.weekday) - weekdays.indexOf(b.weekday));
}

/** The dates whose windows are replaced, in order. */
export async function openingExceptions({ db }: ReadContext, artisanId: string): Promise<OpeningExceptionRow[]> {
  const rows = await db
    .selectFrom('opening_exception')
    .select(['local_date as localDate', 'windows'])
    .where('artisan_id', '=', artisanId)
    .orderBy('local_date')
    .execute();
  return rows.map(({ localDate, windows }) => ({ localDate, windows: jsonFrom(windows) }));
}

/** The times without appointments, in the order in which they were entered. */
export async function closuresOf({ db }: ReadContext, artisanId: string): Promise<ClosureRow[]> {
  const make = () =>
    db
      .selectFrom('closure')
      .select(['id', 'from_on as fromOn', 'until_on as untilOn', 'from_at as fromAt', 'until_at as untilAt'])
      .select(['reason', 'is_yearly as isYearly'])
      .where('artisan_id', '=', artisanId)
      .orderBy('id');
  const rows = await runCompiled<RowOf<typeof make>>(db, { key: 'closures', values: [artisanId], make });
  return rows.map(({ fromAt, untilAt, isYearly, ...row }) => ({
    ...row,
    fromAt: fromAt === null ? null : instantFrom(fromAt),
    untilAt: untilAt === null ? null : instantFrom(untilAt),
    isYearly: Boolean(isYearly),
  }));
}
