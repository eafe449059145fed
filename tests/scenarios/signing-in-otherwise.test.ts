import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openidSso } from '../../src/services/adapters/sso/openid-client.ts';
import { startIdentityProvider, type IdentityProvider } from '../services/adapters/sso/identity-provider.ts';
import { ask, signIn, type Answered } from '../support/ask.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { until } from '../support/until.ts';

let idp: IdentityProvider;
let env: TestEnvironment;
beforeAll(async () => {
  idp = await startIdentityProvider();
  env = await openTestEnvironment({
    services: { sso: openidSso({ clients: { GOOGLE: idp.client }, isInsecureAllowed: true }) },
  });
  idp.allow(`${env.url}/auth/callback/google`);
  idp.people.set('camille', {
    email: 'camille@example.org',
    email_verified: true,
    given_name: 'Camille',
    family_name: 'Morel',
  });
});
afterAll(async () => {
  await env.close();
  await idp.stop();
});

const begin = 'mutation ($input: OauthAuthorizeUrlInput!) { oauthAuthorizeUrl(input: $input) { url proof } }';
const finish =
  'mutation ($input: SignInWithOauthInput!) { signInWithOauth(input: $input) { isProofMailed session { accessToken user { email } } } }';
const consents = [
  { purpose: 'TERMS', policyVersion: '2026-11-20' },
  { purpose: 'PRIVACY', policyVersion: '2026-11-20' },
];

/** What a browser does: to the provider, back to the server, on to the front-end. */
async function travel(purpose = 'SIGN_IN', token?: string): Promise<{ code: string; proof: string; passed: string[] }> {
  const { data } = await ask(env, begin, { variables: { input: { provider: 'GOOGLE', purpose } }, token });
  const { url, proof } = (data as { oauthAuthorizeUrl: { url: string; proof: string } }).oauthAuthorizeUrl;
  const back = await idp.visit(url, 'camille');
  const response = await fetch(back, { redirect: 'manual' });
  expect([response.status, response.headers.get('cache-control'), response.headers.get('referrer-policy')]).toEqual([
    303,
    'no-store',
    'no-referrer',
  ]);
  const target = response.headers.get('location') ?? '';
  expect(target).toMatch(new RegExp(`^${env.url}/auth/callback\\?code=[\\w-]{43}$`));
  return { code: new URL(target).searchParams.get('code') ?? '', proof, passed: [url, back, target] };
}

const outcomeOf = ({
  data,
  code,
}: Answered): { isProofMailed: boolean; session: { accessToken: string; user: { email: string } } | null } => {
  if (code !== undefined) throw new Error(code);
  return (Object.values(data ?? {}) as never[])[0] as never;
};

test('Camille signs in with Google, follows the mail, comes back, and no token was ever in an address', async () => {
  expect((await ask(env, '{ oauthProviders }')).data).toEqual({ oauthProviders: ['GOOGLE'] });
  const first = await travel();
  const { code, proof } = first;
  expect(outcomeOf(await ask(env, finish, { variables: { input: { code, proof, consents } } }))).toEqual({
    isProofMailed: true,
    session: null,
  });

  const mails = async () =>
    ((await env.app.services.mailbox?.list(50)) ?? []).filter(({ to }) => to.email === 'camille@example.org');
  await until('the mail is there', async () => (await mails()).length > 0);
  const [mail] = await mails();
  expect(mail?.subject).toBe('Confirmez votre connexion avec Google');
  const link = mail?.links.find((url) => url.includes('/confirm-identity')) ?? '';
  // Without a front-end, the server shows what one would ask for.
  expect(await (await fetch(link)).text()).toContain('confirmIdentity');
  const token = new URL(link).searchParams.get('token');
  const confirmed = outcomeOf(
    await ask(
      env,
      'mutation ($input: ConfirmIdentityInput!) { confirmIdentity(input: $input) { isProofMailed session { accessToken refreshToken user { email role status locale displayName createdAt } } } }',
      { variables: { input: { token, proof } } },
    ),
  );
  expect(confirmed.session?.user).toMatchObject({
    email: 'camille@example.org',
    role: 'CUSTOMER',
    status: 'ACTIVE',
    locale: 'FR',
    displayName: 'Camille Morel',
    createdAt: expect.stringMatching(/^2\d{3}-.*Z$/),
  });

  const again = await travel();
  const { session } = outcomeOf(
    await ask(env, finish, { variables: { input: { code: again.code, proof: again.proof } } }),
  );
  expect(
    (await ask(env, '{ me { email status } myIdentities { provider } }', { token: session?.accessToken })).data,
  ).toEqual({ me: { email: 'camille@example.org', status: 'ACTIVE' }, myIdentities: [{ provider: 'GOOGLE' }] });
  const addresses = [...first.passed, ...again.passed].join(' ');
  for (const secret of [first.code, first.proof, token ?? '', again.code, again.proof, 'camille@example.org'])
    expect(env.logs.text()).not.toContain(secret);
  for (const secret of [first.proof, again.proof, confirmed.session?.accessToken ?? '', session?.accessToken ?? ''])
    expect(addresses).not.toContain(secret);
});

