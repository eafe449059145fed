import { asAtelierError, AtelierError, type AnsweredError } from './errors.ts';
import { unanswered } from './origin.ts';
import { fetchWithProgress, isBrowser, type OnProgress } from './progress.ts';
import { inMemory, multipart, sizeOf, takeFiles } from './upload.ts';

export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

export interface Operation {
  readonly query: string;
  readonly variables: unknown;
}

/** The same, its text named by its hash. */
export interface HashedOperation {
  readonly variables: unknown;
  readonly extensions: { readonly persistedQuery: { readonly version: 1; readonly sha256Hash: string } };
}

export interface Sending {
  readonly url: string;
  /** Default: the platform's own. */
  readonly fetch?: Fetch | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/** Sends one operation, as multipart when its variables hold files. Returns its data; throws AtelierError. */
export async function send(operation: Operation | HashedOperation, to: Sending): Promise<unknown> {
  const response = await reach(to, await requestOf(operation, to.onProgress));
  const answer = await read(response);
  if (answer.errors !== undefined && answer.errors.length > 0) throw asAtelierError(answer.errors);
  return answer.data;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly AnsweredError[];
}

interface Request {
  readonly init: RequestInit;
  /** Bytes of its files; null when the size of one is unknown. */
  readonly fileBytes: number | null;
}

async function requestOf(operation: Operation | HashedOperation, onProgress: OnProgress | undefined): Promise<Request> {
  const { plain, files: found } = takeFiles(operation.variables ?? {});
  const operations = { ...operation, variables: plain };
  if (found.length === 0)
    return {
      init: { headers: { 'content-type': 'application/json' }, body: JSON.stringify(operations) },
      fileBytes: 0,
    };
  const files = isBrowser() ? await inMemory(found) : found;
  const { body, contentType } = multipart(operations, files, isBrowser() ? undefined : onProgress);
  // The server requires this header, which a page of another site cannot send without a CORS preflight.
  const headers = {
    'apollo-require-preflight': 'true',
    ...(contentType === undefined ? {} : { 'content-type': contentType }),
  };
  // `duplex` is required for a stream as the body; DOM types do not declare it yet.
  return {
    init: { headers, body, ...(body instanceof FormData ? {} : { duplex: 'half' }) } as RequestInit,
    fileBytes: sizeOf(files),
  };
}

function fetchOf({ fetch, onProgress }: Sending, { init, fileBytes }: Request): Fetch {
  if (fetch !== undefined) return fetch;
  if (onProgress !== undefined && init.body instanceof FormData && isBrowser())
    return fetchWithProgress(onProgress, fileBytes);
  return (input, given) => globalThis.fetch(input, given);
}

async function reach(to: Sending, request: Request): Promise<Response> {
  const { url, headers, signal } = to;
  const { init } = request;
  const all = {
    accept: 'application/graphql-response+json, application/json;q=0.9',
    ...headers,
    ...(init.headers as Record<string, string>),
  };
  try {
    return await fetchOf(to, request)(url, {
      ...init,
      method: 'POST',
      headers: all,
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    throw await unanswered(url, cause);
  }
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text().catch((cause: unknown) => {
    throw new AtelierError('UNREACHABLE', 'The answer was cut off.', { cause });
  });
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer))
      return answer as Answer;
  } catch {
    // falls through: not JSON
  }
  throw new AtelierError(
    'ANSWER_UNREADABLE',
    `The server answered ${response.status} with something that is not GraphQL.`,
    {
      details: { status: response.status },
      requestId: response.headers.get('x-request-id'),
    },
  );
}
