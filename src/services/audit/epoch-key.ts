import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createWhole } from '../platform/whole-file.ts';
import { secretFile } from '../platform/secrets.ts';
import { keyAt } from './chain.ts';

/** The key that signs entries now, and its number. */
export interface HeldKey {
  readonly epoch: number;
  readonly key: Buffer;
}

/** The keys of the audit log on this server: of all the epochs that ever were, only the last one. */
export interface EpochKeys {
  held(): HeldKey;
  /** The key of this epoch or a later one; not kept. */
  at(epoch: number): Buffer;
  /** This epoch has begun, for good: every key before it is wiped, on disk and in memory. Throws, changing nothing, when the disk refuses. */
  advanceTo(epoch: number): void;
}

const firstKeyFile = 'journal-auditor.key';
const heldKeyFile = 'journal.key';
const takenMark = 'taken';

const heldShape = z.object({ epoch: z.int().min(0), key: z.base64() });

/** Thrown when the key that should be there is not: starting with another one would hide a break of the chain. */
export class AuditKeyError extends Error {
  override readonly name = 'AuditKeyError';
}

/** Opens the key of the present epoch; at the very first start makes K_0 and leaves a copy for the auditor to take. */
export function openEpochKeys(keysDir: string): EpochKeys {
  mkdirSync(keysDir, { recursive: true, mode: 0o700 });
  const file = join(keysDir, heldKeyFile);
  let current = readHeld(file) ?? firstKey(keysDir, file);
  return {
    held: () => current,
    at: (epoch) => keyAt(current, epoch),
    advanceTo(epoch) {
      if (epoch <= current.epoch) return;
      const next = { epoch, key: keyAt(current, epoch) };
      // Another process may have been here first, or be further.
      if ((readHeld(file)?.epoch ?? 0) < epoch) replaceHeld(file, next);
      current.key.fill(0);
      current = next;
    },
  };
}

/** K_0, as long as the auditor has not taken it away. */
export function firstKeyOf(keysDir: string): Buffer | null {
  const text = textOf(join(keysDir, firstKeyFile));
  return text === undefined || text.startsWith(takenMark) ? null : Buffer.from(text.trim(), 'base64');
}

/** Gives K_0 to the auditor, once, and wipes it from this server; null when it was taken before. */
export function takeFirstKey(keysDir: string, now: Date): Buffer | null {
  const key = firstKeyOf(keysDir);
  if (key === null) return null;
  overwrite(join(keysDir, firstKeyFile), `${takenMark} ${now.toISOString()} ${fingerprintOf(key)}\n`);
  return key;
}

/** Distinguishes one K_0 from another without revealing it. */
export const fingerprintOf = (key: Buffer): string =>
  createHash('sha256').update('AUD1 first').update(key).digest('hex').slice(0, 16);

function firstKey(keysDir: string, file: string): HeldKey {
  const taken = textOf(join(keysDir, firstKeyFile))?.startsWith(takenMark) ?? false;
  if (taken) throw new AuditKeyError(`${file} is lost: put it back from where the keys are kept`);
  createWhole(file, JSON.stringify({ epoch: 0, key: secretFile(keysDir, firstKeyFile).toString('base64') }), 0o600);
  return readHeld(file) as HeldKey;
}

function readHeld(file: string): HeldKey | undefined {
  const text = textOf(file);
  if (text === undefined) return undefined;
  const { epoch, key } = heldShape.parse(JSON.parse(text));
  return { epoch, key: Buffer.from(key, 'base64') };
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The new key is whole on disk before the old one is overwritten: a crash leaves one or the other. */
function replaceHeld(file: string, { epoch, key }: HeldKey): void {
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, JSON.stringify({ epoch, key: key.toString('base64') }), { mode: 0o600, flush: true });
  const old = openSync(file, 'r+');
  renameSync(draft, file);
  try {
    writeSync(old, Buffer.alloc(statSync(file).size + 64), 0);
    fsyncSync(old);
  } finally {
    closeSync(old);
  }
}

function overwrite(file: string, text: string): void {
  chmodSync(file, 0o600);
  const size = statSync(file).size;
  const secret = openSync(file, 'r+');
  try {
    writeSync(secret, Buffer.alloc(size), 0);
    fsyncSync(secret);
    ftruncateSync(secret, 0);
    writeSync(secret, text, 0);
    fsyncSync(secret);
  } finally {
    closeSync(secret);
  }
}
