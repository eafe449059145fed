import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { DomainError } from '../../services/kernel/errors.ts';
import type { Logger } from '../../services/platform/logger.ts';
import { HttpRefusal, refusedPart } from './http-refusal.ts';
import { refuseRaw, refuseResponse } from './raw-answer.ts';

/** What Node's own parser refuses before there is a request. Source: https://nodejs.org/api/http.html#event-clienterror */
function refusalOf({ code = '' }: NodeJS.ErrnoException): DomainError {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new HttpRefusal(408, 'REQUEST_TIMED_OUT');
  if (code === 'HPE_HEADER_OVERFLOW') return refusedPart(431, 'headers', 'size');
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW') return refusedPart(413, 'body', 'size');
  if (code === 'HPE_INVALID_METHOD') return refusedPart(400, 'method', 'format');
  return refusedPart(400, /CHUNK|BODY/.test(code) ? 'body' : 'request', 'format');
}

/**
 * Answers what is not a valid request (a malformed request line, headers that are too long or missing), an unknown
 * expectation, and CONNECT in the same format as every other refusal.
 */
export function answerParserErrors(
  server: Server,
  log: Logger,
): (error: NodeJS.ErrnoException, socket: Duplex) => void {
  const answers = new WeakMap<Duplex, ServerResponse>();
  server.prependListener(
    'request',
    ({ socket }: IncomingMessage, response: ServerResponse) => void answers.set(socket, response),
  );
  server.on('checkExpectation', ({ headers }: IncomingMessage, response: ServerResponse) =>
    refuseResponse(response, refusedPart(417, 'expect', 'type'), { log, headers }),
  );
  server.on('connect', ({ headers }: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => socket.destroy());
    refuseRaw(socket, new HttpRefusal(405, 'METHOD_NOT_ALLOWED', { method: 'CONNECT' }), { log, headers });
  });
  return (error, socket) => {
    const answer = answers.get(socket);
    // A response that has begun would be mixed with this one.
    const isAnswering = answer !== undefined && answer.headersSent && !answer.writableFinished;
    if (error.code === 'ECONNRESET' || !socket.writable || isAnswering) return void socket.destroy();
    refuseRaw(socket, refusalOf(error), { log });
  };
}
