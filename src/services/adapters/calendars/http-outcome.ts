import { GuardedFetchFailure } from '../http/guarded-fetch-failure.ts';
import type { GuardedAnswer } from '../http/guarded-fetch.ts';
import { CalendarFailure, type CalendarFailureKind } from './port.ts';

/** An answer with one of these states; every other is a failure. */
export async function answered(asking: Promise<GuardedAnswer>, good: readonly number[]): Promise<GuardedAnswer> {
  const answer = await asking.catch((error: unknown) => {
    throw failureOfFetch(error);
  });
  if (!good.includes(answer.status)) throw failureOfStatus(answer);
  return answer;
}

function failureOfFetch(error: unknown): unknown {
  if (!(error instanceof GuardedFetchFailure)) return error;
  const kind = error.kind === 'UNREACHABLE' ? 'UNREACHABLE' : 'UNREADABLE';
  return new CalendarFailure(kind, error.code, { cause: error });
}

function failureOfStatus({ status, headers }: GuardedAnswer): CalendarFailure {
  const retryAfterSeconds = secondsIn(headers.get('retry-after'));
  const waits = status === 503 && retryAfterSeconds !== null;
  const kind = waits ? 'LIMITED' : (kinds.get(status) ?? (status >= 500 ? 'UNREACHABLE' : 'UNREADABLE'));
  return new CalendarFailure(kind, `HTTP_${status}`, { retryAfterSeconds });
}

const kinds: ReadonlyMap<number, CalendarFailureKind> = new Map([
  [401, 'REFUSED'],
  [403, 'REFUSED'],
  [404, 'GONE'],
  [410, 'GONE'],
  [429, 'LIMITED'],
  [507, 'LIMITED'],
]);

/** `Retry-After` in seconds; a date is not worth reading: the next reading is soon enough. */
const secondsIn = (header: string | null): number | null =>
  header !== null && /^\d{1,6}$/.test(header) ? Number(header) : null;
