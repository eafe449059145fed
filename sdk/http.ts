import { asAtelierError, AtelierError, type AnsweredError } from './errors.ts';
import { multipart, takeFiles } from './upload.ts';

export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

export interface Operation {
  readonly query: string;
  readonly variables: unknown;
}

export interface Sending {
  readonly url: string;
  readonly fetch: Fetch;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/** Sends one operation, by multipart when its variables hold files. Answers its data; throws AtelierError. */
export async function send({ query, variables }: Operation, to: Sending): Promise<unknown> {
  const response = await reach(to, requestOf(query, variables));
  const answer = await read(response);
  if (answer.errors !== undefined && answer.errors.length > 0) throw asAtelierError(answer.errors);
  return answer.data;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly AnsweredError[];
}

function requestOf(query: string, variables: unknown): RequestInit {
  const { plain, files } = takeFiles(variables ?? {});
  const operations = { query, variables: plain };
  if (files.length === 0) return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(operations) };
  const { body, contentType } = multipart(operations, files);
  // The server asks for this header, which no page of another site can send unasked.
  const headers = { 'apollo-require-preflight': 'true', ...(contentType === undefined ? {} : { 'content-type': contentType }) };
  // `duplex` is required for a body that is a stream; DOM types do not know it yet.
  return { headers, body, ...(body instanceof FormData ? {} : { duplex: 'half' }) } as RequestInit;
}

async function reach({ url, fetch, headers, signal }: Sending, init: RequestInit): Promise<Response> {
  const all = { accept: 'application/graphql-response+json, application/json;q=0.9', ...headers, ...(init.headers as Record<string, string>) };
  try {
    return await fetch(url, { ...init, method: 'POST', headers: all, ...(signal === undefined ? {} : { signal }) });
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    throw new AtelierError('UNREACHABLE', 'The server could not be reached.', { cause });
  }
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text().catch((cause: unknown) => {
    throw new AtelierError('UNREACHABLE', 'The answer was cut off.', { cause });
  });
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer)) return answer as Answer;
  } catch {
    // falls through: not JSON
  }
  throw new AtelierError('ANSWER_UNREADABLE', `The server answered ${response.status} with something that is not GraphQL.`, {
    details: { status: response.status }, requestId: response.headers.get('x-request-id'),
  });
}
