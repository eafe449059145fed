import { Counter, Histogram, Registry } from 'prom-client';

/** What a domain counts or times as it happens, in this process. With buckets it is a histogram, else a counter. */
export interface MeasureDefinition {
  readonly name: string;
  readonly help: string;
  readonly labelNames?: readonly string[];
  readonly buckets?: readonly number[];
}

/** Where operations say what happened. */
export interface Measures {
  /** The registry that they are read from, with the server’s own metrics. */
  readonly registry: Registry;
  /** Adds one to a counter. */
  count(name: string, labels?: Readonly<Record<string, string>>): void;
  /** Adds a duration to a histogram. */
  time(name: string, seconds: number): void;
}

export function createMeasures(definitions: readonly MeasureDefinition[]): Measures {
  const registry = new Registry();
  const counters = new Map<string, Counter>();
  const histograms = new Map<string, Histogram>();
  for (const { buckets, labelNames = [], ...named } of definitions) {
    const shape = { ...named, labelNames: [...labelNames], registers: [registry] };
    if (buckets === undefined) counters.set(named.name, new Counter(shape));
    else histograms.set(named.name, new Histogram({ ...shape, buckets: [...buckets] }));
  }
  return {
    registry,
    count: (name, labels = {}) => counters.get(name)?.inc({ ...labels }),
    time: (name, seconds) => histograms.get(name)?.observe(seconds),
  };
}
