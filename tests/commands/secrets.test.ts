// @lane sqlite: the command opens no database.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { secretCommands } from '../../src/commands/secrets.ts';

let folder: string;
let printed: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  printed = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]): Promise<number> =>
  secretCommands({ print: (text) => void printed.push(text) })['secrets:generate']?.runOffline(args) ??
  Promise.reject(new Error('no such command'));

test('secrets are written once, for their owner only, and never shown', async () => {
  const file = join(folder, '.env.production');
  expect(await run('--dry-run', '--out', file)).toBe(0);
  expect(await run('--out', file)).toBe(0);
  const text = readFileSync(file, 'utf8');
  const values = Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.+)$/gm)].map(([, name, value]) => [name, value]));
  expect(Object.keys(values)).toEqual(['MASTER_KEY', 'JWT_SECRET', 'MYSQL_PASSWORD']);
  expect(Buffer.from(values['MASTER_KEY'] ?? '', 'base64')).toHaveLength(32);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  for (const value of Object.values(values)) expect(printed.join('\n')).not.toContain(value);

  expect(await run('--out', file)).toBe(1);
  expect(readFileSync(file, 'utf8')).toBe(text);
  expect(await run('--out', join(folder, 'nowhere/x'))).toBe(1);
});
