import { setTimeout as sleep } from 'node:timers/promises';
import type { TestEnvironment } from './environment.ts';

export interface Answered {
  readonly status: number;
  readonly data: Record<string, unknown> | null;
  readonly errors: {
    message: string;
    extensions: { code: string; details?: Record<string, unknown>; requestId: string };
  }[];
  readonly code: string | undefined;
  readonly text: string;
}

/** One operation over real HTTP. */
export async function ask(
  env: Pick<TestEnvironment, 'url'>,
  query: string,
  { variables = {}, token }: { variables?: object; token?: string | undefined } = {},
): Promise<Answered> {
  const response = await fetch(`${env.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  return answered(response);
}

export async function answered(response: Response): Promise<Answered> {
  const text = await response.text();
  const body = (text === '' ? {} : JSON.parse(text)) as Partial<Answered>;
  const errors = body.errors ?? [];
  return { status: response.status, data: body.data ?? null, errors, code: errors[0]?.extensions.code, text };
}

export interface SentFile {
  readonly name: string;
  readonly type?: string;
  readonly bytes: Buffer;
}

/** One operation with files, by the multipart request specification; `files` by the path of their variable. */
export async function askWithFiles(
  env: Pick<TestEnvironment, 'url'>,
  query: string,
  { variables, token, files }: { variables: object; token?: string; files: Record<string, SentFile> },
): Promise<Answered> {
  const form = new FormData();
  form.set('operations', JSON.stringify({ query, variables }));
  form.set('map', JSON.stringify(Object.fromEntries(Object.keys(files).map((path, i) => [String(i), [path]]))));
  Object.values(files).forEach(({ name, type = 'application/octet-stream', bytes }, i) => {
    form.set(String(i), new Blob([new Uint8Array(bytes)], { type }), name);
  });
  return answered(
    await fetch(`${env.url}/graphql`, {
      method: 'POST',
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        'apollo-require-preflight': 'true',
      },
      body: form,
    }),
  );
}

/** Signs a seeded person in; answers the access token. */
export async function signIn(
  env: Pick<TestEnvironment, 'url' | 'people'>,
  role: 'ADMIN' | 'CUSTOMER' | 'PROOFREADER' | 'ARTISAN',
): Promise<string> {
  const { email, password } = env.people.get(role) as { email: string; password: string };
  const login = () =>
    ask(env, 'mutation ($input: LoginInput!) { login(input: $input) { ... on Session { accessToken } } }', {
      variables: { input: { email, password } },
    });
  let answer = await login();
  // A server on a machine that lags turns strangers away for a while.
  for (let tries = 1; answer.code === 'UNAVAILABLE' && tries < 60; tries += 1) {
    await sleep(1_000);
    answer = await login();
  }
  const { data } = answer;
  return (data as { login: { accessToken: string } }).login.accessToken;
}
