import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eicar } from './fake-clamd.ts';
import { until } from './until.ts';

const program = ['/usr/sbin/clamd', '/usr/bin/clamd', '/usr/local/sbin/clamd'].find(existsSync);

/** Whether ClamAV’s server is installed here; where it is not, its tests say so. */
export const hasClamd = program !== undefined;

export interface RealClamd {
  readonly url: string;
  close(): Promise<void>;
}

/** ClamAV’s server with a configuration and one signature of its own: no signatures are downloaded, and nothing of the machine is used. */
export async function openRealClamd(): Promise<RealClamd> {
  const folder = await mkdtemp(join(tmpdir(), 'clamd-'));
  const [database, path] = [join(folder, 'signatures'), join(folder, 'clamd.ctl')];
  await mkdir(database);
  await writeFile(join(database, 'test.ndb'), `Eicar-Test-Signature:0:*:${Buffer.from(eicar).toString('hex')}\n`);
  const settings = {
    ...{ LocalSocket: path, DatabaseDirectory: database, TemporaryDirectory: folder, Foreground: 'yes' },
    ...{ SelfCheck: '0', StreamMaxLength: '10M', MaxThreads: '2', ConcurrentDatabaseReload: 'no' },
  };
  const file = join(folder, 'clamd.conf');
  await writeFile(
    file,
    Object.entries(settings)
      .map(([name, value]) => `${name} ${value}\n`)
      .join(''),
  );
  const child = spawn(program as string, [`--config-file=${file}`], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece.toString()));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await until(
    'clamd answers',
    async () => {
      if (child.exitCode !== null) throw new Error(`clamd ended: ${said}`);
      return isListening(path);
    },
    60_000,
  );
  return {
    url: `unix:${path}`,
    async close() {
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const isListening = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ path });
    const end = (answers: boolean) => (): void => {
      socket.destroy();
      resolve(answers);
    };
    socket.once('connect', end(true)).once('error', end(false));
  });
