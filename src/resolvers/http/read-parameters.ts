import { fieldError } from '../../services/kernel/errors.ts';
import type { AskedOperation } from '../graphql/answer-operation.ts';
import { parseJson, readBody } from './read-body.ts';

/** Longer addresses are refused: proxies and caches cut them anyway. */
export const maxAddressLength = 8 * 1024;

const names: ReadonlySet<string> = new Set(['query', 'operationName', 'variables', 'extensions']);

/**
 * The parameters of a GraphQL request in an address, or a refusal that names the wrong one. An empty one counts as
 * absent; others than these four are ignored.
 * Source: https://graphql.github.io/graphql-over-http/draft/#sec-GET
 */
export function readParameters(address: string): AskedOperation {
  const given = parametersOf(address);
  return {
    ...readBody({
      query: given.get('query'),
      operationName: given.get('operationName'),
      variables: jsonIn(given, 'variables'),
      extensions: jsonIn(given, 'extensions'),
    }),
    transport: 'http-get',
  };
}

/** Read strictly, unlike URLSearchParams: what is not UTF-8 would lose letters silently. */
function parametersOf(address: string): ReadonlyMap<string, string> {
  const [, search = ''] = /^[^?#]*\?([^#]*)/.exec(address) ?? [];
  const given = new Map<string, string>();
  for (const part of search.split('&')) {
    const [name = '', ...value] = part.split('=');
    const [read, text] = [decoded(name), decoded(value.join('='))];
    if (!names.has(read) || text === '') continue;
    if (given.has(read)) throw fieldError(read, 'unique');
    given.set(read, text);
  }
  return given;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw fieldError('url', 'format');
  }
}

function jsonIn(given: ReadonlyMap<string, string>, name: string): unknown {
  const text = given.get(name);
  return text === undefined ? undefined : parseJson(text, name);
}
