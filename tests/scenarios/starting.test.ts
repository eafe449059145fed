import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createDatabase, engine, type TestDatabase } from '../support/database.ts';
import { spawnModule, type ChildOfTest } from '../support/processes/spawn.ts';
import { fileInTheWay, smallDisk, type SmallDisk } from '../support/small-disks.ts';
import { until } from '../support/until.ts';

let directory: string;
let database: TestDatabase;
let started: ChildOfTest[];
let disk: SmallDisk | undefined;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'atelier-starting-'));
  database = await createDatabase({ migrated: engine === 'sqlite' });
  started = [];
});
afterEach(async () => {
  for (const { child, ended } of started) {
    child.kill('SIGKILL');
    await ended;
  }
  disk?.remove();
  disk = undefined;
  await database.drop();
  rmSync(directory, { recursive: true, force: true });
});

const dataDir = (): string => join(directory, 'data');

/** For what has nothing to do with migrating: the embedded database stands. */
function migrateAtOnce(): void {
  mkdirSync(dataDir());
  copyFileSync(database.settings.file, join(dataDir(), 'atelier.sqlite'));
}

function run(
  name: string,
  environment: Record<string, string> = {},
  args: readonly string[] = name === 'cli' ? ['migrate'] : [],
): ChildOfTest {
  const own = database.settings.url === undefined ? {} : { DATABASE_URL: database.settings.url };
  const child = spawnModule(
    `src/${name}.ts`,
    { DATA_DIR: dataDir(), KEYS_DIR: join(directory, 'keys'), PORT: '0', BCRYPT_ROUNDS: '4', ...own, ...environment },
    args,
  );
  started.push(child);
  return child;
}

/** Ends by itself with code 1, in words: no stack trace, nothing about the inside. */
async function refuses({ ended, output }: ChildOfTest, words: RegExp): Promise<void> {
  expect([await ended, output()]).toEqual([1, expect.stringMatching(words)]);
  expect(output()).not.toMatch(/^ +at |node:internal|\.ts:\d/m);
}

const runs = ({ output }: ChildOfTest): Promise<unknown> =>
  until('it runs', () => /listens on|runs jobs/.test(output()));

/** The address of the test database with another part in the place of its own. */
const addressWith = (change: Partial<URL>): string =>
  Object.assign(new URL(database.settings.url as string), change).href;

/** What has nothing to do with the database is tested once. */
const onOneDatabase = engine === 'sqlite' ? test : undefined;

onOneDatabase?.('a port in use: said before anything is made, so that no password is lost', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => other.once('listening', done));
  const { port } = other.address() as AddressInfo;
  await refuses(
    run('server', { PORT: String(port) }),
    new RegExp(`^127\\.0\\.0\\.1:${port} is in use by another program`),
  );
  other.close();
  expect(existsSync(dataDir())).toBe(false);
});

onOneDatabase?.('an address that is none of this machine', () =>
  refuses(run('server', { HOST: '203.0.113.1', PORT: '4999' }), /no such address: 203\.0\.113\.1:4999\. Set HOST/),
);

/** One function of the start says what is wrong, in every program: each of them shows it once, and the server the rest. */
onOneDatabase?.each(['worker', 'cli'])('the %s answers an operator in words, too', (name) =>
  refuses(
    run(name, { DATABASE_URL: 'mysql://root:canary-secret@127.0.0.1:1/atelier' }),
    /^The database cannot be reached at 127\.0\.0\.1:1 \(ECONNREFUSED\)/,
  ),
);

const programs = process.env['STORM'] === 'full' ? ['server', 'worker', 'cli'] : ['server'];
describe.each(programs)('the %s answers an operator in words', (name) => {
  onOneDatabase?.('a database that cannot be reached', () =>
    refuses(
      run(name, { DATABASE_URL: 'mysql://root:canary-secret@127.0.0.1:1/atelier' }),
      /^The database cannot be reached at 127\.0\.0\.1:1 \(ECONNREFUSED\)/,
    ),
  );

  onOneDatabase?.(
    'a file in the place of the data folder, or of the key folder',
    async () => {
      fileInTheWay(dataDir());
      await refuses(run(name, {}, name === 'cli' ? ['seed'] : []), /data.*(a file|not a folder)/s);
      rmSync(dataDir());
      if (name === 'cli') await run('cli').ended;
      fileInTheWay(join(directory, 'keys'));
      await refuses(run(name, {}, name === 'cli' ? ['seed'] : []), /keys.*(a file|not a folder)/s);
    },
    180_000,
  );

  if (engine === 'mysql') {
    test('a wrong password', () =>
      refuses(
        run(name, { DATABASE_URL: addressWith({ password: 'canary-secret' }) }),
        /refuses the user \w+: the name or the password in DATABASE_URL is wrong/,
      ));

    test('a database that does not exist', () =>
      refuses(
        run(name, { DATABASE_URL: addressWith({ pathname: '/atelier_test_nowhere' }) }),
        /There is no database atelier_test_nowhere|may not use the database atelier_test_nowhere/,
      ));
  } else {
    test('a file that is no database', async () => {
      mkdirSync(dataDir());
      writeFileSync(join(dataDir(), 'atelier.sqlite'), 'a letter to my aunt'.repeat(500));
      await refuses(run(name), /atelier\.sqlite is not a database of Atelier/);
    });

    test('a database that another program keeps locked', async () => {
      migrateAtOnce();
      const other = new DatabaseSync(join(dataDir(), 'atelier.sqlite'));
      other.exec('pragma locking_mode = exclusive; begin exclusive; create table held (id integer); commit');
      await refuses(run(name), /atelier\.sqlite is locked: another program/);
      other.close();
    }, 180_000);
  }
});

