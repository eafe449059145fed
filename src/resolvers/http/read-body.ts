import { DomainError, fieldError } from '../../services/kernel/errors.ts';
import type { GraphQLRequest } from '../graphql/answer-operation.ts';
import { hasPrototypeKey, isRecord, maxNesting, nestingOf } from '../json.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a body. Any other encoding would lose letters silently: it is refused. */
export function textOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw fieldError('body', 'utf-8');
  }
}

/** Parses the text of a body, or refuses it. */
export function parseJson(text: string): unknown {
  if (nestingOf(text) > maxNesting) throw fieldError('body', 'nesting');
  try {
    return JSON.parse(text);
  } catch {
    throw fieldError('body', 'json');
  }
}

/**
 * The parameters of a GraphQL request, or a refusal that names the wrong one.
 * Source: https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters
 */
export function readBody(body: unknown): GraphQLRequest {
  if (!isRecord(body)) throw fieldError('body', Array.isArray(body) ? 'batch' : 'object');
  const { query, variables } = body;
  if (asksByHash(body)) throw new DomainError('PERSISTED_QUERY_NOT_SUPPORTED');
  if (typeof query !== 'string') throw fieldError('query', 'string');
  if (hasPrototypeKey(variables)) throw fieldError('variables', 'name');
  optional(body, 'extensions', isRecord);
  return {
    query,
    operationName: optional(body, 'operationName', isString),
    variables: optional(body, 'variables', isRecord),
  };
}

/**
 * Does a client send the hash of a query instead of the query? In a URL, extensions are a string.
 * Source: https://www.apollographql.com/docs/apollo-server/performance/apq
 */
export function asksByHash({ query, extensions }: Readonly<Record<string, unknown>>): boolean {
  if (query !== undefined && query !== null && query !== '') return false;
  const given = typeof extensions === 'string' ? parsedOrNothing(extensions) : extensions;
  return isRecord(given) && isRecord(given['persistedQuery']);
}

function parsedOrNothing(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

const isString = (value: unknown): value is string => typeof value === 'string';

/** A parameter that may be absent or null. */
function optional<T>(body: Record<string, unknown>, name: string, fits: (value: unknown) => value is T): T | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (!fits(value)) throw fieldError(name, 'type');
  return value;
}
