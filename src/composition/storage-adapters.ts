import { join } from 'node:path';
import { fileTarget } from '../services/adapters/backup-target/file-target.ts';
import { lazyTarget } from '../services/adapters/backup-target/lazy-target.ts';
import type { BackupTarget } from '../services/adapters/backup-target/port.ts';
import { combinedKeys } from '../services/adapters/keys/combined-keys.ts';
import { environmentKeys } from '../services/adapters/keys/environment-keys.ts';
import { parseKeys } from '../services/adapters/keys/key-text.ts';
import { localKeyRegister } from '../services/adapters/keys/key-register.ts';
import { localKeyFile } from '../services/adapters/keys/local-key-file.ts';
import type { KeyServices, KeySource } from '../services/adapters/keys/port.ts';
import { localDisk } from '../services/adapters/storage/local-disk.ts';
import type { Storage } from '../services/adapters/storage/port.ts';
import { microsoftIssuer } from '../services/adapters/sso/openid-client.ts';
import { openSigner } from '../services/audit/index.ts';
import type { BackupPlaces } from '../services/backups/index.ts';
import { DomainError } from '../services/kernel/errors.ts';
import type { Config } from '../services/platform/config.ts';
import { addressOf, placeFrom } from '../services/platform/config/places.ts';
import { secretFile } from '../services/platform/secrets.ts';
import {
  createVault,
  type KitPlaces,
  loadKeyRing,
  RemoteKeys,
  sealedKeys,
  type KeyStore,
  type NamedKey,
  type Vault,
} from '../services/vault/index.ts';

/** Where the sealed files, the master keys and the backups are. Part of the composition root. */

/** The key ring of a configuration: the key file of KEYS_DIR, or the environment, and the key services that it names. */
export const keyStoreOf = (config: Config, services = keyServicesOf(config)): KeyStore => ({
  source: keySourceOf(config),
  register: localKeyRegister(config.dataDir),
  remote: new RemoteKeys(services),
  wanted: wantedKey(config),
});

/** Beside keys of the environment, which are only read, those of key services stand in the file. */
function keySourceOf({ KEY_PROVIDER, MASTER_KEY, keysDir, dataDir }: Config): KeySource {
  const file = localKeyFile({ path: join(keysDir, 'master-keys.json'), dataDir });
  if (MASTER_KEY === undefined) return file;
  return KEY_PROVIDER === 'LOCAL' ? environmentKeys(MASTER_KEY) : combinedKeys(file, environmentKeys(MASTER_KEY));
}

function wantedKey({ KEY_PROVIDER, KMS_KEY_ID = '', AZURE_KEY_ID = '' }: Config): NamedKey | undefined {
  if (KEY_PROVIDER === 'LOCAL') return undefined;
  return { provider: KEY_PROVIDER, name: KEY_PROVIDER === 'AWS_KMS' ? KMS_KEY_ID : AZURE_KEY_ID };
}

/** A service, and its packages, are loaded when the ring first needs them. */
function keyServicesOf(config: Config): KeyServices {
  const services = {
    AWS_KMS: once(async () => (await import('../services/adapters/keys/aws-kms.ts')).awsKms()),
    AZURE_KEY_VAULT: once(async () => {
      const { azureKeyVault } = await import('../services/adapters/keys/azure-key-vault.ts');
      return azureKeyVault({ credential: await azureCredentialOf(config) });
    }),
  };
  return (provider) => services[provider]();
}

async function azureCredentialOf(config: Config) {
  const { AZURE_TENANT_ID: tenant, AZURE_CLIENT_ID: clientId, AZURE_CLIENT_SECRET: clientSecret } = config;
  const { applicationCredential, machineCredential, usualIdentityEndpoint } =
    await import('../services/adapters/keys/azure-credential.ts');
  return tenant !== undefined && clientId !== undefined && clientSecret !== undefined
    ? applicationCredential({ issuer: microsoftIssuer(tenant), clientId, clientSecret })
    : machineCredential({ url: config.IDENTITY_ENDPOINT ?? usualIdentityEndpoint, header: config.IDENTITY_HEADER });
}

function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | undefined;
  return () => (opened ??= open());
}

export const kitCipher = once(async () => (await import('../services/adapters/kit/age-shamir.ts')).ageKit());

/** The keys of a configuration, and the cryptography of its emergency kit, whose packages are loaded when it is used. */
export const kitPlacesOf = ({ keysDir, dataDir, MASTER_KEY, JWT_SECRET }: Config): KitPlaces => ({
  ...{ keysDir, dataDir },
  settings: { ...(MASTER_KEY !== undefined && { MASTER_KEY }), ...(JWT_SECRET !== undefined && { JWT_SECRET }) },
  cipher: kitCipher,
  keysIn: async ({ files, settings }) => {
    const file = files['master-keys.json'];
    if (file !== undefined) return parseKeys(Buffer.from(file, 'base64').toString());
    const value = settings['MASTER_KEY'];
    return value === undefined ? undefined : await environmentKeys(value).read();
  },
});

/** A folder of this machine, or a bucket, whose packages are loaded then. */
export async function openStorage({ storage }: Config): Promise<Storage> {
  if (storage.kind === 'FOLDER') return await localDisk(storage.folder);
  const { s3Storage } = await import('../services/adapters/storage/s3.ts');
  return s3Storage(storage);
}

const keyWatchMs = 1_000;

export async function openVault(config: Config): Promise<Vault> {
  const store = keyStoreOf(config);
  let ring = await loadKeyRing(store);
  // A rotation run as a command adds a key that this process has not read yet.
  const watch = setInterval(
    () =>
      void loadKeyRing(store).then(
        (fresh) => {
          ring = fresh;
        },
        () => undefined,
      ),
    keyWatchMs,
  );
  watch.unref();
  return createVault(
    await openStorage(config),
    () => ring,
    () => {
      clearInterval(watch);
      store.remote?.close();
    },
  );
}

/** Targets of backups in the order of the settings; a folder beside the data unless there are any. Part of the composition root. */
export function openBackups(config: Config): BackupPlaces {
  const urls = config.BACKUP_TARGETS.length > 0 ? config.BACKUP_TARGETS : [`file:${config.dataDir}-backups`];
  return {
    targets: urls.map(openTarget),
    keys: { secret: secretFile(config.keysDir, 'backups.key'), signer: openSigner(config.keysDir) },
    openFolder: localDisk,
    keyChecks: () => localKeyRegister(config.dataDir).read(),
    sealedKeys: async () => (await sealedKeys(kitPlacesOf(config))) ?? null,
  };
}

/** By its address, `file:/folder` or `s3://bucket/prefix?endpoint=…&region=…&lock=…`. Error: INPUT_INVALID for any other. */
export function openTarget(address: string): BackupTarget {
  const place = placeFrom(address);
  if (place === undefined) throw new DomainError('INPUT_INVALID', { field: 'target' });
  if (place.kind === 'FOLDER') return fileTarget(place.folder);
  const url = addressOf(place);
  return lazyTarget({ url, isLocking: place.lock !== undefined }, async () =>
    (await import('../services/adapters/backup-target/s3-target.ts')).s3Target(place, url),
  );
}
