import { sql, type RawBuilder } from 'kysely';
import { dialectOfReader } from '../platform/keyset.ts';
import type { Db } from '../platform/context.ts';
import type { Bucket } from './buckets.ts';

/**
 * Rows are counted by quarters of an hour of UTC and by days that somebody wrote down, in one pass; then each quarter or day is given to
 * its bucket. Every time zone changes its day at a quarter, so that nothing is cut in two, and no statement grows with the buckets.
 */
const quarterMs = 900_000;

/** The quarter of an hour since 1970 in which an instant is. */
export const quarterOf = (db: Db, column: string): RawBuilder<number> =>
  dialectOfReader(db) === 'sqlite'
    ? sql<number>`(${sql.ref(column)} / ${sql.lit(quarterMs)})`
    : sql<number>`floor(timestampdiff(second, '1970-01-01', ${sql.ref(column)}) / 900)`;

/** From the first of the buckets to the last, whatever lies between them. */
export interface Extent {
  readonly from: Date;
  readonly to: Date;
  readonly startsOn: string;
  readonly endsOn: string;
}

export function extentOf(buckets: readonly Bucket[]): Extent {
  const sorted = buckets.toSorted((a, b) => a.from.getTime() - b.from.getTime());
  const [first, last] = [sorted[0] as Bucket, sorted.at(-1) as Bucket];
  return { from: first.from, to: last.to, startsOn: first.startsOn, endsOn: last.endsOn };
}

interface Place {
  readonly bucket: Bucket;
  readonly place: number;
}

/** Finds the bucket of a quarter of an hour, and of a local day; undefined between the buckets. */
export class Places {
  readonly #sorted: readonly Place[];

  constructor(buckets: readonly Bucket[]) {
    this.#sorted = buckets
      .map((bucket, place) => ({ bucket, place }))
      .toSorted((a, b) => a.bucket.from.getTime() - b.bucket.from.getTime());
  }

  ofQuarter(quarter: number): number | undefined {
    const at = quarter * quarterMs;
    const found = this.#last(({ from }) => from.getTime() <= at);
    return found !== undefined && at < found.bucket.to.getTime() ? found.place : undefined;
  }

  ofDay(day: string): number | undefined {
    const found = this.#last(({ startsOn }) => startsOn <= day);
    return found !== undefined && day <= found.bucket.endsOn ? found.place : undefined;
  }

  /** The last one that has begun. */
  #last(hasBegun: (bucket: Bucket) => boolean): Place | undefined {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (hasBegun((this.#sorted[middle] as Place).bucket)) low = middle + 1;
      else high = middle;
    }
    return this.#sorted[low - 1];
  }
}
