// A private MariaDB server: a temporary directory, a free port on 127.0.0.1, a random password, deleted when stopped.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fastTemporaryFolder } from './temporary.mjs';

const find = (...names) =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/usr/libexec']
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(existsSync);

/** The server's programs, or undefined where MariaDB is not installed. */
export function findMariaDb() {
  const server = find('mariadbd');
  const install = find('mariadb-install-db');
  return server && install ? { server, install } : undefined;
}

export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = probe.address();
        probe.close(() => resolve(port));
      });
  });

/**
 * Starts the server. Commits are as durable as in production as far as InnoDB is concerned (flushed at each commit);
 * the rest is tuned for many small databases that exist for a second, in memory where there is plenty. `isBrief`: no
 * database is kept long enough to be worth a file for each table, or statistics that are written down.
 */
export async function startMariaDb({ folder = fastTemporaryFolder(), bufferPool = '128M', isBrief = false } = {}) {
  const { server, install } = findMariaDb() ?? {};
  if (!server) throw new Error('MariaDB is not installed');
  const home = mkdtempSync(join(folder, 'atelier-mariadb-'));
  const account = userInfo().username;
  mkdirSync(`${home}/tmp`);
  const made = spawnSync(install, ['--no-defaults', `--datadir=${home}/data`, `--user=${account}`, '--skip-test-db'], {
    encoding: 'utf8',
    env: environmentOf(home),
  });
  if (made.status !== 0) {
    rmSync(home, { recursive: true, force: true });
    throw new Error(`mariadb-install-db failed: ${made.stderr || made.stdout}`);
  }
  const password = randomBytes(12).toString('hex');
  writeFileSync(
    `${home}/init.sql`,
    `create user if not exists atelier@'127.0.0.1' identified by '${password}';\ngrant all on *.* to atelier@'127.0.0.1' with grant option;\n`,
    { mode: 0o600 },
  );
  const port = await freePort();
  const start = () =>
    startServer(server, home, [
      '--no-defaults',
      `--datadir=${home}/data`,
      `--user=${account}`,
      `--socket=${home}/s`,
      `--pid-file=${home}/pid`,
      `--log-error=${home}/log.err`,
      '--bind-address=127.0.0.1',
      `--port=${port}`,
      `--init-file=${home}/init.sql`,
      '--skip-name-resolve',
      '--skip-log-bin',
      '--character-set-server=utf8mb4',
      '--collation-server=utf8mb4_unicode_ci',
      '--max-connections=300',
      '--innodb-flush-log-at-trx-commit=1',
      '--sync-binlog=0',
      `--innodb-buffer-pool-size=${bufferPool}`,
      '--innodb-log-file-size=64M',
      '--innodb-fast-shutdown=2',
      '--table-open-cache=1000',
      '--performance-schema=off',
      ...(isBrief ? ['--innodb-file-per-table=off', '--innodb-stats-persistent=off'] : []),
      '--default-time-zone=+00:00',
    ]);
  const running = { child: await start() };
  return {
    url: `mysql://atelier:${password}@127.0.0.1:${port}/`,
    port,
    get pid() {
      return running.child.pid;
    },
    async crash() {
      await kill(running.child);
      running.child = await start();
    },
    stop: () => stopServer(running.child, home),
  };
}

/** A server that starts deletes what it finds of temporary tables: in a folder of all, those of the others. */
const environmentOf = (home) => ({ ...process.env, TMPDIR: `${home}/tmp` });

/** Resolves once it answers; what it wrote before that, as a failure. */
async function startServer(server, home, args) {
  rmSync(`${home}/log.err`, { force: true });
  const child = spawn(server, args, { stdio: 'ignore', env: environmentOf(home) });
  const log = () => (existsSync(`${home}/log.err`) ? readFileSync(`${home}/log.err`, 'utf8') : '');
  for (let waited = 0; !log().includes('ready for connections'); waited += 50) {
    if (child.exitCode !== null || waited > 60_000) {
      const said = log();
      await stopServer(child, home);
      throw new Error(`mariadbd did not start:\n${said.split('\n').slice(-12).join('\n')}`);
    }
    await sleep(50);
  }
  return child;
}

async function kill(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

/** Its data are not kept: no orderly shutdown is needed. */
async function stopServer(child, home) {
  await kill(child);
  rmSync(home, { recursive: true, force: true });
}
