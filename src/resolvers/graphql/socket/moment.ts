import { newId } from '../../../services/kernel/ids.ts';
import { DomainError } from '../../../services/kernel/errors.ts';

/**
 * What all events share that are answered before the event loop turns: an id for the logs and one clock. A clock and an
 * id for each of 2,000 would cost more than their answers.
 */
export class Moment {
  readonly requestId = newId();
  readonly #milliseconds: number;
  readonly #clock = new AbortController();
  readonly #late = Promise.withResolvers<never>();
  #timer: NodeJS.Timeout | undefined;
  #waiting = 0;

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
    // Nobody may be waiting any more when it is told.
    this.#late.promise.catch(() => undefined);
  }

  /** Aborted when an answer has used up the moment's time. */
  get signal(): AbortSignal {
    return this.#clock.signal;
  }

  /** Waits for an answer, but no longer than the moment's time: `REQUEST_TIMED_OUT`. */
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
    this.#clock.abort(refusal);
    this.#late.reject(refusal);
  }
}
