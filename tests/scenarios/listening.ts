import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { AtelierError } from '../../sdk/index.ts';

/** Milliseconds; longer than the slowest machine needs. */
const patience = 30_000;

/** Everything that one subscription delivers to somebody. */
export class SubscriptionRecorder<T> {
  readonly heard: T[] = [];
  error: unknown = null;
  readonly #events: AsyncIterableIterator<T>;
  #wake: () => void = () => undefined;

  constructor(events: AsyncIterableIterator<T>) {
    this.#events = events;
    void this.#listen();
  }

  async #listen(): Promise<void> {
    try {
      for await (const event of this.#events) {
        this.heard.push(event);
        this.#wake();
      }
    } catch (error) {
      this.error = error;
    }
    this.#wake();
  }

  /** The first event that fits, come or to come. */
  async until(what: string, fits: (event: T) => boolean): Promise<T> {
    const deadline = performance.now() + patience;
    for (;;) {
      const found = this.heard.find(fits);
      if (found) return found;
      if (this.error !== null) throw new Error(`Not received that ${what}`, { cause: this.error });
      const left = deadline - performance.now();
      if (left <= 0) throw new Error(`Not received within ${patience / 1_000} s that ${what}`);
      await Promise.race([
        new Promise<void>((wake) => {
          this.#wake = wake;
        }),
        sleep(Math.min(left, 250), undefined, { ref: false }),
      ]);
    }
  }

  async close(): Promise<void> {
    await this.#events.return?.();
  }
}

/** What `look` finds, looking until it does. */
export async function eventually<T>(what: string, look: () => Promise<T | undefined>, longest = patience): Promise<T> {
  const deadline = performance.now() + longest;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`Waited ${longest / 1_000} s in vain until ${what}`);
    await sleep(100);
  }
}

/** The code of the error that something is refused with. */
export const refusalOf = async (asked: Promise<unknown>): Promise<string> => {
  const error = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof AtelierError, 'it should have been refused');
  return error.code;
};
