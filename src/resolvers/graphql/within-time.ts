import { DomainError } from '../../services/kernel/errors.ts';

/** Waits for work within its time limit: after that, its signal is aborted and `REQUEST_TIMED_OUT` thrown. */
export async function withinTime<T>(clock: AbortController, milliseconds: number, work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const refusal = new DomainError('REQUEST_TIMED_OUT', { milliseconds });
    clock.abort(refusal);
    late.reject(refusal);
  }, milliseconds);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
