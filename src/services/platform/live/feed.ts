import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '../../kernel/errors.ts';
import type { Logger } from '../logger.ts';
import type { LiveDelivery, LiveListener, Unsubscribe } from './source.ts';

/** A listener and the last event it received. */
interface Member {
  readonly listener: LiveListener;
  at: number;
}

export interface FeedParts {
  readonly stream: string;
  readonly log: Logger;
  readonly readHead: () => Promise<number>;
  readonly readAfter: (after: number) => Promise<LiveDelivery[]>;
}

/**
 * Transactions return in any order: how long a missing number may still arrive by itself before it is read from the
 * table.
 */
const patienceMs = 25;

/**
 * One stream in this process: every event once, in order, to every listener. The table is authoritative; publications
 * only make it faster. One read per stream, however many listeners.
 */
export class LiveFeed {
  readonly #parts: FeedParts;
  readonly #members = new Set<Member>();
  /** Events received before their predecessors. */
  readonly #early = new Map<number, LiveDelivery>();
  readonly #replays = new Map<number, Promise<LiveDelivery[]>>();
  readonly #ready: Promise<void>;
  #head = -1;
  #filling: Promise<void> | null = null;

  constructor(parts: FeedParts) {
    this.#parts = parts;
    this.#ready = parts.readHead().then((head) => {
      this.#head = head;
      this.#deliverEarly();
    });
    // A failed first read is reported to the callers of `join`; nobody else waits for it.
    this.#ready.catch(() => undefined);
  }

  get head(): number {
    return this.#head;
  }

  get isIdle(): boolean {
    return this.#members.size === 0;
  }

  async join(after: number | null, listener: LiveListener): Promise<Unsubscribe> {
    // Added before the first await, so that the feed is not removed meanwhile; until its position is known (-1) it
    // receives nothing.
    const member: Member = { listener, at: -1 };
    this.#members.add(member);
    try {
      await this.#ready;
      await this.#place(member, after);
    } catch (error) {
      this.#members.delete(member);
      throw error;
    }
    return () => void this.#members.delete(member);
  }

  /** Accepts an event from any source; duplicates are ignored, gaps are filled from the table. */
  receive(event: LiveDelivery): void {
    if (this.#head >= 0 && event.seq <= this.#head) return;
    this.#early.set(event.seq, event);
    if (this.#head < 0) return;
    this.#deliverEarly();
    if (this.#early.size > 0) void this.catchUp(patienceMs);
  }

  /** Brings the stream to what the table holds; at most one such reading at a time. */
  catchUp(waitMs = 0): Promise<void> {
    this.#filling ??= this.#fill(waitMs)
      .catch((error: unknown) =>
        this.#parts.log.error({ error, stream: this.#parts.stream }, 'live events could not be read'),
      )
      .finally(() => (this.#filling = null));
    return this.#filling;
  }

  async #fill(waitMs: number): Promise<void> {
    if (waitMs > 0) {
      await sleep(waitMs);
      if (this.#early.size === 0) return;
    }
    for (let more = true; more && !this.isIdle;) {
      const events = await this.#parts.readAfter(this.#head);
      for (const event of events) if (event.seq > this.#head) this.#deliver(event);
      this.#deliverEarly();
      more = events.length > 0;
    }
  }

  async #place(member: Member, after: number | null): Promise<void> {
    const cursor = after ?? this.#head;
    if (cursor > this.#head) await this.catchUp();
    if (cursor > this.#head) throw new DomainError('CURSOR_EXPIRED');
    member.at = cursor;
    // Live events arrive while older ones are read: the listener receives them once it has reached the head.
    while (member.at < this.#head) await this.#replayTo(member);
  }

  async #replayTo(member: Member): Promise<void> {
    const [first, ...rest] = await this.#replay(member.at);
    if (first === undefined || first.seq > member.at + 1) throw new DomainError('CURSOR_EXPIRED');
    for (const event of [first, ...rest]) this.#give(member, event);
  }

  /** Listeners that resume from the same cursor share one read. */
  #replay(after: number): Promise<LiveDelivery[]> {
    const known = this.#replays.get(after);
    if (known) return known;
    const reading = this.#parts.readAfter(after).finally(() => this.#replays.delete(after));
    this.#replays.set(after, reading);
    return reading;
  }

  #deliverEarly(): void {
    for (const seq of this.#early.keys()) if (seq <= this.#head) this.#early.delete(seq);
    for (let next = this.#early.get(this.#head + 1); next; next = this.#early.get(this.#head + 1)) {
      this.#early.delete(next.seq);
      this.#deliver(next);
    }
  }

  #deliver(event: LiveDelivery): void {
    const before = this.#head;
    this.#head = event.seq;
    for (const member of this.#members) {
      // Numbers have no gaps unless rows were deleted by hand: listeners at the head skip the gap.
      if (member.at === before) member.at = event.seq - 1;
      this.#give(member, event);
    }
  }

  /** A listener receives the event that follows its last one, and no other: nothing twice, nothing skipped. */
  #give(member: Member, event: LiveDelivery): void {
    if (member.at < 0 || event.seq !== member.at + 1) return;
    member.at = event.seq;
    try {
      member.listener(event);
    } catch (error) {
      this.#parts.log.error({ error, stream: this.#parts.stream }, 'a live listener failed');
    }
  }
}
