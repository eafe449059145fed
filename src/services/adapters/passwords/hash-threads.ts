import { extname } from 'node:path';
import type { Piscina } from 'piscina';
import type { HashTask } from './hash-thread.ts';

/** A thread that was idle for this long ends. */
const idleMs = 10_000;

const program = new URL(`./hash-thread${extname(import.meta.url)}`, import.meta.url);

type Pool = Piscina<HashTask, string | boolean>;

const pools = new Map<number, Promise<Pool>>();

async function openPool(atOnce: number): Promise<Pool> {
  const { Piscina } = await import('piscina');
  return new Piscina({ filename: program.href, minThreads: 0, maxThreads: atOnce, idleTimeout: idleMs });
}

/**
 * Low-priority threads that hash, started when they are needed, the same ones for the whole process. A result is matched to its task by id, because a thread
 * also sends other messages: under `node --watch`, Node itself posts one about the modules that a thread has loaded.
 */
export class HashThreads {
  readonly #atOnce: number;

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /** A hash that was made, or whether a password is the one of a hash. */
  async run(task: HashTask): Promise<string | boolean> {
    const pool = pools.get(this.#atOnce) ?? openPool(this.#atOnce);
    pools.set(this.#atOnce, pool);
    return (await pool).run(task);
  }
}
