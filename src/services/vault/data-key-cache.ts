import { createHash } from 'node:crypto';
import type { KeyContext } from '../adapters/keys/port.ts';

const most = 1_000;
const keptMs = 5 * 60_000;
const sweepMs = 30_000;

interface Kept {
  readonly key: Buffer;
  readonly until: number;
}

/**
 * Data keys that a key service unwrapped, in memory only: 1,000 of them and 5 minutes at most, zeroed when they go. Each
 * is found by its record and by what it belongs to, so that a record moved to another row finds nothing.
 */
export class DataKeyCache {
  readonly #kept = new Map<string, Kept>();
  readonly #now: () => number;
  #sweep: NodeJS.Timeout | undefined;

  /** @param now milliseconds of a monotonic clock. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  get size(): number {
    return this.#kept.size;
  }

  /** A copy, for the caller to zero. */
  get(place: string): Buffer | undefined {
    const kept = this.#kept.get(place);
    if (kept === undefined) return undefined;
    if (this.#now() < kept.until) return Buffer.from(kept.key);
    this.#drop(place, kept);
    return undefined;
  }

  /** Keeps a copy. */
  add(place: string, key: Uint8Array): void {
    const before = this.#kept.get(place);
    if (before) this.#drop(place, before);
    this.#kept.set(place, { key: Buffer.from(key), until: this.#now() + keptMs });
    if (this.#kept.size > most) for (const [oldest, kept] of this.#kept.entries().take(1)) this.#drop(oldest, kept);
    this.#sweep ??= setInterval(() => this.#dropOld(), sweepMs).unref();
  }

  /** Zeroes everything. */
  clear(): void {
    for (const [place, kept] of this.#kept) this.#drop(place, kept);
    this.#rest();
  }

  /** The oldest stand first. */
  #dropOld(): void {
    const now = this.#now();
    for (const [place, kept] of this.#kept) {
      if (now < kept.until) break;
      this.#drop(place, kept);
    }
    if (this.#kept.size === 0) this.#rest();
  }

  #drop(place: string, { key }: Kept): void {
    key.fill(0);
    this.#kept.delete(place);
  }

  #rest(): void {
    clearInterval(this.#sweep);
    this.#sweep = undefined;
  }
}

/** Where a wrapped key stands: which master key, which blob, and what it belongs to. */
export const placeOf = (masterKeyId: string, blob: Uint8Array, { fileId, versionId, dekId }: KeyContext): string =>
  createHash('sha256').update(`${masterKeyId} ${fileId} ${versionId} ${dekId} `).update(blob).digest('base64');
