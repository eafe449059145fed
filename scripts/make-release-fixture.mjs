// Stores the data that a commit creates: its own server is built in a temporary worktree and plays its own main
// journey, on the embedded database and on MariaDB; what they hold then is packed under tests/fixtures/releases/NAME. From then on every
// later release must be able to upgrade them (tests/scenarios/upgrades.test.ts).
//   node scripts/make-release-fixture.mjs before-issue-8 --commit d8005cf
import './help.mjs';
import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createConnection } from 'mysql2/promise';
import { mysqlText, sqliteText } from './release-dump.mjs';
import { findMariaDb, startMariaDb } from './private-mariadb.mjs';

const [name, ...options] = process.argv.slice(2);
if (!/^[a-z0-9][a-z0-9.-]*$/.test(name)) throw new Error('A name is made of small letters, digits, dots and hyphens');
const commit = options.find((option) => option.startsWith('--commit='))?.slice('--commit='.length) ?? 'HEAD';
const target = resolve('tests/fixtures/releases', name);
const work = mkdtempSync(join(tmpdir(), 'atelier-release-'));
const tree = join(work, 'tree');
const run = (command, args, cwd = '.') => {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
};

let mariadb;
try {
  run('git', ['worktree', 'add', '--detach', tree, commit]);
  // The packages of today: those of the commit differ where it matters only in its own code. `npm ci` there, if they do.
  symlinkSync(resolve('node_modules'), join(tree, 'node_modules'));
  run(process.execPath, ['scripts/build.mjs'], tree);
  mkdirSync(target, { recursive: true });
  const people = { sqlite: await play('sqlite') };
  const given = process.env.TEST_DATABASE_URL;
  if (given === undefined && !findMariaDb())
    throw new Error('A fixture holds both databases: install MariaDB, or set TEST_DATABASE_URL');
  if (given === undefined) mariadb = await startMariaDb();
  people.mysql = await play('mysql', given ?? mariadb.url);
  writeFileSync(
    join(target, 'people.json'),
    `${JSON.stringify({ commit: spawnSync('git', ['rev-parse', commit], { encoding: 'utf8' }).stdout.trim(), people }, null, 2)}\n`,
  );
  const bytes = globSync('**/*', { cwd: target }).reduce((sum, file) => sum + statSync(join(target, file)).size, 0);
  console.log(`${target}: ${Math.round(bytes / 1024)} KB`);
} finally {
  await mariadb?.stop();
  run('git', ['worktree', 'remove', '--force', tree]);
  rmSync(work, { recursive: true, force: true });
}

/** Plays the commit's own journey on its own server; returns the accounts, by role. */
async function play(engine, server) {
  const home = join(work, engine);
  const [data, keys] = [join(home, 'data'), join(home, 'keys')];
  const url = server === undefined ? undefined : await emptyDatabase(server);
  const port = await freePort();
  const { child, people } = await start({
    DATA_DIR: data,
    KEYS_DIR: keys,
    PORT: String(port),
    ...(url === undefined ? {} : { DATABASE_URL: url }),
  });
  try {
    await playJourney({ port, people, mailbox: join(data, 'mailbox') });
  } finally {
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await gone;
  }
  const dump = url === undefined ? sqliteText(join(data, 'atelier.sqlite')) : await mysqlText(url);
  writeFileSync(join(target, `${engine}.sql.gz`), gzipSync(dump, { level: 9 }));
  // The embedded lane stores every encrypted file; one large manuscript is enough for the repository.
  const isKept = (path) => engine === 'sqlite' || statSync(path).isDirectory() || statSync(path).size < 100_000;
  for (const part of ['data/files/objects', 'data/master-keys.json', 'keys'])
    cpSync(join(home, part), join(target, engine, part), { recursive: true, filter: isKept });
  if (url !== undefined) await dropDatabase(url);
  return people;
}

function start(settings) {
  const environment = {
    PATH: process.env.PATH,
    NODE_ENV: 'development',
    LOG_LEVEL: 'warn',
    ENV_FILE: 'none',
    PUBLIC_URL: `http://127.0.0.1:${settings.PORT}`,
    ...settings,
  };
  const child = spawn(process.execPath, ['dist/server.js'], {
    cwd: tree,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  return new Promise((done, failed) => {
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const people = Object.fromEntries(
        [...said.matchAll(/^ {2}([A-Z]+) +(\S+@\S+) +(\S+)$/gm)].map(([, role, email, password]) => [
          role,
          { email, password },
        ]),
      );
      if (people.ARTISAN !== undefined && said.includes('listens on')) done({ child, people });
    });
    child.once('exit', (code) => failed(new Error(`The server ended with ${code}:\n${said}`)));
  });
}

/** Plays the commit's main job, in a process of the commit's own sources. */
async function playJourney({ port, people, mailbox }) {
  const story = `
    import ${JSON.stringify(pathToFileURL(join(tree, 'scripts/run-ts.mjs')).href)};
    const { MainJob } = await import('./tests/scenarios/main-job.story.ts');
    const { mailboxFolder } = await import('./src/services/adapters/mail/mailbox-folder.ts');
    const box = mailboxFolder({ folder: ${JSON.stringify(mailbox)}, clock: { now: () => new Date() } });
    const people = ${JSON.stringify({ admin: people.ADMIN, proofreader: people.PROOFREADER, stranger: people.CUSTOMER })};
    const job = new MainJob({ url: 'http://127.0.0.1:${port}', people, mails: () => box.list(200) });
    for (const { name, play } of job.steps) console.log(name, '·', await play());
    await job.close();
    await new Promise((done) => setTimeout(done, 3000));
  `;
  const file = join(tree, 'release-story.mjs');
  writeFileSync(file, story);
  run(process.execPath, ['--no-warnings', file], tree);
}

function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

async function emptyDatabase(server) {
  const url = Object.assign(new URL(server), { pathname: `/atelier_release_${process.pid}` }).href;
  await onServer(
    server,
    `create database \`atelier_release_${process.pid}\` character set utf8mb4 collate utf8mb4_unicode_ci`,
  );
  return url;
}

function dropDatabase(url) {
  return onServer(
    Object.assign(new URL(url), { pathname: '/' }).href,
    `drop database if exists \`atelier_release_${process.pid}\``,
  );
}

async function onServer(server, statement) {
  const db = await createConnection(server);
  await db.query(statement);
  await db.end();
}
