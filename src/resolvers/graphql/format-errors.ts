import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DomainError, errorCatalogue, type ErrorCode, type FieldError } from '../../services/kernel/errors.ts';
import type { Locale } from '../../services/kernel/locale.ts';
import { databaseRefusal } from '../../services/platform/orm/failures.ts';

/** The reader of the errors, and the log for unexpected ones. */
export interface ErrorAudience {
  readonly locale: Locale;
  readonly requestId: string;
  readonly log: { error(details: object, message: string): void };
}

interface Refusal {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;
}

/** The outer form of every error: `{ message, locations, path, extensions: { code, details, requestId } }`. */
export function formatErrors(errors: readonly GraphQLError[], audience: ErrorAudience): GraphQLFormattedError[] {
  return errors.map((error) => {
    const { code, details } = refusalOf(error) ?? databaseFailure(error, audience) ?? unforeseen(error, audience);
    if (code === 'FILE_DAMAGED')
      audience.log.error(
        { requestId: audience.requestId, error: error.originalError ?? error },
        'a stored file is damaged',
      );
    return {
      message: errorCatalogue[code][audience.locale],
      ...(error.locations ? { locations: error.locations } : {}),
      ...(error.path ? { path: error.path } : {}),
      extensions: { code, details, requestId: audience.requestId },
    };
  });
}

/** The same form for an error that reached no GraphQL executor. */
export const formatError = (error: unknown, audience: ErrorAudience): GraphQLFormattedError =>
  formatErrors([asGraphQLError(error)], audience)[0] as GraphQLFormattedError;

/** Seconds after which an unreachable service may be available again, when the error does not know better. */
const awaySeconds = 5;

/**
 * Seconds to wait before the same request may succeed; undefined when waiting does not help, or the time is unknown.
 */
export function retryAfterOf({ extensions }: GraphQLFormattedError): number | undefined {
  const { retryAfter } = (extensions?.['details'] ?? {}) as { retryAfter?: unknown };
  if (typeof retryAfter === 'number') return retryAfter;
  return extensions?.['code'] === 'UNAVAILABLE' ? awaySeconds : undefined;
}

export const asGraphQLError = (error: unknown): GraphQLError => {
  if (error instanceof GraphQLError) return error;
  const original = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(original.message, { originalError: original });
};

function refusalOf(error: GraphQLError): Refusal | undefined {
  for (
    let cause: unknown = error;
    cause instanceof Error;
    cause = cause instanceof GraphQLError ? cause.originalError : undefined
  ) {
    if (cause instanceof DomainError) return cause;
  }
  const field = coercionField(error);
  return field && { code: 'INPUT_INVALID', details: { fields: [field] } };
}

/** A database that is unreachable, full or damaged is not the caller's fault: the request is retryable. */
function databaseFailure(error: GraphQLError, { log, requestId }: ErrorAudience): Refusal | undefined {
  const refusal = databaseRefusal(error.originalError);
  if (refusal) log.error({ requestId, path: error.path, error: error.originalError }, 'the database failed');
  return refusal;
}

function unforeseen(error: GraphQLError, { log, requestId }: ErrorAudience): Refusal {
  log.error({ requestId, path: error.path, error: error.originalError ?? error }, 'unexpected error');
  return { code: 'INTERNAL', details: {} };
}

const variableMessage =
  /^Variable "\$(\w+)" (?:got invalid value|has invalid value|of required type|of non-null type)(?:[^]* at "([^"]+)";)?/;
const argumentMessage = /^Argument "(\w+)" /;
const memberMessage = /; Field "(\w+)" (?:of required type .* was not provided|is not defined by type .*)\.?/;

/**
 * Values that the type system itself refused, found by the messages of graphql-js 16 (values.js), which gives no code.
 * Entry points have checked values before (`checkInputs`); this is for callers that execute a schema without them.
 */
function coercionField(error: GraphQLError): FieldError | undefined {
  const path = coercedPlace(error)?.replace(/\[(\d+)\]/g, '.$1');
  if (path === undefined) return undefined;
  const member = memberMessage.exec(error.message)?.[1];
  return member === undefined ? { path, rules: ['type'] } : { path: `${path}.${member}`, rules: ['shape'] };
}

/** Variables are read before anything runs, so their errors have no path. */
function coercedPlace({ path, message }: GraphQLError): string | undefined {
  const [, variable, inside] = (path ? null : variableMessage.exec(message)) ?? [];
  return inside ?? variable ?? argumentMessage.exec(message)?.[1];
}
