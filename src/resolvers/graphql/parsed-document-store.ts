import type { DocumentNode } from 'graphql';

interface ParsedDocument {
  readonly query: string;
  readonly document: DocumentNode;
}

/** Apollo's own writes are ignored. */
const unwritten = {
  set: (): Promise<void> => Promise.resolve(),
  delete: (): Promise<boolean> => Promise.resolve(false),
};

const numberIn = (key: string): string => key.slice(key.lastIndexOf(':') + 1);

/**
 * Passes checked documents to Apollo Server. Apollo identifies a document by the SHA-256 of its text, which costs more
 * than everything else it does, unless the request names a stored document: so each execution stores its own, under a
 * number.
 */
export class ParsedDocumentStore {
  readonly #under = new Map<string, ParsedDocument>();
  #count = 0;

  /** The texts, as Apollo's store of persisted queries; its keys have a prefix. */
  readonly texts = {
    ...unwritten,
    get: (key: string): Promise<string | undefined> => Promise.resolve(this.#under.get(numberIn(key))?.query),
  };
  readonly documents = {
    ...unwritten,
    get: (key: string): Promise<DocumentNode | undefined> => Promise.resolve(this.#under.get(numberIn(key))?.document),
  };

  /** Runs an execution during which the document is in the store. */
  async during<T>(
    documents: ParsedDocument,
    execute: (extensions: { persistedQuery: object }) => Promise<T>,
  ): Promise<T> {
    const number = String((this.#count += 1));
    this.#under.set(number, documents);
    try {
      return await execute({ persistedQuery: { version: 1, sha256Hash: number } });
    } finally {
      this.#under.delete(number);
    }
  }
}
