import { fieldError } from '../../services/kernel/errors.ts';
import type { AskedOperation } from '../graphql/answer-operation.ts';
import { readAskedText } from '../graphql/registered/persisted-query.ts';
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

/** Parses the text of a body or of one parameter, or refuses it. */
export function parseJson(text: string, path = 'body'): unknown {
  if (nestingOf(text) > maxNesting) throw fieldError(path, 'nesting');
  try {
    return JSON.parse(text);
  } catch {
    throw fieldError(path, 'json');
  }
}

/**
 * The parameters of a GraphQL request, or a refusal that names the wrong one.
 * Source: https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters
 */
export function readBody(body: unknown): AskedOperation {
  if (!isRecord(body)) throw fieldError('body', Array.isArray(body) ? 'batch' : 'object');
  const asked = readAskedText(body);
  if (hasPrototypeKey(body['variables'])) throw fieldError('variables', 'name');
  optional(body, 'extensions', isRecord);
  return {
    ...asked,
    operationName: optional(body, 'operationName', isString),
    variables: optional(body, 'variables', isRecord),
    transport: 'http',
  };
}

const isString = (value: unknown): value is string => typeof value === 'string';

/** A parameter that may be absent or null. */
function optional<T>(body: Record<string, unknown>, name: string, fits: (value: unknown) => value is T): T | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (!fits(value)) throw fieldError(name, 'type');
  return value;
}