onOneDatabase?.(
  'a file of a front-end’s operations that cannot be used stops a start in words, before anything is made',
  async () => {
    const file = join(directory, 'operations.json');
    const start = () => run('server', { REGISTERED_OPERATIONS_FILE: file });
    await refuses(start(), /^REGISTERED_OPERATIONS_FILE: .*operations\.json cannot be read \(ENOENT\)$/m);
    writeFileSync(file, JSON.stringify({ a: '{ __typename }' }));
    await refuses(
      start(),
      /^REGISTERED_OPERATIONS_FILE: .*operations\.json "a" is not the SHA-256 of its operation’s text$/m,
    );
    expect(existsSync(dataDir())).toBe(false);
  },
);

onOneDatabase?.(
  'keys that are gone, or are not those of the data, stop a start in words',
  async () => {
    migrateAtOnce();
    const first = run('server');
    await runs(first);
    first.child.kill('SIGTERM');
    await first.ended;
    const keys = join(directory, 'keys');
    const elsewhere = { KEYS_DIR: join(directory, 'elsewhere') };
    for (const name of programs.slice(0, 2))
      await refuses(run(name, elsewhere), /The data are sealed, but The key file .*elsewhere.* holds no key/);
    rmSync(join(keys, 'master-keys.json'), { force: true });
    writeFileSync(join(keys, 'master-keys.json'), 'scribble', { mode: 0o400 });
    await refuses(run('server'), /master-keys\.json|key/);
  },
  180_000,
);

if (engine === 'sqlite') {
  test('a second server on the same embedded database is warned, and serves', async () => {
    migrateAtOnce();
    const first = run('server');
    await runs(first);
    expect(first.output()).not.toContain('Another server');
    const second = run('server');
    await runs(second);
    expect(second.output()).toMatch(/Another server already works on .*atelier\.sqlite/);
    first.child.kill('SIGKILL');
    second.child.kill('SIGKILL');
    await Promise.all([first.ended, second.ended]);
    const third = run('server');
    await runs(third);
    expect(third.output()).not.toContain('Another server');
  }, 180_000);
}

onOneDatabase?.(
  'a disk that is full, or read-only, is reported at start; one that is nearly full is a warning',
  async () => {
    disk = smallDisk(3);
    if (disk === undefined) return console.log('skipped: small disks (this machine mounts nothing)');
    const onDisk = { DATA_DIR: join(disk.folder, 'data'), KEYS_DIR: join(directory, 'keys') };
    disk.fill();
    for (const name of programs.slice(0, 2))
      await refuses(run(name, onDisk), /DATA_DIR: Nothing can be written in .*: the disk is full \(ENOSPC\)/);
    disk.empty();
    disk.makeReadOnly();
    await refuses(run('server', onDisk), /DATA_DIR: Nothing can be written in .*: the disk is read-only \(EROFS\)/);
    disk.makeWritable();
    migrateAtOnce();
    const keysOnDisk = run('server', { KEYS_DIR: join(disk.folder, 'keys') });
    await runs(keysOnDisk);
    expect(keysOnDisk.output()).toMatch(/Only \d MB are free in .*\(KEYS_DIR\)/);
  },
  180_000,
);

onOneDatabase?.(
  'the settings of .env are read in development, the environment wins, and a name that is nearly one of ours is reported',
  async () => {
    const file = join(directory, 'settings');
    writeFileSync(file, 'LOG_LEVEL=warn\nFROM_EMAIL=nobody\nPORT=eighty\nCORS_ORIGIN=https://front.example\n');
    const wrong = run('server', { NODE_ENV: 'development', ENV_FILE: file, BCRYPT_ROUNDS: 'four' });
    await refuses(wrong, /FROM_EMAIL: .*\(it is "nobody"\)/);
    expect(wrong.output()).not.toContain('eighty');
    expect(wrong.output()).toContain(
      'CORS_ORIGIN is no setting of Atelier and is not read: did you mean CORS_ORIGINS?',
    );
    expect(wrong.output()).toContain('(it is "four")');
    migrateAtOnce();
    const right = run('server', { NODE_ENV: 'development', ENV_FILE: file, FROM_EMAIL: 'office@example.org' });
    await runs(right);
    expect(right.output()).not.toMatch(/"msg"/);
    await refuses(run('server', { NODE_ENV: 'production', ENV_FILE: file }), /PUBLIC_URL: required in production/);
    await refuses(
      run('server', { NODE_ENV: 'development', ENV_FILE: directory }),
      /The settings in .* cannot be read \(EISDIR\)/,
    );
  },
  180_000,
);

onOneDatabase?.(
  'the worker says that it runs; in development its log is lines for people, in production JSON with the names of levels',
  async () => {
    migrateAtOnce();
    const developed = run('worker', { NODE_ENV: 'development' });
    await runs(developed);
    await until('its log', () => developed.output().includes('worker started'));
    expect(developed.output()).toMatch(/INFO.*worker started/);
    const tested = run('worker', { NODE_ENV: 'test' });
    await runs(tested);
    await until('its log', () => tested.output().includes('worker started'));
    expect(tested.output()).toMatch(/"level":"info".*"msg":"worker started"/);
    expect(readdirSync(dataDir()).filter((file) => file.startsWith('.write-check'))).toEqual([]);
  },
  180_000,
);
