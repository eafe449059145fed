import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash, createHmac, generateKeyPairSync, createSign } from 'node:crypto';
import { openidSso, microsoftIssuer } from '../../../../src/services/adapters/sso/openid-client.ts';
import { SsoFailure, type SsoPort } from '../../../../src/services/adapters/sso/port.ts';
import { newSecret } from '../../../../src/services/kernel/ids.ts';
import {
  clientId,
  clientSecret,
  startIdentityProvider,
  type Claims,
  type IdentityProvider,
} from './identity-provider.ts';

const redirectUri = 'http://127.0.0.1:9/auth/callback/google';
const camille = {
  email: 'Camille@Example.org',
  email_verified: true,
  given_name: 'Camille',
  family_name: 'Morel',
  name: 'Camille Morel',
};

let idp: IdentityProvider;
let sso: SsoPort;
beforeAll(async () => {
  idp = await startIdentityProvider();
});
afterAll(() => idp.stop());
beforeEach(() => {
  idp.people.set('camille', camille);
  sso = openidSso({ clients: { GOOGLE: idp.client }, isInsecureAllowed: true });
});
afterEach(() => {
  idp.tamper = undefined;
  idp.forge = undefined;
  idp.mode = 'up';
});

const secrets = () => ({ state: newSecret(), nonce: newSecret(), verifier: newSecret() });

/** A whole OAuth flow; `change` may alter the address that the browser comes back to. */
async function travel(change: (back: URL) => void = () => undefined) {
  const flow = secrets();
  const back = new URL(await idp.visit(await sso.authorizeUrl('GOOGLE', redirectUri, flow), 'camille'));
  change(back);
  return { flow, back: back.href };
}

/** Why a flow was refused. */
async function refusal(promise: Promise<unknown>): Promise<string> {
  try {
    return `believed: ${JSON.stringify(await promise)}`;
  } catch (error) {
    if (!(error instanceof SsoFailure)) throw error;
    return `${error.kind} ${error.reason}`;
  }
}

const outcomeWith = async (tamper: (claims: Claims) => Claims): Promise<string> => {
  idp.tamper = tamper;
  const { back, flow } = await travel();
  return refusal(sso.readReturn('GOOGLE', back, flow));
};

test('a whole flow says who signed in', async () => {
  const { back, flow } = await travel();
  expect(await sso.readReturn('GOOGLE', back, flow)).toEqual({
    issuer: idp.url,
    subject: 'camille',
    email: 'camille@example.org',
    isEmailVerified: true,
    givenName: 'Camille',
    familyName: 'Morel',
    fullName: 'Camille Morel',
    signedInAgo: expect.any(Number),
  });
});

test('the provider is asked with code, PKCE, state and nonce, and refuses a flow without PKCE', async () => {
  const flow = secrets();
  const url = new URL(await sso.authorizeUrl('GOOGLE', redirectUri, flow));
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    state: flow.state,
    nonce: flow.nonce,
    scope: 'openid email profile',
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(flow.verifier).digest('base64url'),
  });
  expect(url.href).not.toContain(flow.verifier);
  expect(url.href).not.toContain(clientSecret);
  url.searchParams.delete('code_challenge');
  url.searchParams.delete('code_challenge_method');
  const back = new URL(await idp.visit(url.href, 'camille'));
  expect(back.searchParams.get('error')).toBe('invalid_request');
  expect(await refusal(sso.readReturn('GOOGLE', back.href, flow))).toBe('REFUSED invalid_request');
});

test('a code is good once', async () => {
  const { back, flow } = await travel();
  await sso.readReturn('GOOGLE', back, flow);
  expect(await refusal(sso.readReturn('GOOGLE', back, flow))).toBe('REFUSED invalid_grant');
});

test('a stolen code is worth nothing without the verifier it was asked for with', async () => {
  const { back, flow } = await travel();
  expect(await refusal(sso.readReturn('GOOGLE', back, { ...flow, verifier: newSecret() }))).toBe(
    'REFUSED invalid_grant',
  );
});

