import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { secretFile } from '../../../src/services/platform/secrets.ts';
import { spawnModule } from '../../support/processes/spawn.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'atelier-secrets-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

test('processes that start together make the same secrets, each of them whole', async () => {
  const orders = JSON.stringify({ directory, at: Date.now() + 3_000 });
  const processes = Array.from({ length: 3 }, () =>
    spawnModule('tests/support/processes/secrets.ts', { SECRETS_ORDERS: orders }),
  );
  const ends = await Promise.all(processes.map(async ({ ended, output }) => [await ended, output()]));
  expect(new Set(ends.map(([, said]) => said)).size).toBe(1);
  expect(ends[0]).toEqual([0, expect.stringMatching(/^secrets [0-9a-f]{64}\n$/)]);
  expect(readdirSync(directory, { recursive: true }).filter((name) => String(name).endsWith('.tmp'))).toEqual([]);
});

test('a secret is for its owner’s eyes, and stays the same', () => {
  const secret = secretFile(directory, 'one.key');
  expect(secretFile(directory, 'one.key')).toEqual(secret);
  expect(statSync(join(directory, 'one.key')).mode & 0o777).toBe(0o400);
});
