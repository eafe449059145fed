/** How long the proof of a file's true end is trusted without opening its last chunk again. */
const TRUSTED_MS = 60_000;
const MOST = 1_000;

/**
 * Remembers which stored objects were proved whole, so that reading a file range by range does not open its last
 * chunk each time. The key holds the object's etag: altered bytes are another object.
 */
export class ProvenEnds {
  readonly #until = new Map<string, number>();
  readonly #now: () => number;

  /** @param now milliseconds of a monotonic clock. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  has(key: string): boolean {
    const until = this.#until.get(key);
    return until !== undefined && this.#now() < until;
  }

  add(key: string): void {
    this.#until.delete(key);
    this.#until.set(key, this.#now() + TRUSTED_MS);
    if (this.#until.size > MOST) this.#evictOldest();
  }

  #evictOldest(): void {
    for (const key of this.#until.keys()) {
      this.#until.delete(key);
      return;
    }
  }
}
