/** Work that goes on beside whoever asks for it, so much at once. Its first error is thrown to the next who asks, and at the end. */
export class Pool {
  readonly #atOnce: number;
  readonly #running = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | undefined;

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /** Begins it, and resolves when it may be asked for more. */
  async add(work: () => Promise<void>): Promise<void> {
    const one: Promise<void> = work()
      .catch((error: unknown) => void (this.#failure ??= { error }))
      .finally(() => this.#running.delete(one));
    this.#running.add(one);
    if (this.#running.size >= this.#atOnce) await Promise.race(this.#running);
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  /** Resolves when all of it is over. */
  async end(): Promise<void> {
    await Promise.all(this.#running);
    if (this.#failure !== undefined) throw this.#failure.error;
  }
}

/** Does the work for each, so many at once; the first error stops it, once what runs is over. */
export async function several<T>(
  atOnce: number,
  things: AsyncIterable<T> | Iterable<T>,
  work: (thing: T) => Promise<void>,
): Promise<void> {
  const pool = new Pool(atOnce);
  try {
    for await (const thing of things) await pool.add(() => work(thing));
  } finally {
    await pool.end();
  }
}
