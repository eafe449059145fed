import { sql } from 'kysely';
import { jsonText, writing } from '../../platform/orm/values.ts';
import type { EntityManager } from '../../platform/orm/orm.ts';
import type { AppContext, Db, Tx } from '../../platform/context.ts';
import { bucketOf, today, type Bucket, type Moment } from '../buckets.ts';
import { localDateOf } from '../../kernel/format.ts';
import { counted, countNames, hasAny, type Figures } from './figures.ts';
import { firstMoments } from './figures-from-rows.ts';
import { readRuns, runsOf } from './figures-of.ts';
import { answersWithin } from './answers.ts';
import { extentOf, Places } from '../places.ts';
import { basisOf, daysOf } from './kept-days.ts';
import { quarterMs } from './counted-rows.ts';

/** Changes and days of one transaction: the embedded database computes them in the thread of the event loop. */
const [mostChanges, mostDays] = [2_000, 62];
/** Values that one statement binds stay far below the limits of both databases. */
const rowsAtOnce = 50;

/**
 * Keeps the figures of the days that are over, and computes those again on which something has changed. A reader never waits for it:
 * until then it reads the rows of these days.
 */
export async function keepDays({ run, config }: Pick<AppContext, 'run' | 'config'>): Promise<void> {
  while (await run(keepNextDays, config.TIME_ZONE));
}

/** Forgets what is kept, and computes it again. */
export async function rebuildDays(ctx: Pick<AppContext, 'run' | 'config'>): Promise<void> {
  await ctx.run(
    async ({ em }) =>
      void (await writing(em).db.updateTable('figure_head').set({ basis: '', through: null }).execute()),
    undefined,
  );
  await keepDays(ctx);
}

/** Are there more? */
async function keepNextDays({ em, now }: Tx<'em' | 'now'>, timeZone: string): Promise<boolean> {
  const { db } = writing(em);
  const moment = { now, timeZone };
  const through = await lockHead(em, moment);
  // The changes first: a day that is computed afterwards has them, and those that come meanwhile stay.
  const changes = await db.selectFrom('figure_change').selectAll().orderBy('id').limit(mostChanges).execute();
  const ended = today(moment).subtract({ days: 1 });
  const isDrained = changes.length < mostChanges;
  const following = isDrained ? await daysAfter(db, through, { moment, ended }) : [];
  const changed = [...daysOf(changes, moment)].filter((day) => through !== null && day <= through);
  const days = [...changed.toSorted(), ...following].map((day) => dayOf(day, moment));
  await replaceDays(db, await daysFromRows(db, moment, days));
  await forgetChanges(
    db,
    changes.map(({ id }) => id),
  );
  await db
    .updateTable('figure_head')
    .set({ through: following.at(-1) ?? through })
    .where('id', '=', 1)
    .execute();
  return !isDrained || following.length === mostDays;
}

const dayOf = (day: string, moment: Moment): Bucket => {
  const date = Temporal.PlainDate.from(day);
  return bucketOf(date, date, moment);
};

/** The last day that is kept, locked until the commit: one transaction keeps days at a time. Those of another basis are dropped. */
async function lockHead(em: EntityManager, moment: Moment): Promise<string | null> {
  const { db } = writing(em);
  await db
    .updateTable('figure_head')
    .set({ through: sql`through` })
    .where('id', '=', 1)
    .execute();
  const head = await db.selectFrom('figure_head').selectAll().where('id', '=', 1).executeTakeFirstOrThrow();
  if (head.basis === basisOf(moment)) return head.through;
  await db.deleteFrom('figure_day').execute();
  await db.deleteFrom('figure_day_money').execute();
  await db
    .updateTable('figure_head')
    .set({ basis: basisOf(moment), through: null })
    .where('id', '=', 1)
    .execute();
  return null;
}

interface Limits {
  readonly moment: Moment;
  readonly ended: Temporal.PlainDate;
}

/** The next days that are over, from the first on which anything counts. */
async function daysAfter(db: Db, through: string | null, { moment, ended }: Limits): Promise<string[]> {
  const begun = through === null ? await firstDay(db, moment) : Temporal.PlainDate.from(through).add({ days: 1 });
  const days: string[] = [];
  for (
    let day = begun;
    day !== undefined && Temporal.PlainDate.compare(day, ended) <= 0 && days.length < mostDays;
    day = day.add({ days: 1 })
  )
    days.push(day.toString());
  return days;
}

async function firstDay(db: Db, { timeZone }: Moment): Promise<Temporal.PlainDate | undefined> {
  const days = (await firstMoments(db)).flatMap(({ quarter, day }) =>
    quarter === null ? (day ?? []) : localDateOf(new Date(quarter * quarterMs), timeZone),
  );
  // As dates, not as texts: the key of an order without a due date is in the year 10000, which is written `+010000`.
  return days
    .map((day) => Temporal.PlainDate.from(day))
    .toSorted((one, other) => Temporal.PlainDate.compare(one, other))[0];
}

interface Day {
  readonly day: string;
  readonly figures: Figures;
  readonly waits: readonly number[];
}

async function daysFromRows(db: Db, moment: Moment, buckets: readonly Bucket[]): Promise<Day[]> {
  const figures = await readRuns(db, buckets);
  const days: Day[] = [];
  for (const run of runsOf(buckets)) {
    const places = new Places(run);
    const answers = Map.groupBy(await answersWithin(db, moment, extentOf(run)), ({ at }) => places.ofInstant(at));
    for (const [i, bucket] of run.entries()) {
      const waits = (answers.get(i) ?? []).map(({ minutes }) => minutes);
      days.push({ day: bucket.startsOn, figures: figures.get(bucket) as Figures, waits });
    }
  }
  return days;
}

async function replaceDays(db: Db, days: readonly Day[]): Promise<void> {
  for (let i = 0; i < days.length; i += rowsAtOnce) {
    const some = days.slice(i, i + rowsAtOnce);
    const names = some.map(({ day }) => day);
    await db.deleteFrom('figure_day').where('day', 'in', names).execute();
    await db.deleteFrom('figure_day_money').where('day', 'in', names).execute();
    const rows = some.filter(({ figures, waits }) => hasAny(figures) || waits.length > 0).map(rowOf);
    if (rows.length > 0) await db.insertInto('figure_day').values(rows).execute();
    const money = some.flatMap(moneyRowsOf);
    if (money.length > 0) await db.insertInto('figure_day_money').values(money).execute();
  }
}

const rowOf = ({ day, figures, waits }: Day) => ({
  ...{ day, responses: jsonText(waits) },
  ...(Object.fromEntries(countNames.map((name) => [counted[name], figures.counts[name]])) as Record<
    (typeof counted)[keyof typeof counted],
    number
  >),
});

const moneyRowsOf = ({ day, figures }: Day) =>
  figures.money.map(({ currency, received, returned, baskets, basketCents }) => ({
    ...{ day, currency, received_cents: received, returned_cents: returned, baskets, basket_cents: basketCents },
  }));

/** Exactly those that were read: one that began earlier may be committed later. */
async function forgetChanges(db: Db, ids: readonly number[]): Promise<void> {
  for (let i = 0; i < ids.length; i += 500)
    await db
      .deleteFrom('figure_change')
      .where('id', 'in', ids.slice(i, i + 500))
      .execute();
}
