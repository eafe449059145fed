// Which test files a second database can change the outcome of: those that open one, by whatever they import, unless
// they say `@lane sqlite` and why. `@lane sqlite at first` holds for the small run only: `STORM=full` has them on both.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const database = join(root, 'tests/support/database.ts');
const reached = new Map([[database, true]]);

function reachesDatabase(file) {
  const known = reached.get(file);
  if (known !== undefined) return known;
  reached.set(file, false);
  const imports = [...readFileSync(file, 'utf8').matchAll(/(?:from|import) '(\.[^']+\.ts)'/g)]
    .map(([, target]) => resolve(dirname(file), target))
    .filter((target) => target.startsWith(join(root, 'tests')) && existsSync(target));
  const is = imports.some(reachesDatabase);
  reached.set(file, is);
  return is;
}

const ofOneDatabase = process.env.STORM === 'full' ? /@lane sqlite(?! at first)\b/ : /@lane sqlite\b/;

export const filesOfEveryDatabase = () =>
  globSync('tests/**/*.test.ts', { cwd: root })
    .map((file) => join(root, file))
    .filter((file) => reachesDatabase(file) && !ofOneDatabase.test(readFileSync(file, 'utf8')));
