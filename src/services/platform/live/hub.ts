import type { Logger } from '../logger.ts';
import type { Db } from '../context.ts';
import type { LivePublication } from './append.ts';
import { LiveFeed } from './feed.ts';
import { readAfter, readHeads } from './read.ts';
import { openRedisBus, type LiveBus } from './redis-bus.ts';
import { SignalListeners, type LiveSignal } from './signals.ts';
import type { LiveListener, LiveSource, Unsubscribe } from './source.ts';

export interface LiveHub extends LiveSource {
  /** Publishes the events of a committed transaction of this process. Never throws. */
  publish(publications: readonly LivePublication[]): void;
  /** Passes a signal on to the listeners of all processes. Stored nowhere; never throws. */
  signal(signal: LiveSignal): void;
  /**
   * Finds events that were never published: after a crash between commit and publish, or while Redis was unreachable.
   */
  sweep(): Promise<void>;
  /** Rejects when Redis does not answer; without Redis it resolves. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface LiveHubParts {
  /** Reads committed rows, outside any transaction; of the primary where there are replicas. */
  readonly db: () => Db;
  readonly log: Logger;
  /** With it, events of other processes arrive at once; without it, at the next sweep. */
  readonly redisUrl?: string | undefined;
  readonly sweepMs?: number;
}

/**
 * Live events of one process: from its own transactions at once, from other processes through Redis, and from the
 * table.
 */
export const createLiveHub = (parts: LiveHubParts): LiveHub => new Hub(parts);

class Hub implements LiveHub {
  readonly #parts: LiveHubParts;
  readonly #feeds = new Map<string, LiveFeed>();
  readonly #passing: SignalListeners;
  readonly #bus: LiveBus | null;
  readonly #timer: NodeJS.Timeout;

  constructor(parts: LiveHubParts) {
    this.#parts = parts;
    this.#passing = new SignalListeners(parts.log);
    const { redisUrl, log, sweepMs = 5_000 } = parts;
    const onConnected = (): void => this.#sweepQuietly();
    this.#bus =
      redisUrl === undefined
        ? null
        : openRedisBus({
            url: redisUrl,
            log,
            onConnected,
            onPublications: (publications) => this.#receive(publications),
            onSignal: (signal) => this.#passing.receive(signal),
          });
    this.#timer = setInterval(onConnected, sweepMs).unref();
  }

  async ping(): Promise<void> {
    await this.#bus?.ping();
  }

  async open(topic: string, key: string, after: number | null, listener: LiveListener): Promise<Unsubscribe> {
    const stream = `${topic}:${key}`;
    const feed = this.#feedOf(stream);
    const forgetIfIdle = (): void => {
      if (feed.isIdle && this.#feeds.get(stream) === feed) this.#feeds.delete(stream);
    };
    try {
      const leave = await feed.join(after, listener);
      return () => {
        leave();
        forgetIfIdle();
      };
    } catch (error) {
      forgetIfIdle();
      throw error;
    }
  }

  publish(publications: readonly LivePublication[]): void {
    if (publications.length === 0) return;
    this.#receive(publications);
    this.#bus?.publish(publications);
  }

  listen(topic: string, key: string, listener: LiveListener): Unsubscribe {
    return this.#passing.add(`${topic}:${key}`, listener);
  }

  signal(signal: LiveSignal): void {
    this.#passing.receive(signal);
    this.#bus?.signal(signal);
  }

  async sweep(): Promise<void> {
    if (this.#feeds.size === 0) return;
    const heads = await readHeads(this.#parts.db(), [...this.#feeds.keys()]);
    await Promise.all(
      [...heads].map(async ([stream, head]) => {
        const feed = this.#feeds.get(stream);
        if (feed && feed.head >= 0 && head > feed.head) await feed.catchUp();
      }),
    );
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#feeds.clear();
    this.#passing.clear();
    await this.#bus?.close();
  }

  #receive(publications: readonly LivePublication[]): void {
    for (const { stream, seq, payload } of publications) this.#feeds.get(stream)?.receive({ seq, payload });
  }

  #sweepQuietly(): void {
    this.sweep().catch((error: unknown) => this.#parts.log.error({ error }, 'live streams could not be swept'));
  }

  #feedOf(stream: string): LiveFeed {
    const known = this.#feeds.get(stream);
    if (known) return known;
    const { db, log } = this.#parts;
    const feed = new LiveFeed({
      stream,
      log,
      readHead: async () => (await readHeads(db(), [stream])).get(stream) ?? 0,
      readAfter: (after) => readAfter(db(), stream, after),
    });
    this.#feeds.set(stream, feed);
    return feed;
  }
}
