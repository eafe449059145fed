import { createClient, type Client } from 'graphql-ws/client';
import { asAtelierError, AtelierError, type AnsweredError } from './errors.ts';
import type { Operation } from './http.ts';
import { refusedOrigin } from './origin.ts';
import type { Session } from './session.ts';

export interface LiveOptions {
  /** Address of the API, `http` or `https`: the socket is at the same one. */
  readonly url: string;
  readonly session: Session;
  /** A WebSocket class, where the platform has none. */
  readonly webSocketImpl?: unknown;
}

export interface Live {
  /** Each event of one subscription; ends when the server completes it, throws when it refuses it. */
  subscribe(operation: Operation, signal?: AbortSignal): AsyncIterableIterator<unknown>;
  /** The session has ended: its subscriptions end. */
  leave(): void;
  close(): Promise<void>;
}

const forbidden = 4403;
const longestWaitMs = 30_000;

/** The socket's client: it reconnects for ever, and renews the token when the server closed the socket because of it. */
function createSocketClient({ url, session, webSocketImpl }: LiveOptions, listening: ReadonlySet<Events>): Client {
  let mustRenew = false;
  let isOpen = false;
  return createClient({
    url: url.replace(/^http/, 'ws'),
    ...(webSocketImpl === undefined ? {} : { webSocketImpl }),
    retryAttempts: Infinity,
    retryWait: (attempt) =>
      new Promise((done) => {
        setTimeout(done, Math.min(longestWaitMs, 500 * 2 ** attempt) * (0.5 + Math.random() / 2));
      }),
    // Whatever we throw ourselves is final: the session is over.
    shouldRetry: (error) => !(error instanceof AtelierError),
    connectionParams: async () => {
      const token = mustRenew ? await session.renew() : await session.current();
      if (token === null) throw new AtelierError('UNAUTHENTICATED', 'Sign in to listen.');
      mustRenew = false;
      return { token };
    },
    on: {
      opened: () => {
        isOpen = true;
      },
      closed: (event) => {
        // The server closes a socket so when its access token has ended.
        mustRenew = (event as { code?: number }).code === forbidden;
        // A socket that never opened may be one that this page is not allowed to open: trying again would be in vain.
        if (!isOpen)
          void refusedOrigin(url, event).then((error) => {
            if (error) for (const events of listening) events.fail(error);
          });
        isOpen = false;
      },
    },
  });
}

/** One socket for all subscriptions. It reconnects by itself, and each subscription resumes where it was. */
export function openLive(options: LiveOptions): Live {
  const listening = new Set<Events>();
  const client = createSocketClient(options, listening);
  return {
    subscribe: (operation, signal) => {
      const events = new Events();
      listening.add(events);
      const stop = listen(client, operation, events);
      const iterator = events.iterator(() => {
        listening.delete(events);
        stop();
      });
      const leave = (): void => void iterator.return?.();
      if (signal?.aborted === true) leave();
      signal?.addEventListener('abort', leave, { once: true });
      return iterator;
    },
    leave: () => {
      if (listening.size > 0) client.terminate();
    },
    close: async () => client.dispose(),
  };
}

interface LiveResult {
  readonly data?: unknown;
  readonly errors?: readonly AnsweredError[];
}

/** Returns a function that stops it. */
function listen(client: Client, { query, variables }: Operation, events: Events): () => void {
  // graphql-ws sends this very object again when it reconnects: the cursor in it is always the last one received.
  const payload = { query, variables: { ...(variables as Record<string, unknown>) } };
  return client.subscribe<unknown>(payload, {
    next: (result) => {
      const { data, errors } = result as LiveResult;
      if (errors !== undefined && errors.length > 0) return events.fail(asAtelierError(errors));
      payload.variables = { ...payload.variables, ...cursorOf(data) };
      events.add(data);
    },
    error: (error) => events.fail(asError(error)),
    complete: () => events.end(),
  });
}

function cursorOf(data: unknown): { after?: string } {
  const [event] = Object.values((data ?? {}) as Record<string, unknown>);
  const cursor = (event as { cursor?: unknown } | null | undefined)?.cursor;
  return typeof cursor === 'string' ? { after: cursor } : {};
}

function asError(error: unknown): AtelierError {
  if (error instanceof AtelierError) return error;
  if (Array.isArray(error)) return asAtelierError(error as AnsweredError[]);
  return new AtelierError('UNREACHABLE', 'The live connection ended.', { cause: error });
}

/** Received events that were not read yet, and the reader that waits for the next. */
class Events {
  readonly #come: unknown[] = [];
  #wake: () => void = () => undefined;
  #isOver = false;
  #error: AtelierError | undefined;

  add(event: unknown): void {
    this.#come.push(event);
    this.#wake();
  }

  end(): void {
    this.#isOver = true;
    this.#wake();
  }

  fail(error: AtelierError): void {
    this.#error ??= error;
    this.end();
  }

  async *#each(): AsyncGenerator<unknown, void> {
    for (;;) {
      while (this.#come.length > 0) yield this.#come.shift();
      if (this.#error) throw this.#error;
      if (this.#isOver) return;
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
  }

  /** `return()` ends the subscription even while `next()` waits, which a generator alone could not do. */
  iterator(stop: () => void): AsyncIterableIterator<unknown> {
    const each = this.#each();
    const leave = (): void => {
      stop();
      this.end();
    };
    return {
      next: async () => {
        const result = await each.next().catch((error: unknown) => {
          leave();
          throw error;
        });
        if (result.done === true) leave();
        return result;
      },
      return: async () => {
        this.#come.length = 0;
        leave();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}
