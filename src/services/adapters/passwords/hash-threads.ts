import { extname } from 'node:path';
import { Piscina } from 'piscina';
import type { HashTask } from './hash-thread.ts';

/** A thread that was idle for this long ends. */
const idleMs = 10_000;

const program = new URL(`./hash-thread${extname(import.meta.url)}`, import.meta.url);

const pools = new Map<number, Piscina<HashTask, string | boolean>>();

/**
 * Low-priority threads that hash, started when they are needed, the same ones for the whole process. A result is matched to its task by id, because a thread
 * also sends other messages: under `node --watch`, Node itself posts one about the modules that a thread has loaded.
 */
export class HashThreads {
  readonly #pool: Piscina<HashTask, string | boolean>;

  constructor(atOnce: number) {
    this.#pool =
      pools.get(atOnce) ??
      new Piscina({ filename: program.href, minThreads: 0, maxThreads: atOnce, idleTimeout: idleMs });
    pools.set(atOnce, this.#pool);
  }

  /** A hash that was made, or whether a password is the one of a hash. */
  run(task: HashTask): Promise<string | boolean> {
    return this.#pool.run(task);
  }
}
