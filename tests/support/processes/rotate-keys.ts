/** Wraps every data key anew, by key services that are fakes of another process; dies at the point `CRASH_AT`. */
import { createApp } from '../../../src/app.ts';
import { keyStoreOf } from '../../../src/adapters.ts';
import { system } from '../../../src/services/access/actor.ts';
import { awsKms } from '../../../src/services/adapters/keys/aws-kms.ts';
import { azureKeyVault } from '../../../src/services/adapters/keys/azure-key-vault.ts';
import { rewrapKeys } from '../../../src/services/files/index.ts';
import { readConfig } from '../../../src/services/platform/config.ts';
import type { DatabaseSettings } from '../../../src/services/platform/orm/orm.ts';
import { loadKeyRing, RemoteKeys } from '../../../src/services/vault/index.ts';
import { azureNetwork } from '../azure-key-vault.ts';

const { AWS_URL: endpoint = '', AZURE_URL = '', AZURE_TOKEN: token = '', TEST_DATABASE = '{}' } = process.env;
const credentials = { accessKeyId: 'A', secretAccessKey: 'secret' };
const getToken = () => Promise.resolve({ token, expiresOnTimestamp: Date.now() + 3_600_000 });

const config = readConfig();
const remote = new RemoteKeys((provider) =>
  Promise.resolve(
    provider === 'AWS_KMS'
      ? awsKms({ endpoint, credentials, maxAttempts: 3 })
      : azureKeyVault({ credential: { getToken }, httpClient: azureNetwork(AZURE_URL), attempts: 3 }),
  ),
);
const ring = await loadKeyRing({ ...keyStoreOf(config), remote });
const app = await createApp(config, { database: JSON.parse(TEST_DATABASE) as DatabaseSettings });
const ctx = app.contextFor({ actor: system, requestId: 'rotation' });
await rewrapKeys({ ...ctx, vault: { ...ctx.vault, ring: () => ring } }, () => undefined);
process.exit(0);
