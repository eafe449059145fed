import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

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
  if (existsSync(made)) return made;
  const { status } = spawnSync(process.execPath, ['--no-warnings', join(root, builder), made], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The programs of the tests cannot be bundled.');
  return made;
}
