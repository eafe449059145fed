import { newId } from '../../../services/kernel/ids.ts';
import { DomainError } from '../../../services/kernel/errors.ts';
import type { Limited } from '../time-limit.ts';

/**
 * Shared by all events that are answered in the same turn of the event loop: an id for the logs and one time limit. A
 * timer and an id for each of 2,000 would cost more than their responses.
 */
export class Moment implements Limited {
  readonly requestId = newId();
  readonly #milliseconds: number;
  #controller: AbortController | undefined;
  readonly #late = Promise.withResolvers<never>();
  #timer: NodeJS.Timeout | undefined;
  #waiting = 0;

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
    // It may be rejected when nothing waits for it any more.
    this.#late.promise.catch(() => undefined);
  }

  /** Aborted when a response has exceeded the time limit. */
  get signal(): AbortSignal {
    return (this.#controller ??= new AbortController()).signal;
  }

  /** Waits for a response, but no longer than the time limit: `REQUEST_TIMED_OUT`. */
  async within<T>(work: Promise<T>): Promise<T> {
    this.#timer ??= setTimeout(() => this.#expire(), this.#milliseconds);
    this.#waiting += 1;
    try {
      return await Promise.race([work, this.#late.promise]);
    } finally {
      this.#waiting -= 1;
      if (this.#waiting === 0) {
        clearTimeout(this.#timer);
        this.#timer = undefined;
      }
    }
  }

  #expire(): void {
    const refusal = new DomainError('REQUEST_TIMED_OUT', { milliseconds: this.#milliseconds });
    this.#controller?.abort(refusal);
    this.#late.reject(refusal);
  }
}
