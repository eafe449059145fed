import type { Db } from '../../platform/context.ts';
import { bucketOf, type Bucket, type Moment } from '../buckets.ts';
import { extentOf, Places } from '../places.ts';
import { answersWithin } from './answers.ts';
import { sumOf, Sum, type Figures } from './figures.ts';
import { figuresFromRows } from './figures-from-rows.ts';
import { addKept, isKept, isOfBasis, keptDays, keptWaits, type Kept } from './kept-days.ts';

const plain = (day: string): Temporal.PlainDate => Temporal.PlainDate.from(day);
const next = (day: string): string => plain(day).add({ days: 1 }).toString();
const previous = (day: string): string => plain(day).subtract({ days: 1 }).toString();

const nothingKept: Kept = { through: null, changed: new Set() };

/** Local days, both included, that are kept or not, all of them. */
interface Stretch {
  readonly bucket: Bucket;
  readonly isKept: boolean;
}

/** Cuts buckets, which may overlap, where one of them begins or ends, and where days are kept or not. */
function stretchesOf(buckets: readonly Bucket[], kept: Kept, moment: Moment): Stretch[] {
  const edges = [
    ...buckets.flatMap(({ startsOn, endsOn }) => [startsOn, next(endsOn)]),
    ...[...kept.changed].flatMap((day) => [day, next(day)]),
    ...(kept.through === null ? [] : [next(kept.through)]),
  ];
  const cuts = [...new Set(edges)].toSorted();
  return cuts.slice(0, -1).flatMap((first, i) => {
    const last = previous(cuts[i + 1] as string);
    if (!buckets.some(({ startsOn, endsOn }) => startsOn <= first && last <= endsOn)) return [];
    return [{ bucket: bucketOf(plain(first), plain(last), moment), isKept: isKept(kept, first) }];
  });
}

/** More runs than this are read as one: what lies between them is passed over. */
const mostRuns = 20;

/** Buckets in their order, in runs that follow on one another. */
export function runsOf(buckets: readonly Bucket[]): Bucket[][] {
  const runs: Bucket[][] = [];
  for (const bucket of buckets) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1)?.to.getTime() === bucket.from.getTime()) run.push(bucket);
    else runs.push([bucket]);
  }
  return runs.length > mostRuns ? [[...buckets]] : runs;
}

/** From the rows, what is not kept: the days that are not over, and those on which something changed since. */
export async function readRuns(db: Db, buckets: readonly Bucket[]): Promise<Map<Bucket, Figures>> {
  const read = new Map<Bucket, Figures>();
  for (const run of runsOf(buckets)) {
    const figures = await figuresFromRows(db, run);
    for (const [i, bucket] of run.entries()) read.set(bucket, figures[i] as Figures);
  }
  return read;
}

async function readKept(db: Db, buckets: readonly Bucket[]): Promise<Map<Bucket, Figures>> {
  const [first, last] = [buckets[0], buckets.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const places = new Places(buckets);
  const sums = buckets.map(() => new Sum());
  await addKept(db, [first.startsOn, last.endsOn], (day) => sums[places.ofDay(day) ?? -1]);
  return new Map(buckets.map((bucket, i) => [bucket, (sums[i] as Sum).figures()]));
}

/** Reads with the days that are kept; without them, where somebody has begun to keep others meanwhile. */
async function reading<T>(db: Db, moment: Moment, read: (kept: Kept) => Promise<T>): Promise<T> {
  const kept = await keptDays(db, moment);
  const result = await read(kept);
  return kept.through === null || (await isOfBasis(db, moment)) ? result : read(nothingKept);
}

/** Stretches that are kept, and those that are not. */
function partsOf(buckets: readonly Bucket[], kept: Kept, moment: Moment): { kept: Bucket[]; open: Bucket[] } {
  const stretches = stretchesOf(buckets, kept, moment);
  const those = (yes: boolean) => stretches.filter((each) => each.isKept === yes).map(({ bucket }) => bucket);
  return { kept: those(true), open: those(false) };
}

/** What happened within each bucket: from days that are kept where they are, else from the rows. Buckets may overlap. */
export const figuresOf = (db: Db, moment: Moment, buckets: readonly Bucket[]): Promise<Figures[]> =>
  reading(db, moment, async (kept) => {
    const parts = partsOf(buckets, kept, moment);
    const read = [...(await readKept(db, parts.kept)), ...(await readRuns(db, parts.open))];
    return buckets.map(({ startsOn, endsOn }) =>
      sumOf(read.flatMap(([each, figures]) => (startsOn <= each.startsOn && each.endsOn <= endsOn ? [figures] : []))),
    );
  });

/** How long customers waited for each answer within a bucket, in minutes of business time. */
export const waitsWithin = (db: Db, moment: Moment, bucket: Bucket): Promise<number[]> =>
  reading(db, moment, async (kept) => {
    const { open } = partsOf([bucket], kept, moment);
    const days = [...(await keptWaits(db, [bucket.startsOn, bucket.endsOn]))].filter(([day]) => isKept(kept, day));
    const waits = days.flatMap(([, minutes]) => minutes);
    for (const run of runsOf(open)) {
      const places = new Places(run);
      for (const { at, minutes } of await answersWithin(db, moment, extentOf(run)))
        if (places.ofInstant(at) !== undefined) waits.push(minutes);
    }
    return waits;
  });
