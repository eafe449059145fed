/** The server of `server.ts`, which notes the key and nonce of everything that it encrypts, as one hash: a test shows that none comes twice. */
import crypto from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const file = process.env['NOTE_NONCES'] as string;
const { createCipheriv, createHash } = crypto;
crypto.createCipheriv = ((...given: Parameters<typeof createCipheriv>) => {
  const [, key, nonce] = given;
  const noted = createHash('sha256')
    .update(key as Buffer)
    .update(nonce as Buffer);
  appendFileSync(file, `${noted.digest('hex')}\n`);
  return createCipheriv(...given);
}) as typeof createCipheriv;
syncBuiltinESMExports();
await import('./server.ts');
