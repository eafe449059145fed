/** How much of a key's points is used, and until when that counts (milliseconds of the process's clock). */
interface Window {
  used: number;
  readonly until: number;
}

/**
 * Fixed windows of one rule, counted in this process. Windows that are over are dropped without looking for them: keys
 * stand in two generations, and the older one is forgotten when its last window is over.
 */
export class RateWindows {
  readonly #milliseconds: number;
  #young = new Map<string, Window>();
  #old = new Map<string, Window>();
  #turns = 0;

  constructor(seconds: number) {
    this.#milliseconds = seconds * 1_000;
  }

  /** Uses up points of a key; returns how many are used, and how long its window still lasts (milliseconds). */
  use(key: string, points: number): { readonly used: number; readonly remaining: number } {
    const now = performance.now();
    const window = this.#at(key, now) ?? this.#open(key, now);
    window.used += points;
    return { used: window.used, remaining: window.until - now };
  }

  /** The same, using up nothing; undefined for a key without a window. */
  look(key: string): { readonly used: number; readonly remaining: number } | undefined {
    const now = performance.now();
    const window = this.#at(key, now);
    return window && { used: window.used, remaining: window.until - now };
  }

  forget(key: string): void {
    this.#young.delete(key);
    this.#old.delete(key);
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.#young.size + this.#old.size;
  }

  #at(key: string, now: number): Window | undefined {
    const window = this.#young.get(key) ?? this.#old.get(key);
    return window && window.until > now ? window : undefined;
  }

  #open(key: string, now: number): Window {
    // Every window of the older generation began at least one whole length ago.
    if (now >= this.#turns) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#turns = now + this.#milliseconds;
    }
    const window = { used: 0, until: now + this.#milliseconds };
    this.#young.set(key, window);
    return window;
  }
}