describe('what came back must belong to the flow', () => {
  test.each<[string, (back: URL) => void]>([
    ['another state', (back) => back.searchParams.set('state', newSecret())],
    ['no state', (back) => back.searchParams.delete('state')],
    ['two states', (back) => back.searchParams.append('state', newSecret())],
    ['the name of another issuer (a mix-up)', (back) => back.searchParams.set('iss', 'https://honest.example.org')],
    ['no issuer, where the provider always names itself', (back) => back.searchParams.delete('iss')],
    ['no code', (back) => back.searchParams.delete('code')],
  ])('%s', async (_name, change) => {
    const asked = idp.asked.filter((path) => path === '/token').length;
    const { back, flow } = await travel(change);
    expect(await refusal(sso.readReturn('GOOGLE', back, flow))).toBe('REFUSED OAUTH_INVALID_RESPONSE');
    // Nothing was sent to anybody: a code that is not ours is not shown to the provider.
    expect(idp.asked.filter((path) => path === '/token')).toHaveLength(asked);
  });

  test('a person who says no', async () => {
    const flow = secrets();
    expect(
      await refusal(
        sso.readReturn(
          'GOOGLE',
          `${redirectUri}?error=access_denied&state=${flow.state}&iss=${encodeURIComponent(idp.url)}`,
          flow,
        ),
      ),
    ).toBe('REFUSED access_denied');
  });
});

describe('what the token says must be right', () => {
  const seconds = () => Math.floor(Date.now() / 1000);
  const compared = 'OAUTH_JWT_CLAIM_COMPARISON_FAILED';
  test.each<[string, (claims: Claims) => Claims, string]>([
    ['no nonce', ({ nonce: _nonce, ...claims }) => claims, 'OAUTH_INVALID_RESPONSE'],
    ['another nonce', (claims) => ({ ...claims, nonce: newSecret() }), compared],
    ['another issuer', (claims) => ({ ...claims, iss: 'https://honest.example.org' }), compared],
    ['for somebody else', (claims) => ({ ...claims, aud: 'another-client' }), compared],
    [
      'for us and others, without saying whom it was given to',
      (claims) => ({ ...claims, aud: [clientId, 'another-client'] }),
      compared,
    ],
    [
      'for us and others, given to another',
      (claims) => ({ ...claims, aud: [clientId, 'another-client'], azp: 'another-client' }),
      compared,
    ],
    [
      'expired',
      (claims) => ({ ...claims, iat: seconds() - 3_600, exp: seconds() - 60 }),
      'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
    ],
    ['no subject', ({ sub: _sub, ...claims }) => claims, 'OAUTH_INVALID_RESPONSE'],
    ['a subject that is too long', (claims) => ({ ...claims, sub: 'x'.repeat(300) }), 'CLAIMS'],
  ])('%s', async (_name, change, reason) => {
    expect(await outcomeWith(change)).toBe(`REFUSED ${reason}`);
  });

  test.each<[string, (claims: Claims) => Claims]>([
    ['a list with us alone', (claims) => ({ ...claims, aud: [clientId] })],
    [
      'a list with us to whom it was given',
      (claims) => ({ ...claims, aud: [clientId, 'another-client'], azp: clientId }),
    ],
    ['a clock that is half a minute ahead of ours', (claims) => ({ ...claims, exp: seconds() - 20 })],
  ])('%s is fine', async (_name, change) => {
    expect(await outcomeWith(change)).toContain('"subject":"camille"');
  });

  test('an address counts as verified only when the provider says so', async () => {
    for (const said of [false, undefined, 'no', 0, null]) {
      idp.people.set('camille', { ...camille, email_verified: said });
      const { back, flow } = await travel();
      expect(await sso.readReturn('GOOGLE', back, flow)).toMatchObject({
        email: 'camille@example.org',
        isEmailVerified: false,
      });
    }
    expect(await outcomeWith((claims) => ({ ...claims, email: 'not an address' }))).toContain(
      '"email":null,"isEmailVerified":false',
    );
  });
});

