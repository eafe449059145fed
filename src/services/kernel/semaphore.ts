import { DomainError } from './errors.ts';

/** How many pieces of work may run at once, and how many may wait for their turn. */
export interface SemaphoreSize {
  readonly atOnce: number;
  readonly waiting: number;
}

/** Limits concurrency, first come first served; throws `RATE_LIMITED` when too many are waiting already. */
export function createSemaphore({ atOnce, waiting }: SemaphoreSize): <T>(work: () => Promise<T>) => Promise<T> {
  const queue: (() => void)[] = [];
  let running = 0;

  // A released slot goes directly to the next in the queue: no newcomer can take it in between.
  const leave = (): void => {
    const next = queue.shift();
    if (next === undefined) running -= 1;
    else next();
  };

  const enter = async (): Promise<void> => {
    if (running < atOnce) {
      running += 1;
      return;
    }
    if (queue.length >= waiting) throw new DomainError('RATE_LIMITED', { retryAfter: 2 });
    await new Promise<void>((turn) => queue.push(turn));
  };

  return async (work) => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
