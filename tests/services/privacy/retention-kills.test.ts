// @lane sqlite at first: what a database keeps of a death, crash-points.test.ts has on both; retention.test.ts deletes on both.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../../src/services/kernel/ids.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import { previewRetention, runRetention } from '../../../src/services/privacy/index.ts';
import { person } from '../../support/make/actor.ts';
import { engine } from '../../support/database.ts';
import { spawnModule } from '../../support/processes/spawn.ts';
import { openPeopleEnvironment, type PeopleEnvironment } from '../identity/people-environment.ts';
import { makeAccount } from '../identity/people.ts';
import { leaveEverything } from './held.ts';
import { makeLoginThrottle } from '../../support/make/login-throttle.ts';

let env: PeopleEnvironment;
beforeAll(async () => {
  env = await openPeopleEnvironment();
});
afterAll(() => env.close());

test(`a process that is killed at any point of a run loses nothing, and nothing is counted twice (${engine})`, async () => {
  const boss = await makeAccount(env, 'boss@example.org', 'ADMIN');
  const proofreader = await makeAccount(env, 'correctrice@example.org', 'PROOFREADER');
  for (let i = 0; i < 3; i++) {
    await leaveEverything(env, {
      userId: await makeAccount(env, `${newId()}@example.org`),
      proofreaderId: proofreader,
      day: new Date('2010-01-01T10:00:00Z'),
    });
  }
  const em = env.app.orm.em.fork();
  for (let i = 0; i < 700; i++) makeLoginThrottle(em, new Date('2010-01-01'));
  await em.flush();
  const admin = person('ADMIN', boss);
  const foretold = (await env.perform(previewRetention, { samples: 1 }, admin))
    .filter(({ count }) => count > 0)
    .map(({ recordClass, count }) => ({ recordClass, count }));
  const { id } = await env.perform(runRetention, undefined, admin);
  const { dataDir, keysDir } = env.app.config;
  const live = (crashAt?: number) =>
    spawnModule('tests/support/processes/retention.ts', {
      TEST_DATABASE: JSON.stringify(env.database.settings),
      DATA_DIR: dataDir,
      KEYS_DIR: keysDir,
      RUN_ID: id,
      ...(crashAt === undefined ? {} : { CRASH_AT: String(crashAt) }),
    });
  // Four points a transaction: before and after each of them, inside the first class with several batches, and later.
  const points = process.env['STORM'] === 'full' ? [13, 14, 15, 16, 20, 45, 75] : [13, 15, 20, 75];
  for (const crashAt of points) expect(await live(crashAt).ended).toBe('SIGKILL');
  const last = live();
  expect([await last.ended, last.output()]).toEqual([0, expect.not.stringContaining('Error')]);
  const run = await env.db
    .selectFrom('retention_run')
    .select(['progress', 'finished_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(run.finished_at).not.toBeNull();
  const progress = jsonFrom<Record<string, { count: number; isDone: boolean }>>(run.progress);
  expect(
    Object.entries(progress)
      .filter(([, { count }]) => count > 0)
      .map(([recordClass, { count }]) => ({ recordClass, count })),
  ).toEqual(foretold);
  const entries = (await env.auditLog())
    .filter(({ action }) => action === 'RETENTION_APPLIED')
    .map(({ payload }) => payload as { recordClass: string; count: number });
  expect(entries.map(({ recordClass, count }) => ({ recordClass, count }))).toEqual(foretold);
  expect(foretold.length).toBeGreaterThan(6);
});
