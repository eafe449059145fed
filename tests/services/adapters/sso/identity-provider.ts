/** A real OpenID Connect provider (`oidc-provider`) on a free port, and a browser that goes there and back. */
import { createPublicKey, createSign, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Adapter, AdapterPayload, Configuration, JWK, Provider, interactionPolicy } from 'oidc-provider';

/** The library complains on loading of a Node that is newer than it knows. */
async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = () => undefined;
  return load().finally(() => {
    console.warn = warn;
  });
}

const oidc = await quietly(() => import('oidc-provider'));

export const clientId = 'atelier';
export const clientSecret = 'a-secret-of-the-client-that-is-long-enough';

export type Claims = Record<string, unknown>;

export interface IdentityProvider {
  readonly url: string;
  readonly client: { clientId: string; clientSecret: string; issuer: string };
  /** Who signs in at the provider, by subject, and what it says of them. */
  readonly people: Map<string, Claims>;
  /** Where browsers may be sent back to. */
  allow(...redirectUris: string[]): void;
  /** From now on tokens say what this makes of their claims, signed with the provider’s own key. Undefined: as the provider wrote them. */
  tamper: ((claims: Claims) => Claims) | undefined;
  /** From now on tokens are what this makes of them, whoever signs. Undefined: as they are. */
  forge: ((token: string, publicKey: string) => string) | undefined;
  /** Replaces the signing key: the old one is no longer published. */
  rotateKeys(): void;
  /** `down` answers 503, `silent` nothing. */
  mode: 'up' | 'down' | 'silent';
  /** How often a route was asked. */
  readonly asked: string[];
  /** A browser of the person with this subject: where the provider sends it back to. */
  visit(authorizeUrl: string, subject: string): Promise<string>;
  stop(): Promise<void>;
}

/** Keys of providers that have stopped, for those that start later: to make one is a fifth of what a test costs. */
const spare: SigningKey[] = [];

/** `issuer`: what the provider calls itself, when that is not where it is. */
export async function startIdentityProvider({ issuer }: { issuer?: string } = {}): Promise<IdentityProvider> {
  const people = new Map<string, Claims>();
  const redirectUris = new Set<string>(['http://127.0.0.1:9/auth/callback/google']);
  const asked: string[] = [];
  const adapter = memory();
  let key = spare.pop() ?? newKey();
  let chosen = '';
  let provider: Provider;
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const build = (): void => {
    provider = new oidc.Provider(issuer ?? url, settingsOf({ people, key, adapter, redirectUris: [...redirectUris] }));
    provider.use(async (ctx, next) => {
      await next();
      const body = ctx.body as { id_token?: string } | undefined;
      if (ctx.path !== '/token' || body?.id_token === undefined) return;
      const token = idp.tamper ? resigned(body.id_token, idp.tamper, key) : body.id_token;
      ctx.body = { ...body, id_token: idp.forge ? idp.forge(token, publicPemOf(key)) : token };
    });
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path = ''] = (request.url ?? '').split('?');
    asked.push(path);
    if (idp.mode === 'silent') return;
    if (idp.mode === 'down') return void response.writeHead(503).end('away');
    if (!path.startsWith('/interaction/')) return provider.callback()(request, response) as unknown as Promise<void>;
    await provider.interactionFinished(request, response, { login: { accountId: chosen }, select_account: {} });
  };

  const idp: IdentityProvider = {
    url,
    people,
    asked,
    tamper: undefined,
    forge: undefined,
    mode: 'up',
    client: { clientId, clientSecret, issuer: issuer ?? url },
    allow: (...uris) => {
      uris.forEach((uri) => redirectUris.add(uri));
      build();
    },
    rotateKeys: () => {
      key = newKey();
      build();
    },
    visit: (authorizeUrl, subject) => {
      chosen = subject;
      return visit(authorizeUrl, url);
    },
    stop: () =>
      new Promise((resolve) => {
        spare.push(key);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  build();
  return idp;
}

interface Built {
  readonly people: ReadonlyMap<string, Claims>;
  readonly key: SigningKey;
  readonly redirectUris: string[];
  readonly adapter: (kind: string) => Adapter;
}

/** People who are asked which account they mean, as Google and Microsoft do. */
function policy(): interactionPolicy.DefaultPolicy {
  const policies = oidc.interactionPolicy.base();
  policies.add(new oidc.interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);
  return policies;
}

const settingsOf = ({ people, key, redirectUris, adapter }: Built): Configuration => ({
  adapter,
  clients: [
    {
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: redirectUris,
      response_types: ['code'],
      grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  claims: {
    openid: ['sub', 'tid'],
    email: ['email', 'email_verified', 'xms_edov'],
    profile: ['given_name', 'family_name', 'name'],
  },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  jwks: { keys: [key.jwk] },
  cookies: { keys: ['a key for the cookies of a test'] },
  features: { devInteractions: { enabled: false }, claimsParameter: { enabled: true } },
  interactions: { policy: policy(), url: (_ctx, { uid }) => `/interaction/${uid}` },
  ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 300, Interaction: 300, Session: 300, Grant: 300 },
  findAccount: async (_ctx, subject) => ({
    accountId: subject,
    claims: async () => ({ sub: subject, ...people.get(subject) }),
  }),
  loadExistingGrant: async ({ oidc }) => {
    const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId as string });
    grant.addOIDCScope('openid email profile');
    await grant.save();
    return grant;
  },
});

/** What the provider remembers, also when its keys are replaced. */
function memory(): (kind: string) => Adapter {
  const rows = new Map<string, AdapterPayload>();
  return (kind) => ({
    upsert: async (id, payload) => void rows.set(`${kind} ${id}`, payload),
    find: async (id) => rows.get(`${kind} ${id}`),
    findByUid: async (uid) => [...rows].find(([name, row]) => name.startsWith(`${kind} `) && row.uid === uid)?.[1],
    findByUserCode: async () => undefined,
    consume: async (id) =>
      void Object.assign(rows.get(`${kind} ${id}`) ?? {}, { consumed: Math.floor(Date.now() / 1000) }),
    destroy: async (id) => void rows.delete(`${kind} ${id}`),
    revokeByGrantId: async (grantId) =>
      [...rows].forEach(([name, row]) => {
        if (row.grantId === grantId) rows.delete(name);
      }),
  });
}

interface SigningKey {
  readonly jwk: JWK;
  readonly privateKey: KeyObject;
}

function newKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    privateKey,
    jwk: { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' } as JWK,
  };
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const publicPemOf = ({ privateKey }: SigningKey): string =>
  createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();

/** A token with other claims, as the provider would have signed it. */
function resigned(token: string, change: (claims: Claims) => Claims, { jwk, privateKey }: SigningKey): string {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Claims;
  const text = `${encoded({ alg: 'RS256', kid: jwk.kid, typ: 'JWT' })}.${encoded(change(claims))}`;
  return `${text}.${createSign('sha256').update(text).sign(privateKey).toString('base64url')}`;
}

/** Follows the provider’s redirects, with its cookies, until it sends the browser elsewhere. */
async function visit(start: string, home: string): Promise<string> {
  const cookies = new Map<string, string>();
  let at = start;
  for (let hop = 0; hop < 10; hop += 1) {
    // A provider that goes by another name is still here.
    const { pathname, search } = new URL(at);
    const response = await fetch(`${home}${pathname}${search}`, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null)
      throw new Error(`The provider answered ${response.status}: ${(await response.text()).slice(0, 500)}`);
    const next = new URL(location, at);
    if (next.pathname.startsWith('/auth/callback/')) return next.href;
    at = next.href;
  }
  throw new Error('The provider sends the browser in a circle');
}
