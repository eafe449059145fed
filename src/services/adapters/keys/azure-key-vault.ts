/**
 * Azure Key Vault, RSA keys, RSA-OAEP-256. It has no additional data: a digest of file, version and data key is sealed
 * beside the key. A blob is the name of the version that wrapped it (2 bytes of length, ASCII), then its ciphertext.
 */
import {
  CryptographyClient,
  KeyClient,
  parseKeyVaultKeyIdentifier,
  type CryptographyClientOptions,
  type KeyVaultKey,
} from '@azure/keyvault-keys';
import type { AzureCredential } from './azure-credential.ts';
import { bound, failureOf, unbound } from './bound-key.ts';
import type { KeyService } from './port.ts';
import { KeyRingError, WrappedKeyRefused } from './port.ts';
import { unlessThrottled } from './unless-throttled.ts';

export interface AzureKeyVaultSettings {
  readonly credential: AzureCredential;
  readonly attempts?: number;
  /** Replaces the network in tests. */
  readonly httpClient?: CryptographyClientOptions['httpClient'];
}

const algorithm = 'RSA-OAEP-256';
/** How long the newest version of a key is believed to be the newest, in milliseconds. */
const freshMs = 3_600_000;
const mostClients = 32;
const usualAttempts = 5;
const delays = { retryDelayInMs: 100, maxRetryDelayInMs: 2_000 };
const leastBits = 2_048;

export function azureKeyVault(settings: AzureKeyVaultSettings): KeyService {
  const { credential, httpClient, attempts = usualAttempts } = settings;
  // A client changes the options that it is given.
  const options = (): CryptographyClientOptions => ({
    serviceVersion: '7.6',
    retryOptions: { maxRetries: attempts - 1, ...delays },
    ...(httpClient && { httpClient }),
  });
  const { newestOf, clientOf } = keptClients(credential, options);

  return {
    find: async (name) => {
      const key = await keyOf(name, { credential, options }).catch((cause: Error) => {
        throw new KeyRingError('NO_SERVICE', `Azure Key Vault does not give the key ${name}: ${cause.message}`, {
          cause,
        });
      });
      assertUsable(name, key);
      const { vaultUrl, name: short } = parseKeyVaultKeyIdentifier(key.id ?? '');
      return `${vaultUrl}/keys/${short}`;
    },

    wrap: async (name, plain, context) => {
      const sealed = bound(plain, context);
      const wrapping = async () => (await newestOf(name)).wrapKey(algorithm, sealed);
      const { result, keyID } = await unlessThrottled(wrapping, attempts)
        .catch(thrown)
        .finally(() => sealed.fill(0));
      if (keyID?.startsWith(`${name}/`) !== true) throw new WrappedKeyRefused();
      const version = Buffer.from(keyID);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(version.length);
      return Buffer.concat([length, version, result]);
    },

    unwrap: async (name, blob, context) => {
      const { version, ciphertext } = parsed(Buffer.from(blob));
      // The address is data: a key is only ever asked from the vault of the ring.
      if (!version.startsWith(`${name}/`)) throw new WrappedKeyRefused();
      const unwrapping = () => clientOf(version).unwrapKey(algorithm, ciphertext);
      const { result } = await unlessThrottled(unwrapping, attempts).catch(thrown);
      return unbound(result, context);
    },
  };
}

/** The clients of the newest version of each key, and of older ones that something was wrapped by. */
function keptClients(credential: AzureCredential, options: () => CryptographyClientOptions) {
  const newest = new Map<string, { readonly client: CryptographyClient; readonly at: number }>();
  const byVersion = new Map<string, CryptographyClient>();
  return {
    newestOf: async (name: string): Promise<CryptographyClient> => {
      const known = newest.get(name);
      if (known && performance.now() < known.at + freshMs) return known.client;
      const client = new CryptographyClient(await keyOf(name, { credential, options }), credential, options());
      newest.set(name, { client, at: performance.now() });
      return client;
    },
    clientOf: (version: string): CryptographyClient => {
      const client = byVersion.get(version) ?? new CryptographyClient(version, credential, options());
      byVersion.set(version, client);
      if (byVersion.size > mostClients) for (const oldest of byVersion.keys().take(1)) byVersion.delete(oldest);
      return client;
    },
  };
}

const thrown = (cause: unknown): never => {
  throw failureOf(cause);
};

/** The newest version of a key. */
async function keyOf(
  name: string,
  { credential, options }: { credential: AzureCredential; options: () => CryptographyClientOptions },
): Promise<KeyVaultKey> {
  const { vaultUrl, name: short } = parseKeyVaultKeyIdentifier(name);
  return new KeyClient(vaultUrl, credential, options()).getKey(short);
}

function assertUsable(name: string, { key, properties }: KeyVaultKey): void {
  const isRsa = key?.kty?.startsWith('RSA') === true && bitsOf(key.n) >= leastBits;
  const isMeant = ['wrapKey', 'unwrapKey'].every((operation) => key?.keyOps?.includes(operation) ?? false);
  if (!isRsa || !isMeant || properties.enabled === false)
    throw new KeyRingError(
      'NO_SERVICE',
      `The key ${name} of Azure Key Vault must be RSA of ${leastBits} bits or more, enabled, for wrapKey and unwrapKey.`,
    );
}

const bitsOf = (modulus: Uint8Array | undefined): number => (modulus?.length ?? 0) * 8;

function parsed(blob: Buffer): { version: string; ciphertext: Buffer } {
  const end = blob.length < 2 ? Infinity : 2 + blob.readUInt16BE();
  if (end >= blob.length) throw new WrappedKeyRefused();
  return { version: blob.subarray(2, end).toString('ascii'), ciphertext: blob.subarray(end) };
}
