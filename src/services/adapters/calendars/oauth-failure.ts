import * as oidc from 'openid-client';
import { codeOf } from './api-call.ts';
import { CalendarFailure } from './port.ts';

/**
 * A missing or unusable response (codes of `openid-client`: a time-out, an error page, an unexpected format), a fault of the provider's,
 * and a client of ours that is wrong: no owner of a calendar can mend any of them by connecting it again.
 */
const away: ReadonlySet<string> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
  'server_error',
  'temporarily_unavailable',
  'invalid_client',
  'unauthorized_client',
]);

interface Thrown {
  readonly code?: string;
  readonly status?: number;
  /** The provider's own word: `invalid_grant`. */
  readonly error?: string;
  /** The response, when it was no answer of OAuth. */
  readonly cause?: { readonly status?: number };
}

/** What `openid-client` throws, as the port says it. */
export function oauthFailure(error: unknown): CalendarFailure {
  const { error: ofProvider, code: ofLibrary, cause, status = cause?.status ?? 0 } = error as Thrown;
  const word = ofProvider ?? ofLibrary;
  const code = codeOf(word, 'UNKNOWN');
  if (status === 429) return new CalendarFailure('LIMITED', code, { cause: error });
  const isAway = status >= 500 || (word === undefined ? hasNoConnection(error) : away.has(word));
  return new CalendarFailure(isAway ? 'UNREACHABLE' : 'REFUSED', code, { cause: error });
}

/** What `fetch` throws, and what the library makes of it. */
const hasNoConnection = (error: unknown): boolean => error instanceof TypeError || error instanceof oidc.ClientError;
