import { sql } from 'kysely';
import { weekdays, type DayWindow, type Weekday } from '../../../entities/scheduling/opening.entity.ts';
import type { Db } from '../../platform/context.ts';
import { runCompiled, type RowOf } from '../../platform/orm/compiled.ts';
import { instantFrom, jsonFrom } from '../../platform/orm/values.ts';
import type { ClosedTime, Opening, WeeklyRule } from './opening.ts';

export type StoredOpening = Omit<Opening, 'zone' | 'isHoliday'>;

export interface OpeningsAsked {
  /** Rules for other offerings are left out. */
  readonly offeringId: string;
  readonly artisanIds: readonly string[];
}

/** What is stored of when an artisan is open: the hours for all offerings, then those of each that has some of its own. */
export async function readEveryOpening(db: Db, artisanId: string): Promise<StoredOpening[]> {
  const rules = await everyWeekly(db, 'opening_rule', artisanId);
  const breaks = await everyWeekly(db, 'break_rule', artisanId);
  const exceptions = new Map((await exceptionsOf(db, [artisanId])).map(exceptionFrom));
  const closures = (await closuresOf(db, [artisanId])).map(closureFrom);
  return [...new Set([null, ...rules.map(({ offeringId }) => offeringId)])].map((id) => {
    const itsOwn = (rows: readonly OwnWeeklyRow[]): WeeklyRule[] =>
      rows.filter(({ offeringId }) => offeringId === null || offeringId === id).map(ruleFrom);
    return { rules: itsOwn(rules), breaks: itsOwn(breaks), exceptions, closures };
  });
}

/** What is stored of when artisans are open for an offering: a few rows each, which are limited. */
export async function readOpenings(db: Db, asked: OpeningsAsked): Promise<(artisanId: string) => StoredOpening> {
  const week = await weekly(db, asked);
  const [rules, breaks] = weeklyTables.map((table) =>
    grouped(
      week.filter(({ source }) => source === table),
      ruleFrom,
    ),
  ) as [ByArtisan<WeeklyRule>, ByArtisan<WeeklyRule>];
  const exceptions = grouped(await exceptionsOf(db, asked.artisanIds), exceptionFrom);
  const closures = grouped(await closuresOf(db, asked.artisanIds), closureFrom);
  return (id) => ({
    rules: rules.get(id) ?? [],
    breaks: breaks.get(id) ?? [],
    exceptions: new Map(exceptions.get(id)),
    closures: closures.get(id) ?? [],
  });
}

const weeklyTables = ['opening_rule', 'break_rule'] as const;
type WeeklyTable = (typeof weeklyTables)[number];
type ByArtisan<T> = ReadonlyMap<string, readonly T[]>;

const allWeekly = (db: Db, table: WeeklyTable, artisanIds: readonly string[]) =>
  db
    .selectFrom(table)
    .select(['artisan_id', 'weekday', 'start_minute as startMinute', 'end_minute as endMinute'])
    .select(['every_weeks as everyWeeks', 'anchor_on as anchorOn', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('artisan_id', 'in', artisanIds);

const everyWeekly = (db: Db, table: WeeklyTable, artisanId: string) =>
  allWeekly(db, table, [artisanId]).select('offering_id as offeringId').execute();

type OwnWeeklyRow = Awaited<ReturnType<typeof everyWeekly>>[number];

const weeklyRows = (db: Db, table: WeeklyTable, { offeringId, artisanIds }: OpeningsAsked) =>
  allWeekly(db, table, artisanIds).where((eb) =>
    eb.or([eb('offering_id', 'is', null), eb('offering_id', '=', offeringId)]),
  );

type WeeklyRow = Awaited<ReturnType<ReturnType<typeof weeklyRows>['execute']>>[number];

const sourced = (db: Db, table: WeeklyTable, asked: OpeningsAsked) =>
  weeklyRows(db, table, asked).select(sql.lit(table).as('source'));

type SourcedRow = WeeklyRow & { readonly source: WeeklyTable };

/** Both tables by one statement: one journey to a database that is elsewhere. */
function weekly(db: Db, asked: OpeningsAsked): Promise<SourcedRow[]> {
  const [rules, breaks] = weeklyTables;
  const values = [...asked.artisanIds, asked.offeringId];
  return runCompiled<SourcedRow>(db, {
    key: `weekly ${asked.artisanIds.length}`,
    values: [...values, ...values],
    make: () => sourced(db, rules, asked).unionAll(sourced(db, breaks, asked)),
  });
}

function exceptionsOf(db: Db, artisanIds: readonly string[]) {
  const make = () =>
    db
      .selectFrom('opening_exception')
      .select(['artisan_id', 'local_date', 'windows'])
      .where('artisan_id', 'in', artisanIds);
  return runCompiled<RowOf<typeof make>>(db, {
    key: `opening_exception ${artisanIds.length}`,
    values: artisanIds,
    make,
  });
}

function closuresOf(db: Db, artisanIds: readonly string[]) {
  const make = () =>
    db
      .selectFrom('closure')
      .select(['artisan_id', 'from_on', 'until_on', 'from_at', 'until_at', 'is_yearly'])
      .where('artisan_id', 'in', artisanIds);
  return runCompiled<RowOf<typeof make>>(db, { key: `closure ${artisanIds.length}`, values: artisanIds, make });
}

const ruleFrom = ({ weekday, ...rule }: WeeklyRow): WeeklyRule => ({
  ...rule,
  weekday: weekdays.indexOf(weekday as Weekday),
});

type ExceptionRow = Awaited<ReturnType<typeof exceptionsOf>>[number];

const exceptionFrom = ({ local_date, windows }: ExceptionRow): [string, readonly DayWindow[]] => [
  local_date,
  jsonFrom<readonly DayWindow[]>(windows),
];

type ClosureRow = Awaited<ReturnType<typeof closuresOf>>[number];

const closureFrom = ({ from_on, until_on, from_at, until_at, is_yearly }: ClosureRow): ClosedTime =>
  from_on === null
    ? { fromOn: null, from: instantFrom(from_at).getTime(), to: instantFrom(until_at).getTime() }
    : { fromOn: from_on, untilOn: until_on ?? from_on, isYearly: Boolean(is_yearly) };

/** The rows of each artisan, as `from` reads them. */
function grouped<R extends { readonly artisan_id: string }, T>(rows: readonly R[], from: (row: R) => T): ByArtisan<T> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.artisan_id) ?? [];
    group.push(from(row));
    groups.set(row.artisan_id, group);
  }
  return groups;
}
