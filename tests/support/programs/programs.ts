import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
const builder = 'tests/support/programs/build.mjs';
let folder: string | undefined;

/** The bundle of a program of the sources or of `tests/support/processes`, made when the sources are not those of the last one. */
export function bundleOf(module: string): string {
  folder ??= bundled();
  return join(folder, module.replace(/\.ts$/, '.js'));
}

function bundled(): string {
  const hash = createHash('sha256');
  for (const file of [...globSync('{src,tests/support}/**/*.ts', { cwd: root }).sort(), 'package-lock.json', builder])
    hash.update(file).update(readFileSync(join(root, file)));
  const made = join(root, '.cache/programs', hash.digest('hex').slice(0, 16));
  while (!existsSync(made)) if (!isMadeByAnother(made)) make(made);
  return made;
}

/** One worker bundles, the others wait for it: it is seconds of processor time. One that was killed leaves its name behind. */
function isMadeByAnother(made: string): boolean {
  const claim = `${made}.claim`;
  mkdirSync(dirname(claim), { recursive: true });
  try {
    writeFileSync(claim, String(process.pid), { flag: 'wx' });
    return false;
  } catch {
    if (!isRunning(claim)) rmSync(claim, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    return true;
  }
}

function isRunning(claim: string): boolean {
  try {
    return process.kill(Number(readFileSync(claim, 'utf8')) || process.pid, 0);
  } catch {
    return false;
  }
}

function make(made: string): void {
  try {
    const { status } = spawnSync(process.execPath, ['--no-warnings', join(root, builder), made], {
      cwd: root,
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error('The programs of the tests cannot be bundled.');
  } finally {
    rmSync(`${made}.claim`, { force: true });
  }
}
