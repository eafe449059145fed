/** One call of a provider's JSON API, bounded in time and in size. */
import { CalendarFailure } from './port.ts';

export interface ApiCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly accessToken: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface ApiAnswer {
  readonly status: number;
  /** Undefined when there is none, or it is not JSON. */
  readonly body: unknown;
  readonly retryAfterSeconds: number | null;
}

const largestAnswer = 32 * 2 ** 20;
const dayInSeconds = 86_400;

/** The time is that of the whole call. A redirect would carry the token elsewhere: it counts as silence. */
export async function callApi(call: ApiCall, timeoutMs: number): Promise<ApiAnswer> {
  try {
    const response = await fetch(call.url, { ...initOf(call), signal: AbortSignal.timeout(timeoutMs) });
    return {
      status: response.status,
      body: jsonOf(await textOf(response)),
      retryAfterSeconds: secondsOf(response.headers.get('retry-after')),
    };
  } catch (error) {
    if (error instanceof CalendarFailure) throw error;
    const isLate = (error as Error).name === 'TimeoutError';
    throw new CalendarFailure('UNREACHABLE', isLate ? 'TIMEOUT' : 'NO_CONNECTION', { cause: error });
  }
}

const initOf = ({ method, accessToken, headers, body }: ApiCall): RequestInit => ({
  method,
  redirect: 'error',
  headers: {
    authorization: `Bearer ${accessToken}`,
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
});

async function textOf({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.length;
    // Leaving the loop cancels the rest.
    if (length > largestAnswer) throw new CalendarFailure('UNREADABLE', 'TOO_LARGE');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `Retry-After` in seconds, a day at most; a date, or nothing, is null. */
function secondsOf(text: string | null): number | null {
  const seconds = text === null || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(Math.ceil(seconds), dayInSeconds) : null;
}

/** A provider's word for a failure, as ours: `rateLimitExceeded` is `RATE_LIMIT_EXCEEDED`. Anything longer may hold a value. */
export function codeOf(word: unknown, otherwise: string): string {
  if (typeof word !== 'string' || !/^\w{2,60}$/.test(word)) return otherwise;
  return word
    .replace(/([a-z\d])(?=[A-Z])/g, '$1_')
    .toUpperCase()
    .slice(0, 60);
}
