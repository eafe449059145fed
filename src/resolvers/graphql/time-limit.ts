import { DomainError } from '../../services/kernel/errors.ts';

/** What has a time limit, as those see it who work within it. */
export interface Limited {
  /** Aborted when the time is over. */
  readonly signal: AbortSignal;
}

/** The time limit of one request. Its signal is made for whoever asks for it: most requests need none. */
export class TimeLimit implements Limited {
  readonly #milliseconds: number;
  #controller: AbortController | undefined;
  #refusal: DomainError | undefined;

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
  }

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#refusal) this.#controller.abort(this.#refusal);
    return this.#controller.signal;
  }

  /** Waits for work, but no longer than the limit: `REQUEST_TIMED_OUT`. */
  async within<T>(work: Promise<T>): Promise<T> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      this.#refusal = new DomainError('REQUEST_TIMED_OUT', { milliseconds: this.#milliseconds });
      this.#controller?.abort(this.#refusal);
      late.reject(this.#refusal);
    }, this.#milliseconds);
    try {
      return await Promise.race([work, late.promise]);
    } finally {
      clearTimeout(timer);
    }
  }
}
