import { createHash, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Keys that sign and check access tokens: the first signs, all of them check. */
export interface SigningKeys {
  readonly current: { readonly kid: string; readonly key: KeyObject };
  find(kid: string): KeyObject | undefined;
}

const fileName = 'access-tokens.json';
const leastBytes = 32;
const mostKeys = 3;

const ringFile = z.object({
  keys: z
    .array(z.object({ kid: z.string().min(1).max(40), secret: z.base64() }))
    .min(1)
    .max(mostKeys),
});

/**
 * The key ring in `access-tokens.json`, created at first use by whichever process comes first; readable only by its
 * owner. After a rotation the previous key stays in the ring for the lifetime of one token, so that nobody is signed
 * out.
 */
export function fileSigningKeys(directory: string): SigningKeys {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, fileName);
  if (!existsSync(file)) makeFile(file);
  let loaded = load(file);
  const latest = (): SigningKeys => {
    if (statSync(file).mtimeMs !== loaded.changedMs) loaded = load(file);
    return loaded.ring;
  };
  return {
    get current() {
      return latest().current;
    },
    // An unknown key may have been added by a rotation since the file was last read.
    find: (kid) => loaded.ring.find(kid) ?? latest().find(kid),
  };
}

/**
 * Adds a key that signs from now on; running processes find it by themselves. The ring holds three keys: do not rotate
 * more often than a token lives. Returns the new key's id.
 */
export function rotateSigningKey(directory: string): string {
  const file = join(directory, fileName);
  const { keys } = ringFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const fresh = freshKey();
  renameSync(draftOf(file, [fresh, ...keys].slice(0, mostKeys)), file);
  return fresh.kid;
}

/**
 * Written completely or not at all: neither a crash nor a process that starts at the same instant finds half a ring.
 */
function makeFile(file: string): void {
  const draft = draftOf(file, [freshKey()]);
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}

function draftOf(file: string, keys: z.infer<typeof ringFile>['keys']): string {
  const draft = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  writeFileSync(draft, JSON.stringify({ keys }, null, 2), { flag: 'wx', mode: 0o600, flush: true });
  return draft;
}

const freshKey = () => ({ kid: randomBytes(6).toString('hex'), secret: randomBytes(leastBytes).toString('base64') });

function load(file: string): { readonly ring: SigningKeys; readonly changedMs: number } {
  const changedMs = statSync(file).mtimeMs;
  const { keys } = ringFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    changedMs,
    ring: ringOf(
      keys.map(({ kid, secret }) => ({ kid, secret: Buffer.from(secret, 'base64') })),
      file,
    ),
  };
}

/** One key from the environment; its name is a fingerprint, so that another secret is another key. */
export function environmentSigningKey(secret: string): SigningKeys {
  const bytes = Buffer.from(secret);
  return ringOf(
    [{ kid: createHash('sha256').update(`kid ${secret}`).digest('hex').slice(0, 12), secret: bytes }],
    'JWT_SECRET',
  );
}

function ringOf(secrets: readonly { kid: string; secret: Buffer }[], source: string): SigningKeys {
  if (secrets.some(({ secret }) => secret.length < leastBytes))
    throw new Error(`${source}: keys of access tokens need ${leastBytes} bytes or more`);
  const keys = new Map(secrets.map(({ kid, secret }) => [kid, createSecretKey(secret)]));
  const [[kid, key]] = [...keys] as [[string, KeyObject]];
  return { current: { kid, key }, find: (name) => keys.get(name) };
}
