// @lane sqlite: proves what is said of disks.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createApp, type App } from '../../src/app.ts';
import { serve, type Served } from '../../src/serve.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { captureLogs } from '../support/logs.ts';
import { fileInTheWay, smallDisk, type SmallDisk } from '../support/small-disks.ts';
import { until } from '../support/until.ts';
import { testConfig } from '../support/world.ts';

let database: TestDatabase;
let disk: SmallDisk | undefined;
let app: App;
let served: Served;
beforeAll(async () => {
  database = await createDatabase();
  disk = smallDisk(8);
  const home = disk?.folder ?? database.directory;
  app = await createApp(testConfig(database, { DATA_DIR: join(home, 'data'), KEYS_DIR: join(home, 'keys') }), {
    database: database.settings,
    log: captureLogs().log,
  });
  served = await serve(app);
});
afterAll(async () => {
  await served.stop();
  await app.close();
  disk?.remove();
  await database.drop();
});

interface Health {
  readonly status: string;
  readonly checks: Record<string, string>;
  readonly reasons?: Record<string, string>;
  readonly freeBytes?: Record<string, number>;
}
const health = async (): Promise<Health & { code: number }> => {
  const answer = await fetch(`${served.url}/health`);
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
  expect(readdirSync(app.config.keysDir).filter((name) => name.includes('write-check'))).toEqual([]);
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
  fileInTheWay(join(app.config.dataDir, 'files'));
  await untilStorageIs('failing');
  expect(await health()).toMatchObject({
    code: 503,
    reasons: { storage: 'it is a file, or lies below one, and not a folder' },
    checks: { database: 'ok', keyFolder: 'ok' },
  });
});
