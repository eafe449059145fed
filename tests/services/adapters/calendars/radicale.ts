import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../../support/until.ts';

export interface Radicale {
  readonly url: string;
  /** A request as the account’s owner makes it, by another program. */
  ask(method: string, path: string, given?: { headers?: Record<string, string>; body?: string }): Promise<Response>;
  stop(): void;
}

export const account = { user: 'anna@example.test', password: 'app-password' };

export const hasRadicale = (): boolean => spawnSync('radicale', ['--version']).status === 0;

/** A real CalDAV server with one account, on a free port. */
export async function startRadicale(): Promise<Radicale> {
  const folder = mkdtempSync(join(tmpdir(), 'radicale-'));
  const port = await freePort();
  writeFileSync(join(folder, 'users'), `${account.user}:${account.password}\n`);
  const config = [
    ...['[server]', `hosts = 127.0.0.1:${port}`],
    ...[
      '[auth]',
      'type = htpasswd',
      `htpasswd_filename = ${join(folder, 'users')}`,
      'htpasswd_encryption = plain',
      'delay = 0',
    ],
    ...['[storage]', `filesystem_folder = ${join(folder, 'collections')}`],
    ...['[logging]', 'level = error'],
  ];
  writeFileSync(join(folder, 'config'), config.join('\n'));
  const child = spawn('radicale', ['--config', join(folder, 'config')], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  const authorization = `Basic ${btoa(`${account.user}:${account.password}`)}`;
  const answers = () =>
    fetch(url).then(
      () => true,
      () => false,
    );
  await until('radicale answers', answers, 20_000);
  return {
    url,
    ask: (method, path, { headers = {}, body } = {}) =>
      fetch(new URL(path, url), { method, headers: { authorization, ...headers }, body: body ?? null }),
    stop() {
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
