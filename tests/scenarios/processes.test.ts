import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnModule, type ChildOfTest } from '../support/processes/spawn.ts';
import { until } from '../support/until.ts';

let directory: string;
let started: ChildOfTest[];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'atelier-processes-'));
  started = [];
});
afterEach(async () => {
  for (const { child, ended } of started) {
    child.kill('SIGKILL');
    await ended;
  }
  rmSync(directory, { recursive: true, force: true });
});

/** A process as it is shipped, on an empty folder and the embedded database. */
function run(module: string, args: readonly string[] = [], environment: Record<string, string> = {}): ChildOfTest {
  const process = spawnModule(
    module,
    {
      DATA_DIR: join(directory, 'data'),
      KEYS_DIR: join(directory, 'keys'),
      PORT: '0',
      BCRYPT_ROUNDS: '4',
      ...environment,
    },
    args,
  );
  started.push(process);
  return process;
}

/** What others than the owner may do with something here. */
const openToOthers = (): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter(
    (name) => (statSync(join(directory, name)).mode & 0o077) !== 0,
  );

test.each([
  ['server', [], /listens on/],
  ['worker', [], /worker started/],
  ['cli', ['migrate'], /Migration0002/],
] as const)('everybody on the machine can read the database that the %s made', async (name, args, ready) => {
  const { output } = run(`src/${name}.ts`, args);
  await until('it has begun', () => ready.test(output()));
  expect(readdirSync(join(directory, 'data'))).toContain('atelier.sqlite');
  expect(openToOthers()).toEqual([]);
});

test.each(['server', 'worker', 'cli'])('the %s answers missing settings with a trace of its inside', async (name) => {
  const { output, ended } = run(`src/${name}.ts`, name === 'cli' ? ['seed'] : [], { NODE_ENV: 'production' });
  expect(await ended).toBe(1);
  expect(output()).toMatch(/^The configuration is wrong:\nPUBLIC_URL: required in production\n/);
  expect(output()).not.toMatch(/^ +at /m);
});

test('a command answers an empty database with a trace of its inside', async () => {
  for (const command of ['seed', 'audit:verify', 'keys:retire ID']) {
    const { output, ended } = run('src/cli.ts', command.split(' '));
    expect([await ended, output()]).toEqual([1, 'The database is not up to date: run migrate first.\n']);
  }
  await run('src/cli.ts', ['migrate']).ended;
  const seeding = run('src/cli.ts', ['seed']);
  expect([await seeding.ended, seeding.output()]).toEqual([0, expect.stringMatching(/ADMIN +contact@staka\.fr/)]);
});

test('a command answers a master key that does not exist with a trace of its inside', async () => {
  const { output, ended } = run('src/cli.ts', ['migrate']);
  expect([await ended, output()]).toEqual([0, expect.stringContaining('Migration0001')]);
  const retiring = run('src/cli.ts', ['keys:retire', 'nothing']);
  expect([await retiring.ended, retiring.output()]).toEqual([1, 'There is no master key nothing.\n']);
});

test('a command answers a reader who has read enough with a trace of its inside', async () => {
  const { child, output, ended } = run('src/cli.ts', ['holidays']);
  child.stdout?.destroy();
  expect([await ended, output()]).toEqual([0, '']);
});
