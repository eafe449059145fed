// @lane sqlite: proves how tokens are verified.
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SocketClient } from '../resolvers/graphql/socket-client.ts';
import { environmentSigningKey } from '../../src/services/adapters/access-tokens/key-ring.ts';
import { registrationSecret } from '../../src/services/identity/account/registrations/registration-token.ts';
import { newId, newSecret } from '../../src/services/kernel/ids.ts';
import { ask } from '../support/ask.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';

/** Tokens that are not access tokens of ours, shown over HTTP and over a socket. */
const secret = 'a test secret of thirty-two bytes or more';
const { kid } = environmentSigningKey(secret).current;

let env: TestEnvironment;
let sink: Server;
let sinkUrl: string;
let calls = 0;
let session: { accessToken: string; refreshToken: string };
beforeAll(async () => {
  sink = createServer((socket) => {
    calls += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve));
  sinkUrl = `http://127.0.0.1:${(sink.address() as AddressInfo).port}`;
  env = await openTestEnvironment({ environment: { JWT_SECRET: secret } });
  const { email, password } = env.people.get('CUSTOMER') ?? { email: '', password: '' };
  const { data } = await ask(
    env,
    'mutation ($input: LoginInput!) { login(input: $input) { ... on Session { accessToken refreshToken } } }',
    { variables: { input: { email, password } } },
  );
  session = (data as { login: typeof session }).login;
});
afterAll(async () => {
  await env.close();
  await new Promise((resolve) => sink.close(resolve));
});

const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const read = (token: string, index: number): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[index] ?? '', 'base64url').toString()) as Record<string, unknown>;
const signed = (head: unknown, body: unknown, key = secret): string => {
  const text = `${part(head)}.${part(body)}`;
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
};

/** The token of a mail that somebody who registers is sent. */
async function mailedToken(): Promise<string> {
  const input = {
    email: 'hostile@example.org',
    password: 'Un-Cheval-Bleu-42',
    firstName: 'Camille',
    lastName: 'Morel',
    locale: 'FR',
    consents: [
      { purpose: 'TERMS', policyVersion: '2026-11-20' },
      { purpose: 'PRIVACY', policyVersion: '2026-11-20' },
    ],
  };
  const { errors } = await ask(env, 'mutation ($input: RegisterInput!) { register(input: $input) { email } }', {
    variables: { input },
  });
  expect(errors).toEqual([]);
  const { db, derived } = env.contextFor();
  const { id } = await db
    .selectFrom('pending_registration')
    .select('id')
    .where('email', '=', input.email)
    .executeTakeFirstOrThrow();
  return registrationSecret(derived, id);
}

test('each is refused with 401 over HTTP and over a socket, and nobody is called', async () => {
  const [head, body] = [read(session.accessToken, 0), read(session.accessToken, 1)];
  const seconds = Math.floor(Date.now() / 1000);
  const [, goodBody, goodSignature] = session.accessToken.split('.') as [string, string, string];
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const withBody = (more: object): string => signed(head, { ...body, ...more });
  const withHead = (more: object): string => signed({ ...head, ...more }, body);
  const tokens: Record<string, string> = {
    'alg none': `${part({ ...head, alg: 'none' })}.${goodBody}.`,
    'HS256 under a public key': signed(head, body, publicKey.export({ type: 'spki', format: 'pem' }).toString()),
    'kid that climbs': signed({ ...head, kid: '../../dev/null' }, body, ''),
    'unknown kid': withHead({ kid: 'other' }),
    'kid that is an address': withHead({ kid: `${sinkUrl}/key` }),
    'another issuer': withBody({ iss: 'https://evil.example.org' }),
    'another audience': withBody({ aud: 'other-api' }),
    'another type': withHead({ typ: 'JWT' }),
    'expired a second ago': withBody({ exp: seconds - 1 }),
    'not before a minute from now': withBody({ nbf: seconds + 61 }),
    jku: withHead({ jku: `${sinkUrl}/jku` }),
    x5u: withHead({ x5u: `${sinkUrl}/x5u` }),
    jwk: withHead({ jwk: { kty: 'oct', k: part(secret) } }),
    'a claim given twice': signed(head, JSON.stringify(body).replace('"sv":', '"sv":0,"sv":')),
    '10 KB': withBody({ jti: 'x'.repeat(10_000) }),
    'another person, unsigned': `${part(head)}.${part({ ...body, sub: newId() })}.${goodSignature}`,
    'another person, in this session': withBody({ sub: newId() }),
    'a session that is not': withBody({ sid: newId() }),
    'another version of the sessions': withBody({ sv: 99 }),
    'a refresh token': session.refreshToken,
    'the token of a mail': await mailedToken(),
    'an invented token of a program': `atl_${newSecret()}`,
    'nothing of the kind': 'Bearer',
  };
  expect(withBody({})).toBe(session.accessToken);
  expect((await ask(env, '{ me { id } }', { token: session.accessToken })).status).toBe(200);
  const answers: Record<string, unknown> = {};
  for (const [name, token] of Object.entries(tokens)) {
    const over = await ask(env, '{ me { id } }', { token });
    const socket = new SocketClient(env.url);
    await socket.opened;
    socket.say({ type: 'connection_init', payload: { token } });
    const end = await Promise.race([
      socket.closed.then(({ code }) => code),
      socket
        .until(({ type }) => type === 'connection_ack')
        .then(
          () => 'let in',
          () => 'closed',
        ),
    ]);
    socket.end();
    answers[name] = [over.status, over.code, over.data, typeof end === 'number' || end === 'closed' ? 'closed' : end];
  }
  expect(answers).toEqual(
    Object.fromEntries(Object.keys(tokens).map((name) => [name, [401, 'UNAUTHENTICATED', null, 'closed']])),
  );
  expect(calls).toBe(0);
  expect(kid).toBe(head['kid']);
});
