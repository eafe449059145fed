import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readCommandLine, readUsage } from '../../src/services/platform/startup/command-line.ts';

const root = resolve(import.meta.dirname, '../..');

/** Runs something in the project, with data and keys in an empty folder; answers what it said, and what it left there. */
function call(...args: readonly string[]): { code: number | null; said: string; left: string[] } {
  const home = mkdtempSync(join(tmpdir(), 'atelier-help-'));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'test',
      DATA_DIR: join(home, 'data'),
      KEYS_DIR: join(home, 'keys'),
    },
  });
  const left = readdirSync(home);
  rmSync(home, { recursive: true });
  return { code: status, said: stdout + stderr, left };
}

const entry = (name: string): readonly string[] => ['--import', './scripts/run-ts.mjs', `src/${name}.ts`];
const scriptsOfProject = (): string[] => [...globSync('scripts/*.mjs', { cwd: root }), 'bench/run.mjs'];
const sourceOf = (file: string): string => readFileSync(join(root, file), 'utf8');

const { usages } = (await import('../../scripts/usages.mjs' as string)) as {
  usages: Record<string, readonly [usage: string, does: string]>;
};

/** The commands as the product lists them. */
const commands = call(...entry('cli'), 'help')
  .said.split('\n')
  .flatMap((line) => /^ {2}([a-z]+(?::[a-z-]+)?)(?: |$)/.exec(line)?.[1] ?? [])
  .filter((name) => name !== 'help');

test('the list of commands is read whole', () => {
  expect(commands.length).toBeGreaterThan(10);
  for (const file of globSync('src/*-commands.ts', { cwd: root })) {
    for (const [, name] of sourceOf(file).matchAll(/^ {2}'?([a-z]+(?::[a-z-]+)?)'?: \{$/gm))
      expect(commands).toContain(name);
  }
});

test.each(commands)('%s --help does nothing', (name) => {
  // Spelled in every way; where one is answered, all are: the same lines read them.
  const { code, said, left } = call(...entry('cli'), name, '--help');
  expect({ code, left }).toEqual({ code: 0, left: [] });
  expect(said).toMatch(new RegExp(`^Usage: ${name}`));
});

test.each([
  [['server', '--help'], 0, /^Usage: node dist\/server\.js/],
  [['worker', '-h'], 0, /^Usage: node dist\/worker\.js/],
  [['server', '--prot=80'], 2, /There is no option --prot/],
  [['cli', 'help', 'keys:rotate'], 0, /^Usage: keys:rotate/],
  [['cli', '--help'], 0, /keys:rotate/],
  [['cli', 'keys:rotate', '-h'], 0, /^Usage/],
  [['cli', 'keys:rotate', 'help'], 0, /^Usage/],
  [['cli', 'keys:rotate', '--resmue'], 2, /There is no option --resmue/],
  [['cli', 'keys:retire'], 2, /ID is missing/],
  [['cli', 'seed', 'everything'], 2, /Unexpected argument: everything/],
  [['cli', 'audit:verify', '--since'], 2, /--since needs a value/],
  [['cli', 'keys:rotat'], 2, /There is no command keys:rotat/],
] as const)('%j ends with %i, and does nothing', ([name, ...args], expected, words) => {
  const { code, said, left } = call(...entry(name), ...args);
  expect({ code, left }).toEqual({ code: expected, left: [] });
  expect(said).toMatch(words);
});

describe('scripts', () => {
  const libraries = [
    'env-file',
    'help',
    'orm-offline',
    'private-mariadb',
    'release-dump',
    'run-ts',
    'temporary',
    'usages',
  ].map((name) => `scripts/${name}.mjs`);

  test('each says what it takes, and looks for a call for help before anything else', () => {
    expect(
      scriptsOfProject()
        .filter((file) => !libraries.includes(file))
        .sort(),
    ).toEqual(Object.keys(usages).sort());
    for (const file of Object.keys(usages))
      expect([file, /^import '([^']+)';/m.exec(sourceOf(file))?.[1]]).toEqual([
        file,
        file.startsWith('bench/') ? '../scripts/help.mjs' : './help.mjs',
      ]);
  });

  test('those of package.json do nothing before they look', () => {
    const { scripts } = JSON.parse(sourceOf('package.json')) as { scripts: Record<string, string> };
    for (const [name, line] of Object.entries(scripts)) {
      if (name.startsWith('pre') || /^(eslint|depcruise|tsc) /.test(line)) continue;
      expect([name, /^node (\S+\.mjs)(?: --\S+)*$/.test(line) || line.startsWith('npm run --silent atelier')]).toEqual([
        name,
        true,
      ]);
    }
  });

  test.each(Object.keys(usages).filter((file) => file !== 'scripts/atelier.mjs'))('%s --help does nothing', (file) => {
    const { code, said, left } = call(file, '--help');
    expect({ code, left }).toEqual({ code: 0, left: [] });
    expect(said).toMatch(/^Usage: /);
  });

  test('an option that a script does not know stops it', () => {
    expect(call('scripts/demo.mjs', '--kepe')).toMatchObject({
      code: 2,
      said: expect.stringContaining('There is no option --kepe'),
    });
  });
});

test('a usage says which words and options there are', () => {
  const usage = 'users:create EMAIL [NAME] --role ROLE [--since SEQ] [--dry-run]';
  expect(readUsage(usage).words).toEqual([
    { name: 'EMAIL', isRequired: true },
    { name: 'NAME', isRequired: false },
  ]);
  expect(readCommandLine(usage, ['--role=ADMIN', 'a@b.example', '--dry-run'])).toEqual({
    kind: 'run',
    args: ['a@b.example', '--role', 'ADMIN', '--dry-run'],
  });
  expect(readCommandLine(usage, ['a@b.example'])).toEqual({ kind: 'wrong', problem: '--role is missing.' });
  expect(readCommandLine(usage, ['a@b.example', '--role', '--dry-run'])).toEqual({
    kind: 'wrong',
    problem: '--role needs a value.',
  });
  expect(readCommandLine(usage, ['a@b.example', '--role', 'ADMIN', '--dry-run=yes'])).toEqual({
    kind: 'wrong',
    problem: '--dry-run takes no value.',
  });
  expect(readCommandLine(usage, ['whatever', '--nonsense', '--help'])).toEqual({ kind: 'help' });
});
