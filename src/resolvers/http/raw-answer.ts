import { STATUS_CODES, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { DomainError } from '../../services/kernel/errors.ts';
import { newId } from '../../services/kernel/ids.ts';
import { preferredLocale } from '../../services/kernel/locale.ts';
import type { Logger } from '../../services/platform/logger.ts';
import { formatError, retryAfterOf } from '../graphql/format-errors.ts';
import { asRefusal, statusOfError } from './http-refusal.ts';

/** To whom a refusal is sent that never reaches a route, when anything is known of them. */
export interface RawAudience {
  readonly log: Logger;
  readonly headers?: IncomingHttpHeaders;
}

interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function rawAnswer(error: DomainError, { log, headers }: RawAudience): RawAnswer {
  const requestId = newId();
  const formatted = formatError(error, { locale: preferredLocale(headers?.['accept-language']), requestId, log });
  const retryAfter = retryAfterOf(formatted);
  const body = JSON.stringify({ errors: [formatted] });
  return {
    status: statusOfError(asRefusal(error)),
    body,
    headers: {
      connection: 'close',
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-request-id': requestId,
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
  };
}

/** Answers in plain HTTP on a connection that no route will see, and closes it whether or not the client reads. */
export function refuseRaw(socket: Duplex, error: DomainError, audience: RawAudience): void {
  const { status, headers, body } = rawAnswer(error, audience);
  const lines = Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines}\r\n${body}`, () => socket.destroy());
}

/** The same where Node has created a response already. */
export function refuseResponse(response: ServerResponse, error: DomainError, audience: RawAudience): void {
  const { status, headers, body } = rawAnswer(error, audience);
  response.writeHead(status, headers).end(body);
}
