/**
 * What a practice should look like, kept with a pencil: no query, no rule of the product. Times are epoch milliseconds; half an hour is
 * the step of everything that happens by itself.
 */
import { HOUR, MINUTE } from '../../../support/clock.ts';

export interface Entry {
  readonly id: string;
  readonly artisan: number;
  readonly depositCents: number;
  startsAt: number;
  status: 'PENDING_PAYMENT' | 'CONFIRMED' | 'CANCELLED' | 'EXPIRED' | 'NO_SHOW' | 'COMPLETED';
  /** When the customer's bank said yes; the product may learn it later. */
  paidAt: number | null;
  refundedCents: number;
  holdUntil: number;
  /** How often the customer moved it. */
  moves: number;
}

/** Every appointment lasts an hour, with a quarter of an hour after it. */
const lastsMs = HOUR;
const takesMs = lastsMs + 15 * MINUTE;

export class Model {
  readonly entries = new Map<string, Entry>();
  /** Reminders that are to come: `id@start` and when. */
  readonly #planned = new Map<string, number>();
  readonly sent = new Set<string>();
  readonly #zones: readonly string[];

  constructor(zones: readonly string[]) {
    this.#zones = zones;
  }

  add(entry: Entry): Entry {
    this.entries.set(entry.id, entry);
    return entry;
  }

  /** Does anything that stands or waits take a part of this time? */
  isFree({ artisan, startsAt }: Pick<Entry, 'artisan' | 'startsAt'>, except?: string): boolean {
    return [...this.entries.values()].every(
      (other) =>
        other.id === except ||
        other.artisan !== artisan ||
        ['CANCELLED', 'EXPIRED'].includes(other.status) ||
        other.startsAt + takesMs <= startsAt ||
        startsAt + takesMs <= other.startsAt,
    );
  }

  confirm(entry: Entry, now: number): void {
    entry.status = 'CONFIRMED';
    this.#plan(entry, now);
  }

  move(entry: Entry, { startsAt, now, by }: { startsAt: number; now: number; by: 'CUSTOMER' | 'ARTISAN' }): void {
    this.#planned.delete(keyOf(entry));
    entry.startsAt = startsAt;
    if (by === 'CUSTOMER') entry.moves += 1;
    this.#plan(entry, now);
  }

  cancel(entry: Entry, { now, by }: { now: number; by: 'CUSTOMER' | 'ARTISAN' }): void {
    const hours = (entry.startsAt - now) / HOUR;
    const percent = by === 'ARTISAN' || hours >= 48 ? 100 : hours >= 24 ? 50 : 0;
    if (entry.paidAt !== null) entry.refundedCents = Math.floor((entry.depositCents * percent) / 100 + 0.5);
    this.#planned.delete(keyOf(entry));
    entry.status = 'CANCELLED';
  }

  /** What has happened by itself when the clock shows this. */
  pass(now: number): void {
    for (const [key, dueAt] of this.#planned)
      if (dueAt <= now) {
        this.sent.add(key);
        this.#planned.delete(key);
      }
    for (const entry of this.entries.values()) {
      if (entry.status === 'PENDING_PAYMENT' && entry.holdUntil <= now) this.#endHold(entry, now);
      if (entry.status === 'CONFIRMED' && entry.startsAt + lastsMs + 24 * HOUR <= now) entry.status = 'COMPLETED';
    }
  }

  /** A hold that ended is paid late, or forgotten. */
  #endHold(entry: Entry, now: number): void {
    entry.status = 'EXPIRED';
    if (entry.paidAt === null) return;
    if (this.isFree(entry, entry.id)) this.confirm(entry, now);
    else entry.refundedCents = entry.depositCents;
  }

  /** The day before at 18:00 on the artisan's clock, when that is still to come. */
  #plan(entry: Entry, now: number): void {
    const start = Temporal.Instant.fromEpochMilliseconds(entry.startsAt).toZonedDateTimeISO(
      this.#zones[entry.artisan] as string,
    );
    const dueAt = start.subtract({ days: 1 }).withPlainTime('18:00').epochMilliseconds;
    if (dueAt > now && dueAt < entry.startsAt && !this.sent.has(keyOf(entry))) this.#planned.set(keyOf(entry), dueAt);
  }

  /** The appointments of an artisan that begin between two instants and take time, in order. */
  agenda(artisan: number, from: number, to: number): string[] {
    return [...this.entries.values()]
      .filter((entry) => entry.artisan === artisan && entry.startsAt >= from && entry.startsAt < to)
      .filter(({ status }) => !['CANCELLED', 'EXPIRED'].includes(status))
      .sort((a, b) => a.startsAt - b.startsAt)
      .map(({ id, startsAt, status }) => `${id} ${new Date(startsAt).toISOString()} ${status}`);
  }

  /** What was taken and what was given back, in cents. */
  money(): { taken: number; refunded: number } {
    const paid = [...this.entries.values()].filter(({ paidAt }) => paidAt !== null);
    return {
      taken: paid.reduce((sum, { depositCents }) => sum + depositCents, 0),
      refunded: paid.reduce((sum, { refundedCents }) => sum + refundedCents, 0),
    };
  }
}

const keyOf = ({ id, startsAt }: Pick<Entry, 'id' | 'startsAt'>): string => `${id}@${startsAt}`;
