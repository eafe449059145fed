const mostRemembered = 10_000;

interface Use {
  readonly untilMs: number;
  readonly recorded: Promise<void>;
}

/** Which downloads this process has recorded: what continues one is not recorded again. */
export class DownloadUses {
  readonly #uses = new Map<string, Use>();

  /** Records the use called `key` unless that was done already, and has not been forgotten; resolves once it is recorded. */
  once(key: string, { now, until }: { now: Date; until: Date }, record: () => Promise<void>): Promise<void> {
    const known = this.#uses.get(key);
    if (known !== undefined && known.untilMs >= now.getTime()) return known.recorded;
    if (this.#uses.size >= mostRemembered) this.#evict(now.getTime());
    const use = { untilMs: until.getTime(), recorded: record() };
    this.#uses.set(key, use);
    // What could not be recorded is tried again at the next download.
    use.recorded.catch(() => this.#uses.get(key) === use && this.#uses.delete(key));
    return use.recorded;
  }

  /** The next use of this name is another one. */
  forget(key: string): void {
    this.#uses.delete(key);
  }

  /** What is over goes, and the oldest tenth with it: the database still knows them. */
  #evict(now: number): void {
    for (const [key, { untilMs }] of this.#uses) if (untilMs < now) this.#uses.delete(key);
    const surplus = this.#uses.size - mostRemembered * 0.9;
    for (const key of [...this.#uses.keys()].slice(0, Math.max(0, surplus))) this.#uses.delete(key);
  }
}
