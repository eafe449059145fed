import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Space for what a start makes: collecting it on the way is a sixth of what a start costs. */
export const spacious = ['--min-semi-space-size=128', '--max-semi-space-size=128'];

const root = resolve(import.meta.dirname, '../../..');
/** Code that V8 compiled; `run-ts.mjs`, which a bundle does without, keeps its own there. */
export const compiled = join(root, '.cache/run-ts/v8');
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
  const claim = `${made}.claim`;
  while (!existsSync(made) || existsSync(claim)) if (!isClaimed(claim)) make(made, claim);
  return made;
}

/** One worker bundles, the others wait for it: it is seconds of processor time. One that was killed leaves its name behind. */
function isClaimed(claim: string): boolean {
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

function make(made: string, claim: string): void {
  try {
    if (!existsSync(made)) runBuilder(made);
    compile(made);
  } finally {
    rmSync(claim, { force: true });
  }
}

function runBuilder(made: string): void {
  const { status } = spawnSync(process.execPath, ['--no-warnings', join(root, builder), made], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The programs of the tests cannot be bundled.');
}

/** Node writes down what V8 compiled when a process ends by itself, and most of these are killed: one opens everything first. */
function compile(made: string): void {
  const tests = process.env['TEST_HOME'] ?? '';
  const home = mkdtempSync(join(tests, 'compiled-'));
  const file = join(home, 'atelier.sqlite');
  copyFileSync(join(tests, 'template.sqlite'), file);
  const { status, stderr } = spawnSync(
    process.execPath,
    [...spacious, '--no-warnings', join(made, 'tests/support/processes/opened-once.js')],
    {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...{ NODE_ENV: 'test', ENV_FILE: 'none', NODE_COMPILE_CACHE: compiled, LOG_LEVEL: 'error', PORT: '0' },
        ...{ DATA_DIR: join(home, 'data'), KEYS_DIR: join(home, 'keys'), TEST_DATABASE: JSON.stringify({ file }) },
      },
    },
  );
  rmSync(home, { recursive: true, force: true });
  if (status !== 0) throw new Error(`The programs of the tests do not run: ${stderr}`);
}
