import { sql } from 'kysely';
import { localDateOf } from '../../kernel/format.ts';
import { instantFrom, jsonFrom, numberFrom } from '../../platform/orm/values.ts';
import type { Db } from '../../platform/context.ts';
import type { Moment } from '../buckets.ts';
import { counted, countNames, type Sum } from './figures.ts';

/** Goes up by one with every change of a definition: what was computed by another one does not count. */
const edition = 2;
/** By what the days that are kept were computed. */
export const basisOf = ({ timeZone }: Moment): string => `${edition} ${timeZone}`;

/** Which local days are kept: those up to one of them, without those on which something has changed since. */
export interface Kept {
  readonly through: string | null;
  readonly changed: ReadonlySet<string>;
}

export const isKept = ({ through, changed }: Kept, day: string): boolean =>
  through !== null && day <= through && !changed.has(day);

interface Change {
  readonly at: unknown;
  readonly on_day: string | null;
}

/** The local days of what changed. */
export function daysOf(changes: readonly Change[], { timeZone }: Moment): Set<string> {
  const days = new Set<string>();
  for (const { at, on_day } of changes) {
    if (at !== null) days.add(localDateOf(instantFrom(at), timeZone));
    if (on_day !== null) days.add(on_day);
  }
  return days;
}

/** One statement, so that no change is missed between the two. */
export async function keptDays(db: Db, moment: Moment): Promise<Kept> {
  const { rows } = await sql<Change & { readonly through: string }>`
    select h.through, c.at, c.on_day from figure_head h
    left join (select distinct at, on_day from figure_change) c on 1 = 1
    where h.id = 1 and h.basis = ${basisOf(moment)} and h.through is not null`.execute(db);
  const through = rows[0]?.through ?? null;
  const days = daysOf(rows, moment);
  return { through, changed: new Set([...days].filter((day) => through !== null && day <= through)) };
}

/** Are the kept days still those of this basis? */
export async function isOfBasis(db: Db, moment: Moment): Promise<boolean> {
  const head = await db.selectFrom('figure_head').select('basis').where('id', '=', 1).executeTakeFirst();
  return head?.basis === basisOf(moment);
}

type SumOn = (day: string) => Sum | undefined;

/** Adds the figures of each kept day from one to another, changed or not, to the sum of that day; undefined: it is left out. */
export async function addKept(db: Db, days: readonly [from: string, to: string], sumOn: SumOn): Promise<void> {
  await addCounts(db, days, sumOn);
  await addMoney(db, days, sumOn);
}

async function addCounts(db: Db, [from, to]: readonly [string, string], sumOn: SumOn): Promise<void> {
  const rows = await db
    .selectFrom('figure_day')
    .select(['day', ...Object.values(counted)])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute();
  for (const row of rows) {
    const sum = sumOn(row.day);
    if (sum !== undefined) for (const name of countNames) sum.count(name, row[counted[name]]);
  }
}

async function addMoney(db: Db, [from, to]: readonly [string, string], sumOn: SumOn): Promise<void> {
  const rows = await db
    .selectFrom('figure_day_money')
    .selectAll()
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute();
  for (const row of rows) {
    const sum = sumOn(row.day);
    if (sum === undefined) continue;
    sum.amount(row.currency, 'received', numberFrom(row.received_cents));
    sum.amount(row.currency, 'returned', numberFrom(row.returned_cents));
    sum.amount(row.currency, 'baskets', row.baskets);
    sum.amount(row.currency, 'basketCents', numberFrom(row.basket_cents));
  }
}

/** The waits of each kept day from one to another that has any, changed or not. */
export async function keptWaits(
  db: Db,
  [from, to]: readonly [string, string],
): Promise<Map<string, readonly number[]>> {
  const rows = await db
    .selectFrom('figure_day')
    .select(['day', 'responses'])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute();
  return new Map(rows.map(({ day, responses }) => [day, jsonFrom<readonly number[]>(responses)]));
}
