import { z } from 'zod';
import { callApi, codeOf, type ApiAnswer, type ApiCall } from '../api-call.ts';
import { tokensIn } from '../occurrence.ts';
import { CalendarFailure, type CalendarCredentials } from '../port.ts';

/** Microsoft Graph, version 1.0, as one account sees it. */
export interface GraphApi {
  /** Throws what Graph refuses, unless its status is among those that the caller expects. */
  ask(request: GraphRequest): Promise<ApiAnswer>;
  /** Is this address one of the API's own? Tokens go nowhere else. */
  isOwn(url: string): boolean;
}

export interface GraphRequest {
  readonly method?: ApiCall['method'];
  /** Under the root of the API, or an address that it gave before. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly etag?: string | null;
  /** Beside those that always hold. */
  readonly prefer?: string;
  readonly expected?: readonly number[];
}

export interface GraphSettings {
  readonly baseUrl: string;
  readonly timeoutMs: number;
}

/** Times in UTC, else they come in zones with names of Windows; ids that stay when an event is moved to another folder. */
const always = ['outlook.timezone="UTC"', 'IdType="ImmutableId"'];

export const calendarOf = (externalId: string): string => `me/calendars/${encodeURIComponent(externalId)}`;
export const eventAt = (eventId: string): string => `me/events/${encodeURIComponent(eventId)}`;

export function graphApi({ baseUrl, timeoutMs }: GraphSettings, credentials: CalendarCredentials): GraphApi {
  const isOwn = (url: string): boolean => url.startsWith(`${baseUrl}/`);
  const addressOf = ({ path, query }: GraphRequest): string =>
    isOwn(path) ? path : `${baseUrl}/${path}${query === undefined ? '' : `?${new URLSearchParams(query).toString()}`}`;
  return {
    isOwn,
    async ask(request) {
      const { method = 'GET', body, expected = [] } = request;
      const { accessToken } = tokensIn(credentials);
      const call = { method, url: addressOf(request), accessToken, headers: headersOf(request), body };
      const answer = await callApi(call, timeoutMs);
      if (answer.status >= 300 && !expected.includes(answer.status)) throw graphFailure(answer);
      return answer;
    },
  };
}

const headersOf = ({ etag = null, prefer }: GraphRequest): Record<string, string> => ({
  prefer: [...always, ...(prefer === undefined ? [] : [prefer])].join(', '),
  ...(etag === null ? {} : { 'if-match': etag }),
});

const refusal = z.looseObject({ error: z.looseObject({ code: z.string() }) });

/** 403: this account may not see or write that calendar, which is to us as if it was not there. */
const kinds = {
  401: 'REFUSED',
  403: 'GONE',
  404: 'GONE',
  410: 'GONE',
  412: 'CHANGED',
  429: 'LIMITED',
} as const satisfies Record<number, CalendarFailure['kind']>;

function graphFailure({ status, body, retryAfterSeconds }: ApiAnswer): CalendarFailure {
  const code = codeOf(refusal.safeParse(body).data?.error.code, `HTTP_${status}`);
  return new CalendarFailure(kindOf(status, retryAfterSeconds), code, { retryAfterSeconds });
}

function kindOf(status: number, retryAfterSeconds: number | null): CalendarFailure['kind'] {
  const known = kinds[status as keyof typeof kinds] as CalendarFailure['kind'] | undefined;
  if (known !== undefined) return known;
  if (status === 503 && retryAfterSeconds !== null) return 'LIMITED';
  return status >= 500 ? 'UNREACHABLE' : 'UNREADABLE';
}
