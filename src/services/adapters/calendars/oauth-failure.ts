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
  const { error: ofProvider, code: ofLibrary, cause, status = cause?.status } = error as Thrown;
  const word = ofProvider ?? ofLibrary;
  return new CalendarFailure(kindOf(error, { word, status }), codeOf(word, 'UNKNOWN'), { cause: error });
}

interface Said {
  readonly word: string | undefined;
  readonly status: number | undefined;
}

function kindOf(error: unknown, { word, status = 0 }: Said): CalendarFailure['kind'] {
  if (status === 429) return 'LIMITED';
  if (status >= 500) return 'UNREACHABLE';
  return (word === undefined ? hasNoConnection(error) : away.has(word)) ? 'UNREACHABLE' : 'REFUSED';
}

/** What `fetch` throws, and what the library makes of it. */
const hasNoConnection = (error: unknown): boolean => error instanceof TypeError || error instanceof oidc.ClientError;
