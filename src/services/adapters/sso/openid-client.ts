/** OpenID Connect by `openid-client`: discovery, code flow with PKCE, state and nonce, signatures checked against the provider’s keys. */
import * as oidc from 'openid-client';
import { personOfClaims } from './claims.ts';
import { SsoFailure, type SsoPort, type SsoProvider, type OAuthSecrets } from './port.ts';

export interface SsoClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider’s discovery document is: its issuer. */
  readonly issuer: string;
}

export interface SsoSettings {
  readonly clients: Partial<Record<SsoProvider, SsoClient>>;
  /** Milliseconds without a response before the provider counts as unreachable. */
  readonly timeoutMs?: number;
  /** Providers on plain HTTP, in tests. */
  readonly isInsecureAllowed?: boolean;
  /** Replaces the network in tests. */
  readonly fetch?: oidc.CustomFetch;
}

export const googleIssuer = 'https://accounts.google.com';
/** `common`, `organizations`, `consumers`, or the id of one tenant. The library holds tokens of the first three to the tenant that they name. */
export const microsoftIssuer = (tenant: string): string => `https://login.microsoftonline.com/${tenant}/v2.0`;

/** How long a discovery document is believed. */
const freshMs = 10 * 60_000;
const clockToleranceSeconds = 30;

interface Discovered {
  readonly configuration: Promise<oidc.Configuration>;
  readonly at: number;
}

export function openidSso(settings: SsoSettings): SsoPort {
  const known = new Map<SsoProvider, Discovered>();

  const clientOf = (provider: SsoProvider): SsoClient => {
    const client = settings.clients[provider];
    if (client === undefined) throw new SsoFailure('UNKNOWN', 'NO_SETTINGS');
    return client;
  };

  /** Read again every ten minutes, and at once after a failure. */
  const discovered = (provider: SsoProvider): Promise<oidc.Configuration> => {
    const client = clientOf(provider);
    const before = known.get(provider);
    if (before !== undefined && performance.now() - before.at < freshMs) return before.configuration;
    const configuration = discover(client, settings);
    known.set(provider, { configuration, at: performance.now() });
    configuration.catch(() => known.delete(provider));
    return configuration;
  };

  return {
    providers: (['GOOGLE', 'MICROSOFT'] as const).filter((provider) => settings.clients[provider] !== undefined),
    authorizeUrl: (provider, redirectUri, flow) =>
      withSsoFailures(async () => {
        const configuration = await discovered(provider);
        return oidc.buildAuthorizationUrl(configuration, await requestOf(redirectUri, flow)).href;
      }),
    readReturn: (provider, returnUrl, { state, nonce, verifier, signedInWithin }) =>
      withSsoFailures(async () => {
        // The provider’s keys are not cached: a key replaced a second ago is known, and a withdrawn one is not.
        const configuration = await discover(clientOf(provider), settings);
        const tokens = await oidc.authorizationCodeGrant(configuration, new URL(returnUrl), {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
          // Then `auth_time` is required, and must be recent enough.
          ...(signedInWithin === undefined ? {} : { maxAge: signedInWithin }),
        });
        return personOfClaims(provider, tokens.claims());
      }),
  };
}

function discover({ issuer, clientId, clientSecret }: SsoClient, settings: SsoSettings): Promise<oidc.Configuration> {
  return oidc.discovery(
    new URL(issuer),
    clientId,
    { client_secret: clientSecret, [oidc.clockTolerance]: clockToleranceSeconds },
    undefined,
    {
      timeout: (settings.timeoutMs ?? 5_000) / 1_000,
      // The library trusts the connection to the provider; we want its signature as well.
      execute: [
        oidc.enableNonRepudiationChecks,
        ...(settings.isInsecureAllowed === true ? [oidc.allowInsecureRequests] : []),
      ],
      ...(settings.fetch === undefined ? {} : { [oidc.customFetch]: settings.fetch }),
    },
  );
}

const requestOf = async (
  redirectUri: string,
  { state, nonce, verifier, signedInWithin }: OAuthSecrets,
): Promise<Record<string, string>> => ({
  redirect_uri: redirectUri,
  scope: 'openid email profile',
  state,
  nonce,
  code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
  // Somebody with several accounts chooses one; nobody is signed in by mistake with the one they used last.
  // `max_age` is OpenID Connect’s parameter for a fresh sign-in, `prompt` is the one that Microsoft honours.
  ...(signedInWithin === undefined
    ? { prompt: 'select_account' }
    : { prompt: 'login', max_age: String(signedInWithin) }),
  // The time of their sign-in there; Google returns it only when requested.
  claims: JSON.stringify({ id_token: { auth_time: { essential: true } } }),
});

/** Failures of the network and of the provider’s server are retryable; everything else is a refusal. */
async function withSsoFailures<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SsoFailure) throw error;
    throw new SsoFailure(isRetryable(error) ? 'UNREACHABLE' : 'REFUSED', reasonOf(error), { cause: error });
  }
}

/** Codes of `openid-client` for a missing or unusable response: a time-out, an error page, an unexpected format. */
const away: ReadonlySet<string> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);

function isRetryable(error: unknown): boolean {
  // What `fetch` throws when there is no connection.
  if (error instanceof TypeError) return !('code' in error);
  const { code, status } = error as { code?: string; status?: number };
  return (code === undefined && error instanceof oidc.ClientError) || away.has(code ?? '') || (status ?? 0) >= 500;
}

function reasonOf(error: unknown): string {
  const { error: providerError, code } = error as { error?: unknown; code?: unknown };
  const reason = typeof providerError === 'string' ? providerError : typeof code === 'string' ? code : 'UNKNOWN';
  return /^\w{1,60}$/.test(reason) ? reason : 'UNKNOWN';
}
