// `npm test`: the suite on the embedded database, and on MySQL where a server is found or can be started privately.
//   npm test -- tests/services/platform     passes arguments on to jest
//   npm test -- --only=sqlite|mysql         one database only
// REQUIRE_MYSQL=1 (the CI) makes it a failure to find no MySQL.
import './help.mjs';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanUp } from '../tests/support/global-teardown.mjs';
import { fastTemporaryFolder } from './temporary.mjs';
import { findMariaDb, startMariaDb } from './private-mariadb.mjs';

const given = process.argv.slice(2);
const only = given.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
const passed = given.filter((argument) => !argument.startsWith('--only='));
if (only !== undefined && only !== 'sqlite' && only !== 'mysql') fail(`--only takes sqlite or mysql, not "${only}"`);

const named = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;
const insists = process.env.REQUIRE_MYSQL === '1' || only === 'mysql';
let server;
let jest;
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    interrupted = true;
    jest?.kill(signal);
  });

const url = only === 'sqlite' ? undefined : (named ?? (await startPrivate()));
const lanes = [...(only === 'mysql' ? [] : ['sqlite']), ...(url ? ['mysql'] : [])];
// Known before jest starts, so that it is cleaned up even when jest is interrupted.
const traces = {
  TEST_HOME: mkdtempSync(join(fastTemporaryFolder(), 'atelier-tests-')),
  ...(url ? { TEST_DATABASE_URL: url, TEST_DATABASE_PREFIX: `atelier_test_${process.pid}_` } : {}),
};
const code = interrupted ? 130 : await runJest();
await cleanUp(traces).catch((error) => console.error(`Not cleaned up: ${error.message}`));
sayProcessorTime();
await server?.stop();
process.exit(interrupted ? 130 : code);

async function startPrivate() {
  if (!findMariaDb()) {
    const message = 'No MySQL: neither TEST_DATABASE_URL nor DATABASE_URL is set and no mariadbd binary was found';
    if (insists) fail(`${message}; install MariaDB 10.11 or newer (apt-get install mariadb-server).`);
    console.log(`${message}; running on SQLite only.`);
    return undefined;
  }
  server = await startMariaDb({ isBrief: true });
  console.log('Started a private MariaDB for this run.');
  return server.url;
}

/** What the run cost besides waiting, where the system reports it. */
function sayProcessorTime() {
  try {
    const all = [11, 12, 13, 14].reduce((sum, field) => sum + secondsOf('self', field), 0);
    const ofDatabase = server === undefined ? 0 : secondsOf(server.pid, 11) + secondsOf(server.pid, 12);
    console.log(
      `Processor time: ${Math.round(all + ofDatabase)} s, of which ${Math.round(ofDatabase)} s of the database server`,
    );
  } catch {
    // Only Linux has these files.
  }
}

/** One of the fields of proc(5) that count hundredths of a second. */
function secondsOf(pid, field) {
  return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[field]) / 100;
}

function runJest() {
  const environment = { ...process.env, TEST_LANES: lanes.join(','), NODE_ENV: 'test' };
  for (const name of ['DATABASE_URL', 'TEST_DATABASE_URL', 'REQUIRE_MYSQL', 'REDIS_URL']) delete environment[name];
  Object.assign(environment, traces);
  jest = spawn(process.execPath, ['--no-warnings', 'node_modules/jest/bin/jest.js', '--passWithNoTests', ...passed], {
    stdio: 'inherit',
    env: environment,
  });
  return new Promise((resolve) => jest.once('exit', (status) => resolve(status ?? 1)));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
