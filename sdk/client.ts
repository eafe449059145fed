import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import { AtelierError } from './errors.ts';
import { createHashSender, type Send } from './by-hash.ts';
import { send, type Fetch } from './http.ts';
import { againByKey } from './idempotency.ts';
import { openLive } from './live.ts';
import { absolute } from './origin.ts';
import { refreshSession } from './own-operations.ts';
import type { OnProgress } from './progress.ts';
import { Session, type Tokens } from './session.ts';

export interface ClientOptions {
  /** Address of the API, as `https://atelier.example/graphql`; in a browser it may be relative to the page. */
  readonly url: string;
  /** A session: an access token alone, or the pair returned by `login`. */
  readonly token?: string | Tokens | null | undefined;
  /** Called at every change of the tokens: store them, so that a reload does not sign out. */
  readonly onTokens?: ((tokens: Tokens | null) => void) | undefined;
  /** Language of messages; default the platform's. */
  readonly locale?: 'fr' | 'en' | undefined;
  readonly fetch?: Fetch | undefined;
  /**
   * Sends queries and mutations as the SHA-256 of their text, and the text when the server does not know it. The server
   * knows the operations of this package, and those of its `REGISTERED_OPERATIONS_FILE`.
   */
  readonly sendsHashes?: boolean | undefined;
  /** A WebSocket class, where the platform has none. */
  readonly webSocketImpl?: unknown;
}

/** An operation of `sdk/generated`, with the types of its result and its variables. */
export type Document<Result, Variables> = { toString(): string } & DocumentTypeDecoration<Result, Variables>;

export interface RequestOptions {
  /** Aborts the request. */
  readonly signal?: AbortSignal | undefined;
}

export interface UploadOptions extends RequestOptions {
  /** Called repeatedly with the progress of the files. A custom `fetch` cannot report it in a browser. */
  readonly onProgress?: OnProgress | undefined;
}

/** Variables may be left out when none is required. */
export type Given<Variables, Options = RequestOptions> =
  Record<string, never> extends Variables
    ? [variables?: Variables | undefined, options?: Options]
    : [variables: Variables, options?: Options];

export interface AtelierClient {
  /** Runs a query. */
  query<R, V>(document: Document<R, V>, ...given: Given<V>): Promise<R>;
  /** Runs a mutation. An input with a `key` is sent again when there is no response: the server carries it out once. */
  mutate<R, V>(document: Document<R, V>, ...given: Given<V>): Promise<R>;
  /** Runs a mutation with files: a File or a Blob, or a stream that is read no faster than the network takes it. */
  upload<R, V>(document: Document<R, V>, variables: V, options?: UploadOptions): Promise<R>;
  /** Opens a subscription. Leave the loop to stop; after a lost connection it resumes where it was. */
  subscribe<R, V>(document: Document<R, V>, ...given: Given<V>): AsyncIterableIterator<R>;
  /** Sets the session: the result of `login`, or null. */
  useTokens(tokens: Tokens | null): void;
  readonly tokens: Tokens | null;
  /** Calls `listener` after every change of the tokens; returns a function that stops it. */
  onTokensChange(listener: () => void): () => void;
  /**
   * The access token to send now, renewed first when it is about to expire; null without a session. For requests that
   * are not made by this client. `insteadOf` names one that was just refused.
   */
  accessToken(options?: { readonly insteadOf?: string | null }): Promise<string | null>;
  /** Closes the socket. */
  close(): Promise<void>;
}

const isRefused = (error: unknown): boolean => error instanceof AtelierError && error.code === 'UNAUTHENTICATED';

/** A document that a code generator parsed beforehand would be sent as "[object Object]". */
function textOf(document: { toString(): string }): string {
  const text = document.toString();
  if (text.startsWith('[object '))
    throw new TypeError("This document is not a text: generate documents with `documentMode: 'string'`.");
  return text;
}

type To = (token: string | null, given?: UploadOptions) => Parameters<typeof send>[1];

/** Sends an operation with the token in force, and once more with the next one when the server refuses it. */
function createAsker(session: Session, to: To, sendOne: Send = send) {
  return async function ask(
    document: { toString(): string },
    variables: unknown,
    given?: UploadOptions,
  ): Promise<never> {
    const operation = { query: textOf(document), variables };
    // Without a newer token, this one is sent: public operations, such as signing in, need none.
    const { token, failure } = await session.current().then(
      (held) => ({ token: held, failure: undefined }),
      (error: Error) => ({ token: session.tokens?.accessToken ?? null, failure: error }),
    );
    try {
      return (await sendOne(operation, to(token, given))) as never;
    } catch (error) {
      if (!isRefused(error)) throw error;
      if (failure !== undefined) throw failure;
      const next = await session.instead(token);
      if (next === null) throw error;
      return (await sendOne(operation, to(next, given))) as never;
    }
  };
}

/** A client of one server, for one person. */
export function createClient(options: ClientOptions): AtelierClient {
  const url = absolute(options.url);
  const language = options.locale === undefined ? {} : { 'accept-language': options.locale };
  const to: To = (token, { signal, onProgress } = {}) => ({
    url,
    fetch: options.fetch,
    signal,
    onProgress,
    headers: { ...language, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
  });
  const listeners = new Set<() => void>();
  const session = new Session({
    tokens: typeof options.token === 'string' ? { accessToken: options.token } : (options.token ?? null),
    onTokens: (tokens) => {
      options.onTokens?.(tokens);
      for (const listener of listeners) listener();
    },
    refresh: async (refreshToken) => {
      const data = await send({ query: refreshSession, variables: { input: { refreshToken } } }, to(null));
      return (data as { refreshSession: Tokens }).refreshSession;
    },
  });
  const live = openLive({ url, session, webSocketImpl: options.webSocketImpl });

  const ask = createAsker(session, to, options.sendsHashes === true ? createHashSender() : send);

  return {
    query: (document, ...[variables, given]) => ask(document, variables, given),
    mutate: (document, ...[variables, given]) => againByKey(variables, () => ask(document, variables, given)),
    upload: createAsker(session, to),
    subscribe: (document, ...[variables, given]) =>
      live.subscribe({ query: textOf(document), variables }, given?.signal) as AsyncIterableIterator<never>,
    useTokens: (tokens) => {
      session.set(tokens);
      if (tokens === null) live.leave();
    },
    get tokens() {
      return session.tokens;
    },
    onTokensChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    accessToken: ({ insteadOf } = {}) => (insteadOf === undefined ? session.current() : session.instead(insteadOf)),
    close: () => live.close(),
  };
}
