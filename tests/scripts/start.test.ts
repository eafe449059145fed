import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../support/until.ts';

/** A project with our own `npm start` and a server that only says who it is and which signal stopped it. */
const server = `
import { writeFileSync } from 'node:fs';
process.once('SIGTERM', () => { writeFileSync('stopped', 'SIGTERM'); process.exit(0); });
setTimeout(() => process.exit(1), 30_000);
writeFileSync('pid', String(process.pid));
`;

let project: string;
let npm: ChildProcess | undefined;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'atelier-start-'));
  const { start } = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }).scripts;
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'sample', type: 'module', scripts: { start } }));
  mkdirSync(join(project, 'dist'));
  writeFileSync(join(project, 'dist/server.js'), server);
  for (const script of ['start', 'help', 'usages', 'env-file'])
    cpSync(`scripts/${script}.mjs`, join(project, `scripts/${script}.mjs`));
  writeFileSync(join(project, 'scripts/build.mjs'), '');
});
afterEach(() => {
  npm?.kill('SIGKILL');
  if (existsSync(join(project, 'pid'))) end(Number(readFileSync(join(project, 'pid'), 'utf8')));
  rmSync(project, { recursive: true, force: true });
});

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already, as it should be.
  }
}

test('npm start leaves no server behind when it is asked to stop', async () => {
  npm = spawn('npm', ['start'], { cwd: project, stdio: 'ignore' });
  await until('the server runs', () => existsSync(join(project, 'pid')));
  npm.kill('SIGTERM');
  await until('the server got the signal', () => existsSync(join(project, 'stopped')));
  expect(readFileSync(join(project, 'stopped'), 'utf8')).toBe('SIGTERM');
});
