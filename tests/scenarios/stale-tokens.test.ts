// @lane sqlite at first: tokens are judged by the same code; their rows are those of sessions.test.ts.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  print,
  type GraphQLInputType,
} from 'graphql';
import { createClient, LoginDocument, MeDocument, PriceItemsDocument, type Tokens } from '../../sdk/index.ts';
import { newId, newSecret } from '../../src/services/kernel/ids.ts';
import { ask } from '../support/ask.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { bareRootFields, type RootField } from './authorization-matrix/documents.ts';
import { markOn } from '../../src/schema/shared/marks.ts';

/** Tokens that were good, or never were, sent along with what anyone may use. */
let env: TestEnvironment;
let fields: RootField[];
let stale: Record<string, string>;
const who = (): { email: string; password: string } => env.people.get('CUSTOMER') ?? { email: '', password: '' };
const login = 'mutation ($input: LoginInput!) { login(input: $input) { ... on Session { accessToken refreshToken } } }';
beforeAll(async () => {
  env = await openTestEnvironment();
  const schema = await env.app.schema();
  fields = bareRootFields(schema).filter(
    ({ root, field }) =>
      root !== 'Subscription' && (markOn(schema, field, 'public') ?? markOn(schema, field, 'auth')) !== undefined,
  );
  const { email, password } = who();
  const { data } = await ask(env, login, { variables: { input: { email, password } } });
  const { accessToken } = (data as { login: { accessToken: string } }).login;
  await ask(env, 'mutation { logout { endedSessions } }', { token: accessToken });
  const [head, body] = accessToken.split('.');
  stale = {
    'of a session that ended': accessToken,
    forged: `${head}.${body}.${newSecret()}`,
    'of a program': `atl_${newSecret()}`,
    nonsense: 'stale',
  };
});
afterAll(() => env.close());

/** Something of each type that the schema takes; good enough to be looked at. */
function sample(type: GraphQLInputType): unknown {
  if (!isNonNullType(type)) return undefined;
  if (isListType(type.ofType)) return [];
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (isInputObjectType(named))
    return Object.fromEntries(Object.values(named.getFields()).map((field) => [field.name, sample(field.type)]));
  return (
    { EmailAddress: 'personne@example.org', ID: newId(), Boolean: true, Int: 1, JSONObject: {} }[named.name] ?? 'x'
  );
}

const answerTo = async ({ field, document }: RootField, token?: string): Promise<[number, string | undefined]> => {
  const variables = Object.fromEntries(field.args.map(({ name, type }) => [name, sample(type)]));
  // Whoever is not known is turned away while the machine is overloaded: asked again then.
  for (;;) {
    const { status, code } = await ask(env, print(document), { variables, token });
    if (status !== 503) return [status, code];
    await sleep(200);
  }
};

test('what anyone may use answers whoever sends a stale token like somebody who sends none; the rest answers 401', async () => {
  const schema = await env.app.schema();
  const isPublic = ({ field }: RootField): boolean => markOn(schema, field, 'public') !== undefined;
  expect(fields.filter(isPublic).length).toBeGreaterThan(20);
  const found: Record<string, unknown> = {};
  const wanted: Record<string, unknown> = {};
  for (const one of fields) {
    const plain = await answerTo(one);
    for (const [name, token] of Object.entries(stale)) {
      found[`${one.name} ${name}`] = await answerTo(one, token);
      wanted[`${one.name} ${name}`] = isPublic(one) ? plain : [401, 'UNAUTHENTICATED'];
    }
  }
  expect(found).toEqual(wanted);
});

test('`login` with a stale token was 401: it signs in, whatever the token', async () => {
  const { email, password } = who();
  for (const token of Object.values(stale)) {
    const { status, data } = await ask(env, login, { variables: { input: { email, password } }, token });
    expect([status, data]).toEqual([
      200,
      { login: { accessToken: expect.any(String), refreshToken: expect.any(String) } },
    ]);
  }
});

test('one field that is not for anyone makes the whole operation ask for a good token', async () => {
  for (const document of [
    '{ errorKinds { code } me { id } }',
    '{ me { id } ...F } fragment F on Query { errorKinds { code } }',
    '{ __schema { queryType { name } } }',
  ]) {
    expect((await ask(env, document, { token: stale['forged'] })).code).toBe('UNAUTHENTICATED');
  }
  expect(
    (
      await ask(env, '{ errorKinds { code } ...F } fragment F on Query { priceItems { id } __typename }', {
        token: stale['forged'],
      })
    ).status,
  ).toBe(200);
  // Nobody could run it: what is wrong with it is said.
  expect((await ask(env, 'mutation { login }', { token: stale['forged'] })).code).toBe('DOCUMENT_INVALID');
});

test('a link that is its own proof works whatever token is sent along', async () => {
  const answers = await Promise.all(
    [`/files/${newId()}?grant=x`, '/privacy/processing-record.pdf?grant=x', '/auth/callback/google?code=x&state=y'].map(
      async (path) => {
        const [plain, sent] = await Promise.all(
          [{}, { authorization: `Bearer ${stale['forged']}` }].map((headers) =>
            fetch(`${env.url}${path}`, { headers, redirect: 'manual' }),
          ),
        );
        return [plain?.status, sent?.status];
      },
    ),
  );
  for (const [plain, sent] of answers) expect(sent).toBe(plain);
  expect(
    (await fetch(`${env.url}/files/${newId()}`, { headers: { authorization: `Bearer ${stale['forged']}` } })).status,
  ).toBe(401);
});

test('through the SDK too: with a stale pair, with a stale access token alone, and while no refresh is to be had', async () => {
  const past = new Date(Date.now() - 60_000).toISOString();
  const pairs: Record<string, Tokens> = {
    alone: { accessToken: stale['forged'] ?? '' },
    'alone, ended': { accessToken: stale['forged'] ?? '', accessTokenExpiresAt: past },
    pair: { accessToken: stale['forged'] ?? '', refreshToken: newSecret() },
    'pair, ended': { accessToken: stale['forged'] ?? '', refreshToken: newSecret(), accessTokenExpiresAt: past },
  };
  for (const token of Object.values(pairs)) {
    for (const isBroken of [false, true]) {
      const received: (Tokens | null)[] = [];
      const client = createClient({
        url: `${env.url}/graphql`,
        token,
        onTokens: (tokens) => void received.push(tokens),
        fetch: async (url, init) =>
          isBroken && String(init.body).includes('mutation RefreshSession')
            ? new Response('busy', { status: 503 })
            : fetch(url, init),
      });
      expect(
        await client
          .mutate(LoginDocument, { input: { email: who().email, password: who().password } })
          .then(({ login: answer }) => answer.__typename),
      ).toBe('Session');
      expect(Array.isArray((await client.query(PriceItemsDocument)).priceItems)).toBe(true);
      await expect(client.query(MeDocument)).rejects.toMatchObject({
        code: isBroken && token.refreshToken !== undefined ? 'ANSWER_UNREADABLE' : 'UNAUTHENTICATED',
      });
      if (!isBroken || token.refreshToken === undefined) expect([client.tokens, received.at(-1)]).toEqual([null, null]);
      await client.close();
    }
  }
});
