/** Makes or reads many secrets as fast as it can from a given instant on; prints a fingerprint of all of them. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileSigningKeys } from '../../../src/services/adapters/access-tokens/key-ring.ts';
import { secretFile } from '../../../src/services/platform/secrets.ts';

const { directory, at } = JSON.parse(process.env['SECRETS_ORDERS'] ?? '{}') as { directory: string; at: number };
const hash = createHash('sha256');
while (Date.now() < at) continue;
for (let i = 0; i < 400; i++) {
  hash.update(secretFile(directory, `${i}.key`));
  hash.update(fileSigningKeys(join(directory, String(i))).current.kid);
}
process.stdout.write(`secrets ${hash.digest('hex')}\n`);
