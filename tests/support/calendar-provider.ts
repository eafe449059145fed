/** What the fakes of calendar providers have in common: a server, permission by OAuth, tokens that rotate, faults on demand. */
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Json = Record<string, unknown>;

export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Json;
}

export interface ApiReply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What becomes of a request instead of its answer; `isDone`: it had its effect all the same. */
export type Fault =
  { readonly kind: 'hang' | 'reset'; readonly isDone?: boolean } | ({ readonly kind: 'answer' } & ApiReply);

export interface ProviderSettings {
  /** May this permission be used when its owner is away? Else no refresh token is given. */
  readonly isOffline: (asked: URLSearchParams) => boolean;
  readonly canRevoke: boolean;
  /** The root of the API, under the server's address. */
  readonly root: string;
  readonly answer: (request: ApiRequest) => ApiReply | Promise<ApiReply>;
}

export const clientId = 'calendar-client';
export const clientSecret = 'the secret of the client';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'ES256', use: 'sig' };
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function signed(claims: Json): string {
  const text = `${encoded({ alg: 'ES256', kid: 'one' })}.${encoded(claims)}`;
  const signature = createSign('sha256').update(text).sign({ key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
}

const newToken = (): string => randomBytes(12).toString('base64url');

interface Permission {
  readonly account: string;
  readonly scope: string;
  readonly isOffline: boolean;
}

export async function calendarProvider({ isOffline, canRevoke, root, answer }: ProviderSettings) {
  const codes = new Map<string, Permission & { challenge: string; redirectUri: string }>();
  const access = new Map<string, Permission>();
  const refreshing = new Map<string, Permission>();
  const asked: ApiRequest[] = [];
  const faults: Fault[] = [];
  const oauthFaults: ApiReply[] = [];
  const revoked: string[] = [];
  const settings = { rotates: false };
  let url = '';

  const grant = (permission: Permission, claims?: Json): ApiReply => {
    const [accessToken, refreshToken] = [newToken(), newToken()];
    access.set(accessToken, permission);
    if (permission.isOffline) refreshing.set(refreshToken, permission);
    const body = {
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: 3_599,
      scope: permission.scope,
      ...(permission.isOffline ? { refresh_token: refreshToken } : {}),
      ...(claims ? { id_token: signed(claims) } : {}),
    };
    return { status: 200, body };
  };
  const refused = (error: string, status = 400): ApiReply => ({ status, body: { error } });

  const byCode = (form: URLSearchParams): ApiReply => {
    const code = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (code?.challenge !== challenge || code.redirectUri !== form.get('redirect_uri')) return refused('invalid_grant');
    const iat = Math.floor(Date.now() / 1_000);
    return grant(code, {
      iss: url,
      aud: clientId,
      sub: `sub-${code.account}`,
      email: code.account,
      iat,
      exp: iat + 300,
    });
  };
  const byRefreshToken = (form: URLSearchParams): ApiReply => {
    const token = form.get('refresh_token') ?? '';
    const permission = refreshing.get(token);
    if (permission === undefined) return refused('invalid_grant');
    if (!settings.rotates) return grant({ ...permission, isOffline: false });
    refreshing.delete(token);
    return grant(permission);
  };
  const token = (form: URLSearchParams): ApiReply => {
    if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret)
      return refused('invalid_client', 401);
    return form.get('grant_type') === 'authorization_code' ? byCode(form) : byRefreshToken(form);
  };
  const revoke = (form: URLSearchParams): ApiReply => {
    const one = form.get('token') ?? '';
    revoked.push(one);
    return refreshing.delete(one) ? { status: 200 } : refused('invalid_token');
  };
  const metadata = (): Json => ({
    issuer: url,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    jwks_uri: `${url}/jwks`,
    ...(canRevoke ? { revocation_endpoint: `${url}/revoke` } : {}),
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
    code_challenge_methods_supported: ['S256'],
  });
  const oauth = (path: string, text: string): ApiReply | undefined => {
    if (path === '/.well-known/openid-configuration') return { status: 200, body: metadata() };
    if (path === '/jwks') return { status: 200, body: { keys: [jwk] } };
    const routes: Record<string, (form: URLSearchParams) => ApiReply> = { '/token': token, '/revoke': revoke };
    return routes[path] && (oauthFaults.shift() ?? routes[path](new URLSearchParams(text)));
  };

  const api = async (request: ApiRequest): Promise<ApiReply | Exclude<Fault, { kind: 'answer' }>> => {
    const fault = faults.shift();
    if (fault?.kind === 'answer') return fault;
    if (fault !== undefined) {
      if (fault.isDone === true) await answer(request);
      return fault;
    }
    const [, bearer = ''] = /^Bearer (.+)$/.exec(request.headers.authorization ?? '') ?? [];
    return access.has(bearer)
      ? answer(request)
      : { status: 401, body: { error: { code: 'InvalidAuthenticationToken' } } };
  };

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const known = oauth(pathname, text);
    if (known !== undefined) return send(response, known);
    const body = text === '' ? {} : (JSON.parse(text) as Json);
    const path = decodeURI(pathname.slice(root.length));
    const call = { method: request.method ?? '', path, query: searchParams, headers: request.headers, body };
    asked.push(call);
    const reply = await api(call);
    if ('status' in reply) return send(response, reply);
    if (reply.kind === 'reset') response.socket?.destroy();
  };

  const server = createServer((request, response) => void respond(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    /** What an adapter needs to take this for the provider. */
    client: {
      clientId,
      clientSecret,
      issuer: url,
      baseUrl: `${url}${root}`,
      timeoutMs: 1_500,
      isInsecureAllowed: true,
    },
    asked,
    faults,
    /** Of the next calls for tokens. */
    oauthFaults,
    revoked,
    settings,
    /** A browser: its owner allows what is asked for, or part of it; answers the address that they are sent back to. */
    allow(authorizeUrl: string, account = 'ana@exemple.fr', scope?: string): string {
      const query = new URL(authorizeUrl).searchParams;
      const code = newToken();
      const redirectUri = query.get('redirect_uri') ?? '';
      codes.set(code, {
        account,
        scope: scope ?? query.get('scope') ?? '',
        isOffline: isOffline(query),
        challenge: query.get('code_challenge') ?? '',
        redirectUri,
      });
      return `${redirectUri}?${new URLSearchParams({ code, state: query.get('state') ?? '' }).toString()}`;
    },
    /** The owner withdraws their permission: no token is good any longer. */
    withdraw(): void {
      access.clear();
      refreshing.clear();
    },
    /** Tokens without a browser. */
    tokens(account = 'ana@exemple.fr') {
      const [accessToken, refreshToken] = [newToken(), newToken()];
      const permission = { account, scope: 'calendars', isOffline: true };
      access.set(accessToken, permission);
      refreshing.set(refreshToken, permission);
      return {
        kind: 'TOKENS' as const,
        accessToken,
        refreshToken,
        expiresAt: '2026-12-01T09:00:00.000Z',
        scopes: 'calendars',
      };
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const send = (response: ServerResponse, { status, body, headers }: ApiReply): void =>
  void response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(body === undefined ? undefined : JSON.stringify(body));
