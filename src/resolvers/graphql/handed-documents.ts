import type { DocumentNode } from 'graphql';

interface Handed {
  readonly query: string;
  readonly document: DocumentNode;
}

/** Nothing of Apollo's own is kept. */
const unwritten = {
  set: (): Promise<void> => Promise.resolve(),
  delete: (): Promise<boolean> => Promise.resolve(false),
};

const numberIn = (key: string): string => key.slice(key.lastIndexOf(':') + 1);

/**
 * Hands checked documents to Apollo Server. It takes one by the SHA-256 of its text only, which costs more than all
 * else it does, unless the request names a stored document: so each execution stores its own, under a number.
 */
export class ParsedDocumentStore {
  readonly #under = new Map<string, Handed>();
  #count = 0;

  /** Its texts, as the store of persisted queries; keys come behind a prefix of Apollo's. */
  readonly texts = {
    ...unwritten,
    get: (key: string): Promise<string | undefined> => Promise.resolve(this.#under.get(numberIn(key))?.query),
  };
  readonly documents = {
    ...unwritten,
    get: (key: string): Promise<DocumentNode | undefined> => Promise.resolve(this.#under.get(numberIn(key))?.document),
  };

  /** Runs an execution that finds the document by what it is given. */
  async during<T>(handed: Handed, execute: (extensions: { persistedQuery: object }) => Promise<T>): Promise<T> {
    const number = String((this.#count += 1));
    this.#under.set(number, handed);
    try {
      return await execute({ persistedQuery: { version: 1, sha256Hash: number } });
    } finally {
      this.#under.delete(number);
    }
  }
}
