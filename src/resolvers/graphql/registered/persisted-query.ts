import { DomainError, fieldError } from '../../../services/kernel/errors.ts';
import { isRecord } from '../../json.ts';

/** Which operation a client asks for: by its text, by the SHA-256 of its text, or by both. */
export interface AskedText {
  readonly query?: string | undefined;
  readonly sha256Hash?: string | undefined;
}

/** The one version of the extension that exists. */
const version = 1;

/**
 * Reads the text and the hash of a request, of HTTP and of sockets alike. An absent, null or empty text counts as none:
 * the protocol of sockets requires one.
 * Source: https://www.apollographql.com/docs/apollo-server/performance/apq
 */
export function readAskedText({ query, extensions }: Readonly<Record<string, unknown>>): AskedText {
  const sha256Hash = hashIn(extensions);
  if (sha256Hash !== undefined && (query === undefined || query === null || query === '')) return { sha256Hash };
  if (typeof query !== 'string') throw fieldError('query', 'string');
  return { query, sha256Hash };
}

function hashIn(extensions: unknown): string | undefined {
  const asked = isRecord(extensions) ? extensions['persistedQuery'] : undefined;
  if (asked === undefined || asked === null) return undefined;
  if (!isRecord(asked)) throw fieldError('extensions.persistedQuery', 'type');
  if (asked['version'] !== version) throw new DomainError('PERSISTED_QUERY_NOT_SUPPORTED');
  const { sha256Hash } = asked;
  if (typeof sha256Hash !== 'string') throw fieldError('extensions.persistedQuery.sha256Hash', 'type');
  return sha256Hash;
}