describe('who signed the token must be the provider', () => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const parts = (token: string) => {
    const [head = '', body = ''] = token.split('.');
    return { head: JSON.parse(Buffer.from(head, 'base64url').toString()) as { kid: string; alg: string }, body };
  };
  const hmac = (token: string, key: string): string => {
    const text = `${part({ ...parts(token).head, alg: 'HS256' })}.${parts(token).body}`;
    return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
  };
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  test.each<[string, (token: string, publicKey: string) => string]>([
    ['nobody (alg none)', (token) => `${part({ ...parts(token).head, alg: 'none' })}.${parts(token).body}.`],
    ['nobody (the signature is cut off)', (token) => token.replace(/\.[^.]*$/, '.')],
    ['us, with our own secret', (token) => hmac(token, clientSecret)],
    ['anybody, with the public key as a secret', hmac],
    [
      'somebody else, under the provider’s key id',
      (token) => {
        const text = token.replace(/\.[^.]*$/, '');
        return `${text}.${createSign('sha256').update(text).sign(stranger).toString('base64url')}`;
      },
    ],
    [
      'the provider, but other claims were put in',
      (token) => {
        const { head, body } = parts(token);
        const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Claims;
        return `${part(head)}.${part({ ...claims, sub: 'admin' })}.${token.split('.')[2] ?? ''}`;
      },
    ],
  ])('not %s', async (_name, forge) => {
    idp.forge = forge;
    const { back, flow } = await travel();
    expect(await refusal(sso.readReturn('GOOGLE', back, flow))).toMatch(/^REFUSED \w+$/);
  });
});

test('a fresh sign-in is one of this flow: the provider must say when, and recently', async () => {
  const since = async (tamper: ((claims: Claims) => Claims) | undefined, signedInWithin: number) => {
    idp.tamper = tamper;
    const flow = { ...secrets(), signedInWithin: 0 };
    const url = await sso.authorizeUrl('GOOGLE', redirectUri, flow);
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({ prompt: 'login', max_age: '0' });
    return refusal(sso.readReturn('GOOGLE', await idp.visit(url, 'camille'), { ...flow, signedInWithin }));
  };
  const ago =
    (seconds: number) =>
    (claims: Claims): Claims => ({ ...claims, auth_time: Math.floor(Date.now() / 1000) - seconds });
  expect(await since(undefined, 0)).toContain('"subject":"camille"');
  expect(await since(ago(200), 240)).toContain('"subject":"camille"');
  expect(await since(ago(300), 240)).toBe('REFUSED OAUTH_JWT_TIMESTAMP_CHECK_FAILED');
  expect(await since(({ auth_time: _at, ...claims }) => claims, 240)).toBe('REFUSED OAUTH_INVALID_RESPONSE');
  expect(await since((claims) => ({ ...claims, auth_time: '1' }), 240)).toMatch(/^REFUSED/);
});

test('a verifier that is missing, or of another flow, makes a code worthless', async () => {
  for (const verifier of ['', secrets().verifier]) {
    const { back, flow } = await travel();
    expect(await refusal(sso.readReturn('GOOGLE', back, { ...flow, verifier }))).toMatch(/^REFUSED/);
  }
});

test('a key that was replaced a moment ago is known, the one before is no longer good', async () => {
  const first = await travel();
  await sso.readReturn('GOOGLE', first.back, first.flow);
  const late = await travel();
  idp.rotateKeys();
  // The code was given before, the token is signed after.
  expect(await sso.readReturn('GOOGLE', late.back, late.flow)).toMatchObject({ subject: 'camille' });
  const another = await startIdentityProvider();
  another.people.set('camille', camille);
  idp.tamper = undefined;
  const strange = openidSso({
    clients: { GOOGLE: idp.client },
    isInsecureAllowed: true,
    // The keys are somebody else’s: the signature is right for nobody.
    fetch: (address, init) => fetch(address.endsWith('/jwks') ? `${another.url}/jwks` : address, init as RequestInit),
  });
  const { back, flow } = await travel();
  expect(await refusal(strange.readReturn('GOOGLE', back, flow))).toMatch(/^REFUSED \w+$/);
  await another.stop();
});

