import { createHash } from 'node:crypto';
import type { Actor } from '../../../services/access/actor.ts';
import { DomainError, fieldError } from '../../../services/kernel/errors.ts';
import type { AskedText } from './persisted-query.ts';

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * The operations that clients may ask for by the SHA-256 of their text. They are known when the server starts; no
 * request adds one.
 */
export class RegisteredOperations {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #known: ReadonlySet<string>;
  readonly #isOnly: boolean;

  /** With `isOnly`, everybody but admins may run these operations only, asked for by their hash or by their text. */
  constructor(texts: Iterable<string>, { isOnly = false }: { isOnly?: boolean } = {}) {
    this.#known = new Set(texts);
    this.#texts = new Map([...this.#known].map((text) => [sha256Of(text), text]));
    this.#isOnly = isOnly;
  }

  /** The text to execute. Errors: PERSISTED_QUERY_NOT_FOUND, OPERATION_NOT_REGISTERED, INPUT_INVALID for a wrong hash. */
  textFor({ query, sha256Hash }: AskedText, { role }: Pick<Actor, 'role'>): string {
    const isRestricted = this.#isOnly && role !== 'ADMIN';
    if (query === undefined) return this.#textOf(sha256Hash ?? '', isRestricted);
    if (sha256Hash !== undefined && sha256Hash !== sha256Of(query))
      throw fieldError('extensions.persistedQuery.sha256Hash', 'match');
    if (isRestricted && !this.#known.has(query)) throw new DomainError('OPERATION_NOT_REGISTERED');
    return query;
  }

  /** Clients send the text when the hash is unknown: where it would be refused, that is the error at once. */
  #textOf(sha256Hash: string, isRestricted: boolean): string {
    const text = this.#texts.get(sha256Hash);
    if (text === undefined)
      throw new DomainError(isRestricted ? 'OPERATION_NOT_REGISTERED' : 'PERSISTED_QUERY_NOT_FOUND');
    return text;
  }
}
