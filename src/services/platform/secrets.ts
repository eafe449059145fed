import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWhole } from './whole-file.ts';

/** A secret of 32 bytes in a file only its owner can read; created at first use, by whichever process comes first. */
export function secretFile(directory: string, name: string): Buffer {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, name);
  const secret = Buffer.from((textOf(file) ?? made(file)).trim(), 'base64');
  if (secret.length < 32) throw new Error(`${file} does not hold a secret of 32 bytes in base64`);
  return secret;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Made by one process when several start at the same instant; the others read what it made. */
function made(file: string): string {
  createWhole(file, randomBytes(32).toString('base64'), 0o400);
  return readFileSync(file, 'utf8');
}
