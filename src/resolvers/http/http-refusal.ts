import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, fieldError, type ErrorCode } from '../../services/kernel/errors.ts';
import type { Logger } from '../../services/platform/logger.ts';
import { databaseRefusal } from '../../services/platform/orm/failures.ts';
import { formatError, retryAfterOf } from '../graphql/format-errors.ts';
import { callerOf } from './caller.ts';
import { statusOf } from './status.ts';

/** An error whose HTTP status says more than its code alone: 415 and 431 are both `INPUT_INVALID`. */
export class HttpRefusal extends DomainError {
  readonly status: number;

  constructor(status: number, code: ErrorCode, details: Readonly<Record<string, unknown>> = {}) {
    super(code, details);
    this.status = status;
  }
}

/** The same for one part of the request. */
export const refusedPart = (status: number, path: string, ...rules: string[]): HttpRefusal =>
  new HttpRefusal(status, 'INPUT_INVALID', fieldError(path, ...rules).details);

/** Which part of a request is wrong, by the status that the framework gives. */
const parts: Readonly<Record<number, readonly [path: string, rule: string]>> = {
  411: ['content-length', 'required'],
  413: ['body', 'size'],
  414: ['url', 'size'],
  415: ['content-type', 'type'],
  431: ['headers', 'size'],
};

/** Errors of the framework that are about the address, whatever their status. */
const aboutAddress: ReadonlySet<string> = new Set([
  'FST_ERR_BAD_URL',
  'FST_ERR_MAX_PARAM_LENGTH',
  'FST_ERR_INVALID_URL',
]);

/**
 * Converts an error that reached a route: a domain error is unchanged, the framework's refusals are input errors,
 * failures of the database are retryable; anything else is returned unchanged.
 */
export function asRefusal(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  return frameworkRefusal(error as FrameworkError) ?? databaseRefusal(error) ?? error;
}

interface FrameworkError {
  readonly statusCode?: number;
  readonly code?: string;
}

function frameworkRefusal({ statusCode, code = '' }: FrameworkError): DomainError | undefined {
  if (statusCode === 404) return new DomainError('NOT_FOUND');
  if (statusCode === 503) return new DomainError('UNAVAILABLE');
  const isOfCaller = statusCode !== undefined && statusCode >= 400 && statusCode <= 499;
  return isOfCaller ? partRefusal(statusCode, code) : undefined;
}

function partRefusal(status: number, code: string): HttpRefusal {
  const [path, rule] = parts[status] ?? ['body', 'format'];
  return refusedPart(status, aboutAddress.has(code) ? 'url' : path, rule);
}

/** The HTTP status of an error after `asRefusal`. */
export function statusOfError(error: unknown): number {
  if (error instanceof HttpRefusal) return error.status;
  return error instanceof DomainError ? statusOf(error.code) : 500;
}

/** Answers in the common format of errors: `{ errors: [one] }`. */
export function sendRefusal(
  log: Logger,
  error: unknown,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): FastifyReply {
  const refusal = asRefusal(error);
  if (databaseRefusal(error)) log.error({ error, requestId: request.id }, 'the database failed');
  const formatted = formatError(refusal, { locale: callerOf(request).locale, requestId: request.id, log });
  const retryAfter = retryAfterOf(formatted);
  if (retryAfter !== undefined) void reply.header('retry-after', retryAfter);
  return reply
    .code(statusOfError(refusal))
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send({ errors: [formatted] });
}

/** Every route without its own format answers errors in that format, and so do unknown paths. */
export function answerErrors(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error, request, reply) => sendRefusal(log, error, { request, reply }));
  app.setNotFoundHandler(() => {
    throw new DomainError('NOT_FOUND');
  });
}
