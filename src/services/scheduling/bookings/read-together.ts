import type { DialectAdapter } from 'kysely';
import type { Db } from '../../platform/context.ts';

/** A reading that is under way, and the one that begins when it ends. */
interface Reading {
  readonly running: Promise<unknown>;
  next: Promise<unknown> | null;
}

/** By what is read; one set for each database. */
const readings = new WeakMap<DialectAdapter, Map<string, Reading>>();

function readingsOf(db: Db): Map<string, Reading> {
  const { adapter } = db.getExecutor();
  const known = readings.get(adapter) ?? new Map<string, Reading>();
  readings.set(adapter, known);
  return known;
}

/**
 * One reading for all who ask for the same at once. Whoever comes while it is read waits for the next one, which begins after they came:
 * nobody gets what is older than their question. Outside transactions only, which see what others do not; what is read is changed by nobody.
 */
export function readTogether<T>(db: Db, key: string, read: () => Promise<T>): Promise<T> {
  const all = readingsOf(db);
  const known = all.get(key);
  if (known === undefined) return begin(all, key, read);
  known.next ??= known.running.then(
    () => begin(all, key, read),
    () => begin(all, key, read),
  );
  return known.next as Promise<T>;
}

function begin<T>(all: Map<string, Reading>, key: string, read: () => Promise<T>): Promise<T> {
  const running = read();
  const reading: Reading = { running, next: null };
  all.set(key, reading);
  const end = (): void => {
    if (reading.next === null) all.delete(key);
  };
  running.then(end, end);
  return running;
}