test('Camille, who has no password, proves that it is her by signing in at Google again, and has her account erased', async () => {
  const { code, proof } = await travel();
  const { session } = outcomeOf(await ask(env, finish, { variables: { input: { code, proof } } }));
  const token = session?.accessToken;
  expect(
    (
      await ask(
        env,
        '{ step: myReauthenticationMethods(purpose: STEP_UP) erasure: myReauthenticationMethods(purpose: ERASURE) }',
        {
          token,
        },
      )
    ).data,
  ).toEqual({ step: ['IDENTITY'], erasure: ['IDENTITY'] });
  const stepUp = 'mutation ($input: StepUpInput!) { stepUp(input: $input) { provenUntil } }';
  const refused = await ask(env, stepUp, { variables: { input: { password: 'Un-Cheval-Bleu-42' } }, token });
  expect([refused.code, refused.errors[0]?.extensions.details]).toEqual([
    'STEP_UP_REQUIRED',
    { methods: ['IDENTITY'] },
  ]);
  const again = await travel('STEP_UP', token);
  expect(
    (
      await ask(env, stepUp, {
        variables: { input: { method: 'IDENTITY', identity: { code: again.code, proof: again.proof } } },
        token,
      })
    ).errors,
  ).toEqual([]);
  const erase = 'mutation ($input: EraseMyAccountInput!) { eraseMyAccount(input: $input) { id } }';
  const once = { reason: 'PRIVACY', method: 'IDENTITY', identity: { code: again.code, proof: again.proof } };
  expect((await ask(env, erase, { variables: { input: once }, token })).code).toBe('TOKEN_INVALID');
  const last = await travel('ERASURE', token);
  expect(
    (
      await ask(env, erase, {
        variables: { input: { ...once, identity: { code: last.code, proof: last.proof } } },
        token,
      })
    ).errors,
  ).toEqual([]);
  expect((await ask(env, '{ me { id } }', { token })).code).toBe('UNAUTHENTICATED');
});

test('the return route knows its providers, and answers unknown ones with a code', async () => {
  const at = (path: string) => fetch(`${env.url}/auth/callback/${path}`, { redirect: 'manual' });
  expect((await at('github?code=1&state=1')).status).toBe(404);
  const stray = await at('google?code=1&state=1');
  expect([stray.status, stray.headers.get('location')]).toEqual([303, `${env.url}/auth/callback?error=TOKEN_INVALID`]);
});

test('a signed-in customer cannot link an address that is not theirs, and a stranger cannot begin to', async () => {
  const token = await signIn(env, 'CUSTOMER');
  const { code, proof } = await travel('LINK', token);
  const link = 'mutation ($input: LinkIdentityInput!) { linkIdentity(input: $input) { id } }';
  expect((await ask(env, link, { variables: { input: { code, proof } }, token })).code).toBe('IDENTITY_EMAIL_DIFFERS');
  expect((await ask(env, link, { variables: { input: { code, proof } } })).code).toBe('UNAUTHENTICATED');
  expect((await ask(env, begin, { variables: { input: { provider: 'GOOGLE', purpose: 'LINK' } } })).code).toBe(
    'UNAUTHENTICATED',
  );
  expect((await ask(env, begin, { variables: { input: { provider: 'MICROSOFT' } } })).code).toBe('SSO_NOT_OFFERED');
});

test('secrets of an OAuth flow are tried one at a time', async () => {
  const { code } = await ask(env, 'mutation { a: passkeySignInOptions b: passkeySignInOptions }');
  expect(code).toBe('DOCUMENT_TOO_COMPLEX');
});
