import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { Kind, parse, print, separateOperations, type DocumentNode } from 'graphql';
import { createClient } from 'graphql-ws/client';
import { atelier, find, nameNow, show } from './ask.ts';
import { sendFiles, withFiles } from './files.ts';
import { rememberTicket, withProof } from './forms.ts';
import { stepUp } from './proof.ts';

/** The server closes a socket so when the access token has ended. */
const tokenEnded = 4403;

function liveClient() {
  let refused: string | null | undefined;
  let shown: string | null = null;
  return createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    retryAttempts: 20,
    shouldRetry: () => true,
    connectionParams: async () => {
      shown = await atelier.accessToken(refused === undefined ? {} : { insteadOf: refused });
      refused = undefined;
      return shown === null ? {} : { token: shown };
    },
    on: {
      closed: (event) => {
        if ((event as CloseEvent).code === tokenEnded) refused = shown;
      },
    },
  });
}

/** GraphiQL's fetcher; its requests carry the current token, files, and a re-authentication where it is required. */
export function createFetcher(): Fetcher {
  const fetcher = createGraphiQLFetcher({
    url: '/graphql',
    fetch: send as typeof fetch,
    wsClient: liveClient(),
    enableIncrementalDelivery: false,
  });
  return (operation, options) => fetcher(chosenOf(operation), options);
}

type Operation = Parameters<Fetcher>[0];

/**
 * A tab holds several operations, their fragments and the variables of them all; the server is sent what the chosen
 * operation uses. A text that cannot be parsed is sent as it is, and the server says what is wrong.
 */
function chosenOf(operation: Operation): Operation {
  const { query, operationName, variables } = operation;
  const operations = operationsIn(query);
  const [only, ...others] = Object.values(operations);
  const chosen = others.length === 0 ? only : operations[operationName ?? ''];
  return {
    ...operation,
    query: chosen && others.length > 0 ? print(chosen) : query,
    variables: pick((variables ?? {}) as Record<string, unknown>, declaredBy(chosen)),
  };
}

function operationsIn(query: string): Record<string, DocumentNode> {
  try {
    return separateOperations(parse(query));
  } catch {
    return {};
  }
}

const declaredBy = (document: DocumentNode | undefined): readonly string[] =>
  (document?.definitions ?? []).flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION
      ? (each.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
      : [],
  );

const pick = (values: Record<string, unknown>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));

interface Answer {
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

const codeOf = (answer: Answer): string | undefined => answer.errors?.[0]?.extensions?.code;

async function send(
  _url: string,
  { body, headers }: { body: string; headers: Record<string, string> },
): Promise<Response> {
  const written = JSON.parse(body) as { variables?: unknown };
  const operation = { ...written, variables: await withProof(written.variables) };
  const variables = await withFiles(operation.variables);
  const isUpload = JSON.stringify(variables) !== JSON.stringify(operation.variables);
  const once = async (token: string | null): Promise<Response> => {
    const all = { ...headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
    return isUpload
      ? sendFiles({ ...operation, variables }, all)
      : fetch('/graphql', { method: 'POST', headers: all, body: JSON.stringify(operation) });
  };
  const response = await answerOf(once);
  if (isUpload) show(nameNow());
  const answer: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  rememberTicket(answer);
  showLinks(answer);
  return response;
}

async function answerOf(once: (token: string | null) => Promise<Response>): Promise<Response> {
  const token = await atelier.accessToken();
  const response = await once(token);
  const code = codeOf(
    (await response
      .clone()
      .json()
      .catch(() => ({}))) as Answer,
  );
  if (code === 'UNAUTHENTICATED' && token !== null) {
    const next = await atelier.accessToken({ insteadOf: token });
    return next === null ? response : once(next);
  }
  if (code === 'STEP_UP_REQUIRED' && (await stepUp())) return once(await atelier.accessToken());
  return response;
}

/** Links in a response: a payment page, a download. */
function showLinks(answer: unknown): void {
  const links = linksIn(answer)
    .slice(0, 4)
    .map(([name, url]) => {
      const link = document.createElement('a');
      Object.assign(link, { href: url, target: '_blank', rel: 'noopener', textContent: `Open ${name} ↗` });
      return link;
    });
  find('links').replaceChildren(...links);
}

function linksIn(value: unknown, name = ''): [name: string, url: string][] {
  if (typeof value === 'string')
    return /url$/i.test(name) && /^https?:\/\//.test(value)
      ? [[`${name}: ${new URL(value).pathname.slice(0, 24)}…`, value]]
      : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => linksIn(item, key));
}
