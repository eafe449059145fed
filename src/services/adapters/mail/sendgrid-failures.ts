/** Which of the three failures an error of SendGrid's client is. */
import { MailFailure } from './port.ts';

interface Trouble {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
  readonly response?: { readonly status?: unknown; readonly headers?: unknown; readonly body?: unknown };
}

const isTrouble = (value: unknown): value is Trouble => typeof value === 'object' && value !== null;

/** Errors that occur before a single byte of the mail was sent. */
const neverLeft = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'EADDRNOTAVAIL',
  'EMFILE',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

export function failureOf(error: unknown, now: Date): MailFailure {
  if (error instanceof MailFailure) return error;
  const trouble: Trouble = isTrouble(error) ? error : {};
  const status = statusOf(trouble);
  if (status !== undefined) return refusal(status, trouble, now);
  const code = String(trouble.code ?? 'unknown');
  if (neverLeft.has(code) || failedToConnect(trouble)) {
    return new MailFailure('retryable', `SendGrid could not be reached (${code})`, { cause: error });
  }
  return new MailFailure('ambiguous', `SendGrid did not answer (${code})`, { cause: error });
}

/** SendGrid's response, if there was one. */
const statusOf = ({ code, response }: Trouble): number | undefined =>
  [code, response?.status].find((value) => typeof value === 'number');

function refusal(status: number, trouble: Trouble, now: Date): MailFailure {
  const message = `SendGrid answered ${status}${reasonsOf(trouble.response?.body)}`;
  if (status === 429) {
    return new MailFailure('retryable', message, { status, retryAfterMs: waitOf(trouble.response?.headers, now) });
  }
  return new MailFailure(status >= 500 ? 'retryable' : 'permanent', message, { status });
}

/** A failed connection attempt says so in `syscall`; with several addresses, each of its parts does. */
function failedToConnect(trouble: Trouble): boolean {
  if (trouble.syscall === 'connect' || trouble.syscall === 'getaddrinfo') return true;
  if (Array.isArray(trouble.errors) && trouble.errors.length > 0) {
    return trouble.errors.every((part) => isTrouble(part) && failedToConnect(part));
  }
  return isTrouble(trouble.cause) && failedToConnect(trouble.cause);
}

/** `Retry-After` in seconds or as a date (RFC 9110 section 10.2.3), else SendGrid's `X-RateLimit-Reset` (epoch seconds). */
function waitOf(headers: unknown, now: Date): number | undefined {
  if (!isTrouble(headers)) return undefined;
  const retryAfter: unknown = Reflect.get(headers, 'retry-after');
  const reset: unknown = Reflect.get(headers, 'x-ratelimit-reset');
  const instant = retryAfter === undefined ? Number(reset) * 1000 : Date.parse(String(retryAfter));
  const wait = /^\d+$/.test(String(retryAfter)) ? Number(retryAfter) * 1000 : instant - now.getTime();
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

/** SendGrid's own message, without the values it may repeat beyond the field's name. */
function reasonsOf(body: unknown): string {
  const errors: unknown = isTrouble(body) ? body.errors : undefined;
  if (!Array.isArray(errors)) return '';
  const reasons = errors.filter(isTrouble).map(({ message }) => String(message).slice(0, 200));
  return reasons.length === 0 ? '' : `: ${reasons.join('; ')}`;
}
