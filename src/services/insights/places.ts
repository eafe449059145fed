import type { Bucket } from './buckets.ts';
import { quarterMs } from './days/counted-rows.ts';

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

/** Finds the bucket of an instant, of a quarter of an hour, and of a local day; undefined between the buckets. */
export class Places {
  readonly #sorted: readonly Place[];

  constructor(buckets: readonly Bucket[]) {
    this.#sorted = buckets
      .map((bucket, place) => ({ bucket, place }))
      .toSorted((a, b) => a.bucket.from.getTime() - b.bucket.from.getTime());
  }

  ofInstant(at: Date): number | undefined {
    const found = this.#last(({ from }) => from <= at);
    return found !== undefined && at < found.bucket.to ? found.place : undefined;
  }

  ofQuarter(quarter: number): number | undefined {
    return this.ofInstant(new Date(quarter * quarterMs));
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
