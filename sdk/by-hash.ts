import { AtelierError } from './errors.ts';
import { send, type Operation, type Sending } from './http.ts';

export type Send = (operation: Operation, to: Sending) => Promise<unknown>;

/** The server does not know the hash, or no hashes at all. */
const unknownCodes: readonly string[] = ['PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED'];

/** Browsers have it on pages that were loaded by HTTPS or from localhost. */
const digests = (): SubtleCrypto | undefined => (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;

async function sha256Of(text: string, subtle: SubtleCrypto): Promise<string> {
  const bytes = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Sends operations as the SHA-256 of their text. A text whose hash the server does not know is sent, from then on. */
export function createHashSender(): Send {
  const unknown = new Set<string>();
  return async ({ query, variables }, to) => {
    const subtle = digests();
    if (subtle === undefined || unknown.has(query)) return send({ query, variables }, to);
    try {
      const persistedQuery = { version: 1 as const, sha256Hash: await sha256Of(query, subtle) };
      return await send({ variables, extensions: { persistedQuery } }, to);
    } catch (error) {
      if (!(error instanceof AtelierError) || !unknownCodes.includes(error.code)) throw error;
      unknown.add(query);
      return send({ query, variables }, to);
    }
  };
}
