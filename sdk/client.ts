import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import { AtelierError } from './errors.ts';
import { send, type Fetch } from './http.ts';
import { againByKey } from './idempotency.ts';
import { openLive } from './live.ts';
import { Session, type Tokens } from './session.ts';

export interface ClientOptions {
  /** Address of the API, as `https://atelier.example/graphql`. */
  readonly url: string;
  /** Somebody who is signed in already: an access token alone, or the pair that `login` answered. */
  readonly token?: string | Tokens;
  /** Told of every change of the tokens: keep them, so that a reload does not sign out. */
  readonly onTokens?: (tokens: Tokens | null) => void;
  /** Language of messages; the platform's choice unless said. */
  readonly locale?: 'fr' | 'en';
  readonly fetch?: Fetch;
  /** A WebSocket class, where the platform has none. */
  readonly webSocketImpl?: unknown;
}

/** An operation of `sdk/generated`, with the types of its answer and its variables. */
export type Document<Result, Variables> = { toString(): string } & DocumentTypeDecoration<Result, Variables>;

/** Variables may be left out when none is required. */
type Given<Variables> = Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables];

export interface AtelierClient {
  /** Asks. */
  query<R, V>(document: Document<R, V>, ...given: Given<V>): Promise<R>;
  /** Does. An input with a `key` is sent again when no answer comes: the server makes nothing twice. */
  mutate<R, V>(document: Document<R, V>, ...given: Given<V>): Promise<R>;
  /** Does something with files: a File or a Blob, or a stream that is read no faster than the network takes it. */
  upload<R, V>(document: Document<R, V>, variables: V, options?: { signal?: AbortSignal }): Promise<R>;
  /** Listens. Leave the loop to stop; after a lost connection it goes on where it stood. */
  subscribe<R, V>(document: Document<R, V>, ...given: Given<V>): AsyncIterableIterator<R>;
  /** Who is signed in from now on: what `login` answered, or null. */
  useTokens(tokens: Tokens | null): void;
  readonly tokens: Tokens | null;
  /** Closes the socket. */
  close(): Promise<void>;
}

const isRefused = (error: unknown): boolean => error instanceof AtelierError && error.code === 'UNAUTHENTICATED';

/** `refreshSession`, the one operation the client sends of its own accord. */
const refreshSession = 'mutation RefreshSession($input: RefreshSessionInput!) { refreshSession(input: $input) { accessToken refreshToken accessTokenExpiresAt } }';

/** A client of one server, for one person. Needs `fetch`; subscriptions need the package graphql-ws. */
export function createClient(options: ClientOptions): AtelierClient {
  const fetch: Fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const language = options.locale === undefined ? {} : { 'accept-language': options.locale };
  const to = (token: string | null, signal?: AbortSignal) =>
    ({ url: options.url, fetch, signal, headers: { ...language, ...(token === null ? {} : { authorization: `Bearer ${token}` }) } });
  const session = new Session({
    tokens: typeof options.token === 'string' ? { accessToken: options.token } : (options.token ?? null),
    onTokens: options.onTokens ?? (() => undefined),
    refresh: async (refreshToken) => {
      const data = await send({ query: refreshSession, variables: { input: { refreshToken } } }, to(null));
      return (data as { refreshSession: Tokens }).refreshSession;
    },
  });
  const live = openLive({ url: options.url.replace(/^http/, 'ws'), session, webSocketImpl: options.webSocketImpl });

  async function ask(document: { toString(): string }, variables: unknown, signal?: AbortSignal): Promise<never> {
    const operation = { query: document.toString(), variables };
    const token = await session.current();
    try {
      return await send(operation, to(token, signal)) as never;
    } catch (error) {
      const next = isRefused(error) ? await session.instead(token) : null;
      if (next === null) throw error;
      return await send(operation, to(next, signal)) as never;
    }
  }

  return {
    query: (document, ...[variables]) => ask(document, variables),
    mutate: (document, ...[variables]) => againByKey(variables, () => ask(document, variables)),
    upload: (document, variables, { signal } = {}) => ask(document, variables, signal),
    subscribe: (document, ...[variables]) => live.subscribe({ query: document.toString(), variables }) as AsyncIterableIterator<never>,
    useTokens: (tokens) => session.set(tokens),
    get tokens() { return session.tokens; },
    close: () => live.close(),
  };
}
