import type { ReadyAnswer } from './cacheable-answer.ts';

/** How often the content was changed: read anew, from what is committed. */
export type ReadRevision = () => Promise<number>;

export interface KeptAnswer extends ReadyAnswer {
  /** The root fields, by which it counts. */
  readonly rootFields: readonly string[];
}

interface Kept {
  readonly revision: number;
  readonly answer: KeptAnswer;
}

const mostBytes = 32 * 1024 * 1024;
const mostAnswers = 2_000;

/**
 * Answers that depend on the content of the site only, ready to be sent. Each request reads the number of the content, which a change
 * moves on in its own transaction, and is answered from here only under the number that the answer was made under: nobody whose request
 * began after a commit, of whichever process, is answered with what was before.
 */
export class KeptAnswers {
  readonly #readRevision: ReadRevision;
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;
  #newest = -1;
  #next: Promise<number> | undefined;
  #running: Promise<unknown> = Promise.resolve();

  constructor(readRevision: ReadRevision) {
    this.#readRevision = readRevision;
  }

  /** The number of the content now. Requests that come while one reading runs share the next, which begins after all of them. */
  revision(): Promise<number> {
    this.#next ??= this.#begin();
    return this.#next;
  }

  async #begin(): Promise<number> {
    await this.#running.catch(() => undefined);
    // What arrives in the same turn of the event loop shares the reading.
    await new Promise(setImmediate);
    this.#next = undefined;
    const reading = this.#readRevision();
    this.#running = reading;
    return reading;
  }

  find(key: string, revision: number): KeptAnswer | undefined {
    const kept = this.#kept.get(key);
    return kept?.revision === revision ? kept.answer : undefined;
  }

  /** Keeps an answer that was made after the number was read. What was made under a smaller one goes. */
  keep(key: string, revision: number, answer: KeptAnswer): void {
    if (revision < this.#newest || answer.body.length > mostBytes / 8) return;
    if (revision > this.#newest) this.#empty(revision);
    this.#drop(key);
    this.#kept.set(key, { revision, answer });
    this.#bytes += answer.body.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= mostBytes && this.#kept.size <= mostAnswers) break;
      this.#drop(oldest);
    }
  }

  #empty(revision: number): void {
    this.#kept.clear();
    this.#bytes = 0;
    this.#newest = revision;
  }

  #drop(key: string): void {
    this.#bytes -= this.#kept.get(key)?.answer.body.length ?? 0;
    this.#kept.delete(key);
  }
}
