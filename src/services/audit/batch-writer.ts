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

/** Writes entries that have no transaction of their own, many in one: the head of the chain is locked once for all of them. */
export interface BatchWriter {
  /** Resolves when the entry is committed. */
  add(entered: Entered): Promise<void>;
  /** Waits for what is under way; nothing may be added after it. */
  close(): Promise<void>;
}

export function createBatchWriter(write: (entries: readonly Entered[]) => Promise<void>): BatchWriter {
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  // One batch after the other: entries of one process stay in the order in which they came.
  let last: Promise<void> = Promise.resolve();

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    last = last.then(() => write(batch.map(({ entered }) => entered)))
      .then(() => batch.forEach(({ done }) => done()), (error: unknown) => batch.forEach(({ failed }) => failed(error)));
  };
  return {
    add: (entered) => new Promise((done, failed) => {
      waiting.push({ entered, done, failed });
      if (waiting.length >= most) flush();
      else timer ??= later(flush, waitMs);
    }),
    close: async () => {
      flush();
      await last;
    },
  };
}
