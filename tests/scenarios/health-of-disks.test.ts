// @lane sqlite: proves what is said of disks.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { fileInTheWay, smallDisk, type SmallDisk } from '../support/small-disks.ts';
import { until } from '../support/until.ts';

let disk: SmallDisk | undefined;
let env: TestEnvironment;
beforeAll(async () => {
  disk = smallDisk(8);
  const folders = disk && { DATA_DIR: join(disk.folder, 'data'), KEYS_DIR: join(disk.folder, 'keys') };
  env = await openTestEnvironment({ isWorking: false, environment: folders ?? {} });
});
afterAll(async () => {
  await env.close();
  disk?.remove();
});

interface Health {
  readonly status: string;
  readonly checks: Record<string, string>;
  readonly reasons?: Record<string, string>;
  readonly freeBytes?: Record<string, number>;
}
const health = async (): Promise<Health & { code: number }> => {
  const answer = await fetch(`${env.url}/health`);
  return { code: answer.status, ...((await answer.json()) as Health) };
};
/** Asked until it says so: an answer is kept for some seconds. */
const untilStorageIs = (state: string): Promise<void> =>
  until(`storage is ${state}`, async () => (await health()).checks['storage'] === state);

test('health shows the free space where files, mails and keys are kept, and leaves nothing behind', async () => {
  const { code, status, freeBytes, checks } = await health();
  expect({ code, status }).toEqual({ code: 200, status: 'ok' });
  expect(checks).toMatchObject({
    database: 'ok',
    storage: 'ok',
    mailbox: 'ok',
    keyFolder: 'ok',
    keys: 'ok',
    mail: 'ok',
  });
  expect(Object.keys(freeBytes ?? {}).sort()).toEqual(['keyFolder', 'mailbox', 'storage']);
  expect(Math.min(...Object.values(freeBytes ?? {}))).toBeGreaterThan(0);
  expect(readdirSync(env.config.keysDir).filter((name) => name.includes('write-check'))).toEqual([]);
});

test('health says all is well with a disk that is full, or read-only', async () => {
  if (disk === undefined) return console.log('skipped: small disks (this machine mounts nothing)');
  disk.fill();
  await untilStorageIs('failing');
  expect(await health()).toMatchObject({
    code: 503,
    status: 'failing',
    reasons: { storage: 'the disk is full', mailbox: 'the disk is full', keyFolder: 'the disk is full' },
  });
  disk.empty();
  await untilStorageIs('ok');
  disk.makeReadOnly();
  await untilStorageIs('failing');
  expect(await health()).toMatchObject({
    code: 503,
    reasons: { storage: 'the disk is read-only', keyFolder: 'the disk is read-only' },
  });
  disk.makeWritable();
  await untilStorageIs('ok');
}, 180_000);

test('health says all is well with a file in the place of the files folder', async () => {
  fileInTheWay(join(env.config.dataDir, 'files'));
  await untilStorageIs('failing');
  expect(await health()).toMatchObject({
    code: 503,
    reasons: { storage: 'it is a file, or lies below one, and not a folder' },
    checks: { database: 'ok', keyFolder: 'ok' },
  });
});
