/**
 * Azure Key Vault, as far as we use it: requests and answers are checked against Microsoft's description, and keys are
 * really wrapped by RSA-OAEP-256. Asks for a token by its challenge, and gives one to an application or a machine.
 */
import { constants, generateKeyPairSync, privateDecrypt, publicEncrypt, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline';
import { Ajv } from 'ajv';
import type { Json } from './calendar-provider.ts';
import { bodyOf, withFault, type FakeService, type ServiceFault } from './key-service-faults.ts';

/** Where the application believes it to be. */
const vaultUrl = 'https://archive.vault.azure.net';
const contractPath = resolve('../shared/contracts/azure-keyvault/keys-7.6.wrap.swagger.json');

const ajv = new Ajv({ strict: false, formats: { base64url: /^[\w-]*$/ } });
if (existsSync(contractPath)) ajv.addSchema(JSON.parse(readFileSync(contractPath, 'utf8')) as object, 'azure');

/** What is wrong with a value, by Microsoft's description; nothing on a machine that lacks it. */
function faultsOf(definition: string, value: unknown): string[] {
  const validate = ajv.getSchema(`azure#/definitions/${definition}`);
  if (validate === undefined || validate(value) === true) return [];
  return [`${definition}: ${ajv.errorsText(validate.errors)}`];
}

interface Version {
  readonly id: string;
  readonly pair: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
}

export const azureApplication = { clientId: 'archive', clientSecret: 'the secret of the application' };

export interface FakeAzureKeyVault extends FakeService {
  /** The network, where the vault's address leads here. */
  readonly httpClient: HttpClient;
  /** Makes a key; returns its address without version. */
  addKey(): string;
  /** A new version becomes the newest; what older ones wrapped still opens. */
  rotate(name: string): void;
  /** Tokens given until now. */
  tokens(): number;
}

/** A network in which the vault's address leads to a fake, also one of another process. */
export function azureNetwork(url: string): HttpClient {
  const network = createDefaultHttpClient();
  return {
    sendRequest: (request) => {
      const isVault = request.url.startsWith(vaultUrl);
      const asked = request.url;
      if (isVault) Object.assign(request, { url: asked.replace(vaultUrl, url), allowInsecureConnection: true });
      return network.sendRequest(request).finally(() => void (request.url = asked));
    },
  };
}

export async function fakeAzureKeyVault(): Promise<FakeAzureKeyVault> {
  const keys = new Map<string, Version[]>();
  const given = new Set<string>();
  const faults: ServiceFault[] = [];
  const violations: string[] = [];
  let [asked, url] = [0, ''];

  const newToken = (): Json => {
    const token = crypto.randomUUID();
    given.add(token);
    return { access_token: token, token_type: 'Bearer', expires_in: 3_599 };
  };
  const bundle = (name: string, { id, pair }: Version): Json => ({
    key: {
      ...pair.publicKey.export({ format: 'jwk' }),
      kid: `${name}/${id}`,
      key_ops: ['wrapKey', 'unwrapKey'],
    },
    attributes: { enabled: true },
  });

  async function answer(request: IncomingMessage): Promise<readonly [number, Json, Record<string, string>?]> {
    const asking = new URL(request.url ?? '', url);
    const body = (await bodyOf(request)).toString();
    if (asking.pathname === '/.well-known/openid-configuration')
      return [200, { issuer: url, token_endpoint: `${url}/token`, jwks_uri: `${url}/keys.json` }];
    if (asking.pathname === '/token') return tokenOf(request, new URLSearchParams(body));
    if (asking.pathname === '/identity')
      return request.headers['metadata'] === 'true' || request.headers['x-identity-header'] === 'the header'
        ? [200, newToken()]
        : [400, { error: 'invalid_request' }];
    if (!given.has(String(request.headers.authorization).replace('Bearer ', '')))
      return [
        401,
        {},
        {
          'www-authenticate': `Bearer authorization="https://login.microsoftonline.com/tenant", resource="https://vault.azure.net"`,
        },
      ];
    if (asking.searchParams.get('api-version') !== '7.6') violations.push(`api-version of ${asking.pathname}`);
    return onKey(asking.pathname, body);
  }

  function tokenOf(request: IncomingMessage, form: URLSearchParams): readonly [number, Json] {
    const { clientId, clientSecret } = azureApplication;
    const basic = Buffer.from(String(request.headers.authorization).replace('Basic ', ''), 'base64').toString();
    const shown =
      form.get('client_secret') ?? decodeURIComponent(basic.slice(basic.indexOf(':') + 1).replaceAll('+', ' '));
    const isRight = shown === clientSecret && (form.get('client_id') ?? basic.split(':')[0]) === clientId;
    const isMeant =
      form.get('grant_type') === 'client_credentials' && form.get('scope') === 'https://vault.azure.net/.default';
    return isRight && isMeant ? [200, newToken()] : [401, { error: 'invalid_client' }];
  }

  function onKey(path: string, body: string): readonly [number, Json] {
    const [, short, versionId = '', operation = ''] = /^\/keys\/([^/]+)\/?([^/]*)\/?([^/]*)$/.exec(path) ?? [];
    const name = `${vaultUrl}/keys/${short}`;
    const versions = keys.get(name);
    const version = versionId === '' ? versions?.at(-1) : versions?.find(({ id }) => id === versionId);
    if (version === undefined) return refused(404, 'KeyNotFound');
    if (operation === '') return checked('KeyBundle', bundle(name, version));
    const asked = JSON.parse(body) as Json;
    violations.push(...faultsOf('KeyOperationsParameters', asked));
    const value = Buffer.from(String(asked['value']), 'base64url');
    const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
    try {
      const made =
        operation === 'wrapkey'
          ? publicEncrypt({ key: version.pair.publicKey, ...padding }, value)
          : privateDecrypt({ key: version.pair.privateKey, ...padding }, value);
      return checked('KeyOperationResult', { kid: `${name}/${version.id}`, value: made.toString('base64url') });
    } catch {
      return refused(400, 'BadParameter');
    }
  }

  const checked = (definition: string, value: Json): readonly [number, Json] => {
    violations.push(...faultsOf(definition, value));
    return [200, value];
  };
  const refused = (status: number, code: string): readonly [number, Json] => {
    const error = { error: { code, message: 'refused' } };
    violations.push(...faultsOf('KeyVaultError', error));
    return [status, error];
  };

  const server = createServer((request, response) => {
    asked += 1;
    const write = ([status, body, headers = {}]: readonly [number, Json, Record<string, string>?]): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    };
    void withFault(faults, { request, throttled: () => write(refused(429, 'Throttled')) }, async () =>
      write(await answer(request)),
    );
  });
  server.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const newVersion = (): Version => ({
    id: crypto.randomUUID().replaceAll('-', ''),
    pair: generateKeyPairSync('rsa', { modulusLength: 2_048 }),
  });
  return {
    url,
    httpClient: azureNetwork(url),
    faults,
    violations,
    asked: () => asked,
    tokens: () => given.size,
    addKey: () => {
      const name = `${vaultUrl}/keys/archive-${keys.size}`;
      keys.set(name, [newVersion()]);
      return name;
    },
    rotate: (name) => void keys.get(name)?.push(newVersion()),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
