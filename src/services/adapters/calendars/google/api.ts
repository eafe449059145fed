import { z } from 'zod';
import { callApi, codeOf, type ApiAnswer, type ApiCall } from '../api-call.ts';
import { tokensIn } from '../occurrence.ts';
import { CalendarFailure, type CalendarCredentials } from '../port.ts';

/** Google's Calendar API, version 3, as one account sees it. */
export interface GoogleApi {
  /** Throws what the provider refuses, unless its status is among those that the caller expects. */
  ask(request: GoogleRequest): Promise<ApiAnswer>;
}

export interface GoogleRequest {
  readonly method?: ApiCall['method'];
  /** Under the root of the API. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly etag?: string | null;
  readonly expected?: readonly number[];
}

export interface GoogleSettings {
  readonly baseUrl: string;
  readonly timeoutMs: number;
}

export const eventsOf = (externalId: string): string => `calendars/${encodeURIComponent(externalId)}/events`;

export const googleApi = (settings: GoogleSettings, credentials: CalendarCredentials): GoogleApi => ({
  async ask({ method = 'GET', path, query, body, etag = null, expected = [] }) {
    const search = query === undefined ? '' : `?${new URLSearchParams(query).toString()}`;
    const call = {
      method,
      url: `${settings.baseUrl}/${path}${search}`,
      accessToken: tokensIn(credentials).accessToken,
      headers: etag === null ? {} : { 'if-match': etag },
      body,
    };
    const answer = await callApi(call, settings.timeoutMs);
    if (answer.status >= 300 && !expected.includes(answer.status)) throw googleFailure(answer);
    return answer;
  },
});

const refusal = z.looseObject({
  error: z.looseObject({ errors: z.array(z.looseObject({ reason: z.string() })).optional() }),
});

const limits: ReadonlySet<string> = new Set([
  'rateLimitExceeded',
  'userRateLimitExceeded',
  'quotaExceeded',
  'dailyLimitExceeded',
  'calendarUsageLimitsExceeded',
]);

/** 404: a calendar that is gone, and one that this account may see no longer, are the same to us. */
function googleFailure({ status, body, retryAfterSeconds }: ApiAnswer): CalendarFailure {
  const reason = refusal.safeParse(body).data?.error.errors?.[0]?.reason;
  return new CalendarFailure(kindOf(status, reason ?? ''), codeOf(reason, `HTTP_${status}`), { retryAfterSeconds });
}

function kindOf(status: number, reason: string): CalendarFailure['kind'] {
  if (status === 429) return 'LIMITED';
  if (status === 403) return kindOfForbidden(reason);
  const known = { 401: 'REFUSED', 404: 'GONE', 410: 'GONE', 412: 'CHANGED' } as const;
  return known[status as keyof typeof known] ?? (status >= 500 ? 'UNREACHABLE' : 'UNREADABLE');
}

function kindOfForbidden(reason: string): CalendarFailure['kind'] {
  if (limits.has(reason)) return 'LIMITED';
  if (reason === 'insufficientPermissions') return 'REFUSED';
  // The API is not switched on in the operator's project: nothing that the account's owner could mend.
  return reason === 'accessNotConfigured' ? 'UNREACHABLE' : 'GONE';
}
