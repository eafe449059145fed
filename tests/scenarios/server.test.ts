import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';

let env: TestEnvironment;
beforeAll(async () => {
  env = await openTestEnvironment();
});
afterAll(() => env.close());

const ask = async (query: string, variables: object = {}, token?: string) => {
  const response = await fetch(`${env.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as { data: Record<string, never> | null; errors?: { extensions: { code: string } }[] };
};

test('a person of each role signs in with the password they were shown, and sees themself', async () => {
  for (const [role, { email, password }] of env.people) {
    const signedIn = await ask(
      'mutation ($input: LoginInput!) { login(input: $input) { ... on Session { accessToken } } }',
      { input: { email, password } },
    );
    const { accessToken } = (signedIn.data as unknown as { login: { accessToken: string } }).login;
    expect((await ask('{ me { email role } }', {}, accessToken)).data).toEqual({ me: { email, role } });
  }
  expect((await ask('{ me { email } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('it reports that it is healthy and ready', async () => {
  expect((await fetch(`${env.url}/health`)).status).toBe(200);
  expect((await fetch(`${env.url}/ready`)).status).toBe(200);
  expect(await (await fetch(`${env.url}/metrics`)).text()).toContain('http_requests_total');
});
