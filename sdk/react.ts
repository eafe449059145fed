import {
  createContext,
  createElement,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type { AtelierClient, Document, Given, UploadOptions } from './client.ts';
import { AtelierError } from './errors.ts';
import type { UploadProgress } from './progress.ts';
import type { Tokens } from './session.ts';

const ClientContext = createContext<AtelierClient | null>(null);

/** Provides a client to the components below. */
export const AtelierProvider = ({
  client,
  children,
}: {
  readonly client: AtelierClient;
  readonly children?: ReactNode;
}): ReactNode => createElement(ClientContext.Provider, { value: client }, children);

export function useAtelier(): AtelierClient {
  const client = useContext(ClientContext);
  if (client === null)
    throw new Error('Put an <AtelierProvider client={createClient({ url })}> around what uses these hooks.');
  return client;
}

/** The current tokens, null without a session. */
export function useTokens(): Tokens | null {
  const client = useAtelier();
  const read = useCallback(() => client.tokens, [client]);
  return useSyncExternalStore(client.onTokensChange, read, read);
}

export interface AsyncState<Result> {
  readonly data: Result | undefined;
  readonly error: AtelierError | undefined;
  readonly isLoading: boolean;
}

export interface HookOptions {
  /** No query is sent and no subscription opened while this is true. */
  readonly isPaused?: boolean | undefined;
}

/** A result, and the query it belongs to: the result of another one is not shown. */
interface Kept<Result> {
  readonly key: string;
  readonly asked?: object;
  readonly data: Result | undefined;
  readonly error: AtelierError | undefined;
}

const asError = (thrown: unknown): AtelierError =>
  thrown instanceof AtelierError
    ? thrown
    : new AtelierError('UNREACHABLE', thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });

const keyOf = (document: { toString(): string }, variables: unknown): string =>
  JSON.stringify([document.toString(), variables]);

/**
 * Runs a query when the component mounts, and again when the variables change (compared by value). A pending request is
 * aborted when the component unmounts.
 */
export function useQuery<R, V>(
  document: Document<R, V>,
  ...given: Given<V, HookOptions>
): AsyncState<R> & { readonly refetch: () => void } {
  const client = useAtelier();
  const [variables, { isPaused = false } = {}] = given;
  const key = keyOf(document, variables);
  const [kept, keep] = useState<Kept<R>>();
  const [asked, setAsked] = useState({ round: 0 });
  useEffect(() => {
    if (isPaused) return undefined;
    const abort = new AbortController();
    const end = (result: Kept<R>): void => {
      if (!abort.signal.aborted) keep(result);
    };
    client.query(document, ...([variables, { signal: abort.signal }] as unknown as Given<V>)).then(
      (data) => end({ key, asked, data, error: undefined }),
      (thrown: unknown) => end({ key, asked, data: undefined, error: asError(thrown) }),
    );
    return () => abort.abort();
    // The key represents the document and the variables, which are new objects at each rendering.
  }, [client, key, asked, isPaused]);
  const isCurrent = kept?.key === key;
  return {
    data: isCurrent ? kept.data : undefined,
    error: isCurrent ? kept.error : undefined,
    isLoading: !isPaused && !(isCurrent && kept.asked === asked),
    refetch: useCallback(() => setAsked(({ round }) => ({ round: round + 1 })), []),
  };
}

export interface MutationState<R> extends AsyncState<R> {
  /** How far the files are, when there are some. */
  readonly progress: UploadProgress | undefined;
  readonly reset: () => void;
}

interface Doing<R> extends AsyncState<R> {
  readonly progress: UploadProgress | undefined;
}

const idle = { data: undefined, error: undefined, isLoading: false, progress: undefined } as const;

/**
 * Runs a mutation, files included, when `run` is called; `run` returns the server's result, or throws AtelierError. The
 * state is that of the last call. Unmounting does not abort the mutation: pass a `signal` for that.
 */
export function useMutation<R, V>(
  document: Document<R, V>,
): [run: (...given: Given<V, UploadOptions>) => Promise<R>, state: MutationState<R>] {
  const client = useAtelier();
  const [state, setState] = useState<Doing<R>>(idle);
  const last = useRef<object | null>(null);
  useEffect(
    () => () => {
      last.current = null;
    },
    [],
  );
  const run = useCallback(
    async (...[variables, options = {}]: Given<V, UploadOptions>): Promise<R> => {
      const call = {};
      last.current = call;
      const show = (next: Partial<Doing<R>>): void => {
        if (last.current === call) setState((now) => ({ ...now, ...next }));
      };
      show({ ...idle, isLoading: true });
      try {
        const data = await client.upload(document, variables as V, {
          ...options,
          onProgress: (progress) => {
            show({ progress });
            options.onProgress?.(progress);
          },
        });
        show({ data, isLoading: false });
        return data;
      } catch (thrown) {
        show({ error: asError(thrown), isLoading: false });
        throw thrown;
      }
    },
    [client, document],
  );
  const reset = useCallback(() => {
    last.current = null;
    setState(idle);
  }, []);
  return [run, { ...state, reset }];
}

export interface SubscriptionOptions<R> extends HookOptions {
  /** Called for each event; the state holds only the last one. */
  readonly onEvent?: ((event: R) => void) | undefined;
}

export interface SubscriptionState<R> {
  /** The last event. */
  readonly data: R | undefined;
  readonly error: AtelierError | undefined;
  /** True until the server ends the subscription or refuses it. */
  readonly isListening: boolean;
}

/** Subscribes while the component is mounted and the variables are the same. */
export function useSubscription<R, V>(
  document: Document<R, V>,
  ...given: Given<V, SubscriptionOptions<R>>
): SubscriptionState<R> {
  const client = useAtelier();
  const [variables, { isPaused = false, onEvent } = {}] = given;
  const key = keyOf(document, variables);
  const [state, setState] = useState<Kept<R> & { readonly isOver: boolean }>();
  const hear = useRef(onEvent);
  useEffect(() => {
    hear.current = onEvent;
  });
  useEffect(() => {
    if (isPaused) return undefined;
    let isHere = true;
    const events = client.subscribe(document, ...([variables] as unknown as Given<V>));
    const show = (next: Partial<Kept<R>> & { isOver: boolean }): void => {
      if (isHere)
        setState((now) => ({ data: now?.key === key ? now.data : undefined, error: undefined, ...next, key }));
    };
    const listen = async (): Promise<void> => {
      for await (const data of events) {
        if (!isHere) return;
        show({ data, isOver: false });
        hear.current?.(data);
      }
      show({ isOver: true });
    };
    listen().catch((thrown: unknown) => show({ error: asError(thrown), isOver: true }));
    return () => {
      isHere = false;
      void events.return?.();
    };
  }, [client, key, isPaused]);
  const isCurrent = state?.key === key;
  return {
    data: isCurrent ? state.data : undefined,
    error: isCurrent ? state.error : undefined,
    isListening: !isPaused && !(isCurrent && state.isOver),
  };
}
