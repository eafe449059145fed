import type { Logger } from '../logger.ts';
import type { LiveListener, Unsubscribe } from './source.ts';

/** What passes on a stream and is stored nowhere. */
export interface LiveSignal {
  readonly stream: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The listeners of this process to what passes. Signals have no numbers but those that are given here, as they come. */
export class SignalListeners {
  readonly #byStream = new Map<string, Set<LiveListener>>();
  readonly #log: Logger;
  #last = 0;

  constructor(log: Logger) {
    this.#log = log;
  }

  add(stream: string, listener: LiveListener): Unsubscribe {
    const listeners = this.#byStream.get(stream) ?? new Set();
    this.#byStream.set(stream, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#byStream.get(stream) === listeners) this.#byStream.delete(stream);
    };
  }

  receive({ stream, payload }: LiveSignal): void {
    const seq = (this.#last += 1);
    for (const listener of this.#byStream.get(stream) ?? []) {
      try {
        listener({ seq, payload });
      } catch (error) {
        this.#log.error({ error, stream }, 'a live listener failed');
      }
    }
  }

  clear(): void {
    this.#byStream.clear();
  }
}
