import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
export { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
export { docx } from '../support/zip.ts';

export const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');

export interface Project {
  readonly folder: string;
  /** Paths of what is in the tarball. */
  readonly packed: readonly string[];
  remove(): void;
}

/** A front-end in a folder of its own, with the SDK as `npm pack` makes it; nothing is taken from the network. */
export async function packedProject(): Promise<Project> {
  const folder = mkdtempSync(join(process.env['TEST_HOME'] ?? tmpdir(), 'atelier-sdk-'));
  const { stdout } = await run('npm', ['pack', '--json', '--loglevel=error', '--pack-destination', folder], {
    cwd: join(root, 'sdk'),
  });
  const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [{ filename: string }];
  const installed = join(folder, 'node_modules/@atelier/sdk');
  mkdirSync(installed, { recursive: true });
  await run('tar', ['-xzf', join(folder, filename), '-C', installed, '--strip-components=1']);
  cpSync(join(import.meta.dirname, 'project'), folder, { recursive: true });
  const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const name of [
    ...Object.keys(dependencies),
    'react',
    'react-dom',
    '@types/react',
    '@types/react-dom',
    'csstype',
    'vite',
  ]) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link);
  }
  return {
    folder,
    packed: globSync('**/*', { cwd: installed, withFileTypes: false }).filter((file) => /\.\w+$|LICENSE$/.test(file)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Serves a built front-end at a port of its own, as a front-end's host would. */
export async function serveFolder(folder: string): Promise<{ readonly port: number; close(): void }> {
  const types: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://here');
    const file = pathname === '/' ? '/index.html' : pathname;
    response.setHeader('content-type', types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
    try {
      response.end(readFileSync(join(folder, file)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
