import { extname } from 'node:path';
import { Piscina } from 'piscina';
import type { HashTask } from './hash-thread.ts';

/** A thread that had nothing to do for so long ends. */
const idleMs = 10_000;

const program = new URL(`./hash-thread${extname(import.meta.url)}`, import.meta.url);

/**
 * Threads of low priority that hash, begun when they are needed. An answer is matched to its task by id, whatever else a
 * thread says: under `node --watch`, Node itself posts a message about the modules that a thread has loaded.
 */
export class HashThreads {
  readonly #pool: Piscina<HashTask, string | boolean>;

  constructor(atOnce: number) {
    this.#pool = new Piscina({ filename: program.href, minThreads: 0, maxThreads: atOnce, idleTimeout: idleMs });
  }

  /** A hash that was made, or whether a password is the one of a hash. */
  run(task: HashTask): Promise<string | boolean> {
    return this.#pool.run(task);
  }
}