describe('a provider that is away', () => {
  const impatient = (issuer: string) =>
    openidSso({ clients: { GOOGLE: { clientId, clientSecret, issuer } }, isInsecureAllowed: true, timeoutMs: 1_500 });

  test('is distinguished from one that refuses, at the beginning and at the end of a flow', async () => {
    expect(await refusal(impatient('http://127.0.0.1:9').authorizeUrl('GOOGLE', redirectUri, secrets()))).toMatch(
      /^UNREACHABLE/,
    );
    const { back, flow } = await travel();
    for (const mode of ['down', 'silent'] as const) {
      sso = impatient(idp.url);
      await sso.authorizeUrl('GOOGLE', redirectUri, secrets());
      idp.mode = mode;
      expect(await refusal(sso.readReturn('GOOGLE', back, flow))).toMatch(/^UNREACHABLE/);
      expect(await refusal(impatient(idp.url).authorizeUrl('GOOGLE', redirectUri, secrets()))).toMatch(/^UNREACHABLE/);
      idp.mode = 'up';
    }
  });

  test('is asked again the next time', async () => {
    sso = impatient(idp.url);
    idp.mode = 'down';
    expect(await refusal(sso.authorizeUrl('GOOGLE', redirectUri, secrets()))).toMatch(/^UNREACHABLE/);
    idp.mode = 'up';
    const { back, flow } = await travel();
    expect(await sso.readReturn('GOOGLE', back, flow)).toMatchObject({ subject: 'camille' });
  });
});

test('a provider without settings is unknown', async () => {
  expect(sso.providers).toEqual(['GOOGLE']);
  expect(await refusal(sso.authorizeUrl('MICROSOFT', redirectUri, secrets()))).toBe('UNKNOWN NO_SETTINGS');
  expect(openidSso({ clients: {} }).providers).toEqual([]);
});

describe('Microsoft, for any tenant', () => {
  const tenant = '3aa4a2b1-5c1d-4a0e-9d3c-6b1f0e9a7c55';
  const microsoftReturn = 'http://127.0.0.1:9/auth/callback/microsoft';
  let entra: IdentityProvider;
  let microsoft: SsoPort;
  beforeAll(async () => {
    entra = await startIdentityProvider({ issuer: microsoftIssuer(tenant) });
    entra.allow(microsoftReturn);
    microsoft = openidSso({
      clients: { MICROSOFT: { clientId, clientSecret, issuer: microsoftIssuer('common') } },
      isInsecureAllowed: true,
      fetch: elsewhere,
    });
  });
  afterAll(() => entra.stop());

  /** `common` describes itself with a template where tokens name their tenant, as Microsoft does. */
  const elsewhere = async (address: string, init: unknown): Promise<Response> => {
    const path = new URL(address).pathname.replace('/common/v2.0', '');
    const response = await fetch(`${entra.url}${path}`, init as RequestInit);
    if (!path.endsWith('/openid-configuration')) return response;
    const text = (await response.text()).replaceAll(entra.url, 'https://login.microsoftonline.com');
    return Response.json({
      ...(JSON.parse(text) as object),
      issuer: microsoftIssuer('{tenantid}'),
      authorization_response_iss_parameter_supported: false,
    });
  };

  const arrive = async (claims: Claims, tamper?: (claims: Claims) => Claims): Promise<string> => {
    entra.people.set('camille', { ...camille, email_verified: undefined, tid: tenant, ...claims });
    entra.tamper = tamper;
    const flow = secrets();
    const back = await entra.visit(await microsoft.authorizeUrl('MICROSOFT', microsoftReturn, flow), 'camille');
    const url = new URL(back);
    url.searchParams.delete('iss');
    return refusal(microsoft.readReturn('MICROSOFT', url.href, flow));
  };

  test('a token must come from the tenant that it names', async () => {
    expect(await arrive({})).toContain(`"issuer":"${microsoftIssuer(tenant)}"`);
    expect(await arrive({}, (claims) => ({ ...claims, tid: 'another-tenant' }))).toMatch(/^REFUSED/);
    expect(await arrive({}, (claims) => ({ ...claims, iss: microsoftIssuer('another-tenant') }))).toMatch(/^REFUSED/);
    expect(await arrive({}, ({ tid: _tid, ...claims }) => claims)).toMatch(/^REFUSED/);
  });

  test('an address counts only when its domain’s owner is verified: an administrator may write any', async () => {
    expect(await arrive({})).toContain('"isEmailVerified":false');
    expect(await arrive({ email_verified: true })).toContain('"isEmailVerified":false');
    expect(await arrive({ xms_edov: false, email_verified: true })).toContain('"isEmailVerified":false');
    expect(await arrive({ xms_edov: true, email_verified: false })).toContain('"isEmailVerified":false');
    for (const yes of [true, 1, '1', 'true'])
      expect(await arrive({ xms_edov: yes })).toContain('"isEmailVerified":true');
  });
});
