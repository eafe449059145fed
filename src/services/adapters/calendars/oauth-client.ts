/** Permission to read and write somebody's calendars, by OAuth 2 (`openid-client`): code flow with PKCE, refreshing, revoking. */
import * as oidc from 'openid-client';
import type { Clock } from '../../kernel/clock.ts';
import { tokensIn, type OauthTokens } from './occurrence.ts';
import { oauthFailure } from './oauth-failure.ts';
import { CalendarFailure, type CalendarOauth } from './port.ts';

export interface CalendarClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clock: Clock;
  /** Where the provider's discovery document is, when it is not its own (a test server). */
  readonly issuer?: string | undefined;
  /** Where its API is, when it is not its own. */
  readonly baseUrl?: string | undefined;
  /** Milliseconds that one call may take. */
  readonly timeoutMs?: number | undefined;
  /** Providers on plain HTTP, in tests. */
  readonly isInsecureAllowed?: boolean | undefined;
}

/** What one provider asks for. */
export interface OauthRules {
  readonly issuer: string;
  /** Of the calendars; the address of the account is asked for beside them. */
  readonly scopes: readonly string[];
  /** Other scopes and parameters that it needs to give a refresh token. */
  readonly extraScopes: readonly string[];
  readonly parameters: Readonly<Record<string, string>>;
}

/** How long a discovery document is believed. */
const freshMs = 10 * 60_000;
/** When the provider does not say how long an access token is good. */
const usualSeconds = 3_600;

export function calendarOauth(client: CalendarClient, rules: OauthRules): CalendarOauth {
  const configuration = keptConfiguration(client, rules);
  const scope = ['openid', 'email', ...rules.extraScopes, ...rules.scopes].join(' ');
  return {
    authorizeUrl: ({ redirectUri, state, verifier }) =>
      withFailures(async () => {
        const url = oidc.buildAuthorizationUrl(await configuration(), {
          redirect_uri: redirectUri,
          scope,
          state,
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          ...rules.parameters,
        });
        return url.href;
      }),
    readReturn: (returnUrl, { state, verifier }) =>
      withFailures(async () => {
        const tokens = await oidc.authorizationCodeGrant(await configuration(), new URL(returnUrl), {
          expectedState: state,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        requireScopes(tokens.scope, rules.scopes);
        return { account: accountOf(tokens.claims()), credentials: credentialsOf(tokens, { client, scope }) };
      }),
    refresh: (credentials) =>
      withFailures(async () => {
        const before = tokensIn(credentials);
        const tokens = await oidc.refreshTokenGrant(await configuration(), before.refreshToken);
        return credentialsOf(tokens, { client, scope: before.scopes, before });
      }),
    revoke: (credentials) => withFailures(async () => revoke(await configuration(), tokensIn(credentials))),
  };
}

/** Microsoft has no address to revoke tokens at: there, the account's owner withdraws what they allowed. */
async function revoke(configuration: oidc.Configuration, { refreshToken }: OauthTokens): Promise<void> {
  if (configuration.serverMetadata().revocation_endpoint === undefined) return;
  await oidc.tokenRevocation(configuration, refreshToken);
}

/** Read again every ten minutes, and at once after a failure. */
function keptConfiguration(client: CalendarClient, rules: OauthRules): () => Promise<oidc.Configuration> {
  let known: { readonly configuration: Promise<oidc.Configuration>; readonly at: number } | undefined;
  return () => {
    if (known !== undefined && performance.now() - known.at < freshMs) return known.configuration;
    const configuration = discover(client, rules);
    known = { configuration, at: performance.now() };
    configuration.catch(() => {
      known = undefined;
    });
    return configuration;
  };
}

const discover = (client: CalendarClient, rules: OauthRules): Promise<oidc.Configuration> =>
  oidc.discovery(
    new URL(client.issuer ?? rules.issuer),
    client.clientId,
    { client_secret: client.clientSecret, [oidc.clockTolerance]: 30 },
    undefined,
    {
      timeout: (client.timeoutMs ?? 10_000) / 1_000,
      execute: [
        oidc.enableNonRepudiationChecks,
        ...(client.isInsecureAllowed === true ? [oidc.allowInsecureRequests] : []),
      ],
    },
  );

/** People may untick what we ask for: half a permission is none. */
function requireScopes(granted: string | undefined, needed: readonly string[]): void {
  if (granted === undefined) return;
  const names = new Set(granted.toLowerCase().split(' ').map(lastPart));
  if (!needed.every((scope) => names.has(lastPart(scope.toLowerCase()))))
    throw new CalendarFailure('REFUSED', 'SCOPES_MISSING');
}

/** Microsoft names a scope with its address, or without. */
const lastPart = (scope: string): string => scope.slice(scope.lastIndexOf('/') + 1);

function accountOf(claims: oidc.IDToken | undefined): string {
  const names = [claims?.['email'], claims?.['preferred_username'], claims?.sub];
  return String(names.find((name) => typeof name === 'string' && name !== '')).slice(0, 255);
}

interface Granted {
  readonly client: CalendarClient;
  /** What was asked for, when the provider does not repeat it. */
  readonly scope: string;
  readonly before?: OauthTokens;
}

/** Providers may keep the refresh token or replace it. Without one the permission ends with the hour. */
function credentialsOf(
  tokens: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers,
  { client, scope, before }: Granted,
): OauthTokens {
  const refreshToken = tokens.refresh_token ?? before?.refreshToken;
  if (refreshToken === undefined) throw new CalendarFailure('REFUSED', 'NO_REFRESH_TOKEN');
  const seconds = tokens.expires_in ?? usualSeconds;
  return {
    kind: 'TOKENS',
    accessToken: tokens.access_token,
    refreshToken,
    expiresAt: new Date(client.clock.now().getTime() + seconds * 1_000).toISOString(),
    scopes: tokens.scope ?? scope,
  };
}

async function withFailures<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof CalendarFailure ? error : oauthFailure(error);
  }
}
