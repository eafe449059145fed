import { setTimeout as later } from 'node:timers';
import type { Entered } from './append.ts';

/** Together after so many milliseconds, or so many entries, whichever comes first. */
const waitMs = 10;
const most = 100;

interface Waiting {
  readonly entered: Entered;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Writes entries that have no transaction of their own, many in one: the head of the chain is locked once for all of them.
 * A `kill -9` may lose what waits here; no caller has been answered that it is written.
 */
export interface BatchWriter {
  /** Resolves when the entry is committed. */
  add(entered: Entered): Promise<void>;
  /** Writes all that waits. What comes later is refused: an entry that would be lost must not be taken. */
  close(): Promise<void>;
}

type Write = (entries: readonly Entered[]) => Promise<void>;

export function createBatchWriter(write: Write): BatchWriter {
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  // One batch after the other: entries of one process stay in the order in which they came.
  let last: Promise<void> = Promise.resolve();

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) last = last.then(() => writeAll(write, batch));
  };
  return {
    add: (entered) =>
      new Promise((done, failed) => {
        if (isClosed) return failed(new Error('The audit log is closed'));
        waiting.push({ entered, done, failed });
        if (waiting.length >= most) flush();
        else timer ??= later(flush, waitMs);
      }),
    close: async () => {
      isClosed = true;
      flush();
      await last;
    },
  };
}

/** An entry that cannot be written fails by itself: its neighbours are written one by one. */
async function writeAll(write: Write, batch: readonly Waiting[]): Promise<void> {
  try {
    await write(batch.map(({ entered }) => entered));
    for (const { done } of batch) done();
  } catch (error) {
    if (batch.length === 1) return batch[0]?.failed(error);
    for (const one of batch) await writeAll(write, [one]);
  }
}
