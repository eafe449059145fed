/** Tokens for Azure Key Vault: of a registered application (client credentials), or of the machine's managed identity. */
import * as oidc from 'openid-client';
import { z } from 'zod';

/** What the SDK of Azure asks of a credential. */
export interface AzureCredential {
  getToken(): Promise<AzureToken>;
}

interface AzureToken {
  readonly token: string;
  readonly expiresOnTimestamp: number;
}

const vaultResource = 'https://vault.azure.net';
const timeoutMs = 5_000;
/** A token is asked for anew this long before it ends. */
const marginMs = 5 * 60_000;

export interface AzureApplication {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where its discovery document is: `https://login.microsoftonline.com/<tenant>/v2.0`. */
  readonly issuer: string;
  /** A provider on plain HTTP, in tests. */
  readonly isInsecureAllowed?: boolean;
}

export const applicationCredential = (application: AzureApplication): AzureCredential =>
  kept(async () => {
    const { issuer, clientId, clientSecret, isInsecureAllowed = false } = application;
    const configuration = await oidc.discovery(new URL(issuer), clientId, { client_secret: clientSecret }, undefined, {
      timeout: timeoutMs / 1_000,
      execute: isInsecureAllowed ? [oidc.allowInsecureRequests] : [],
    });
    const tokens = await oidc.clientCredentialsGrant(configuration, { scope: `${vaultResource}/.default` });
    return { token: tokens.access_token, seconds: tokens.expires_in ?? 0 };
  });

/** Where a machine in Azure asks for its identity: App Service gives an endpoint and a header, others have a fixed one. */
export interface IdentityEndpoint {
  readonly url: string;
  readonly header: string | undefined;
}

export const usualIdentityEndpoint = 'http://169.254.169.254/metadata/identity/oauth2/token';

const identityAnswer = z.object({ access_token: z.string(), expires_in: z.coerce.number() });

export const machineCredential = ({ url, header }: IdentityEndpoint): AzureCredential =>
  kept(async () => {
    const query = new URLSearchParams({
      resource: vaultResource,
      'api-version': header === undefined ? '2018-02-01' : '2019-08-01',
    });
    const answer = await fetch(`${url}?${query.toString()}`, {
      headers: header === undefined ? { Metadata: 'true' } : { 'X-IDENTITY-HEADER': header },
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    });
    if (!answer.ok) throw new Error(`The identity endpoint answered ${answer.status}.`);
    const { access_token: token, expires_in: seconds } = identityAnswer.parse(await answer.json());
    return { token, seconds };
  });

/** One question at a time, and none while the last token lives. */
function kept(ask: () => Promise<{ token: string; seconds: number }>): AzureCredential {
  let known: Promise<AzureToken> | undefined;
  let until = 0;
  const fresh = async (): Promise<AzureToken> => {
    // Once more: a connection that broke is no outage.
    const { token, seconds } = await ask().catch(ask);
    until = performance.now() + seconds * 1_000 - marginMs;
    return { token, expiresOnTimestamp: Math.round(performance.timeOrigin + performance.now()) + seconds * 1_000 };
  };
  return {
    getToken: () => {
      if (known === undefined || performance.now() >= until) {
        until = Infinity;
        known = fresh();
        known.catch(() => (known = undefined));
      }
      return known;
    },
  };
}
