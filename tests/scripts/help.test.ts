import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readCommandLine, readUsage } from '../../src/services/platform/startup/command-line.ts';
import { bundleOf } from '../support/programs/programs.ts';

const root = resolve(import.meta.dirname, '../..');

interface Answer {
  readonly code: number | null;
  readonly printed: string;
  readonly left: readonly string[];
}

/** Runs a script of the project, with data and keys in an empty folder; answers what it printed, and what it left there. */
function call(...args: readonly string[]): Answer {
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
  return { code: status, printed: stdout + stderr, left };
}

/** The same of entry points, whose start is what costs: all of them in one process. */
function callEntries(calls: readonly (readonly [name: string, ...args: string[]])[]): Answer[] {
  const given = calls.map(([name, ...args]) => [bundleOf(`src/${name}.ts`), ...args]);
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--no-warnings',
      '--import',
      './scripts/run-ts.mjs',
      'tests/support/programs/command-lines.mjs',
      JSON.stringify(given),
    ],
    { cwd: root, encoding: 'utf8', timeout: 120_000, env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'test' } },
  );
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout) as Answer[];
}

const scriptsOfProject = (): string[] => [...globSync('scripts/*.mjs', { cwd: root }), 'bench/run.mjs'];
const sourceOf = (file: string): string => readFileSync(join(root, file), 'utf8');

const { usages } = (await import('../../scripts/usages.mjs' as string)) as {
  usages: Record<string, readonly [usage: string, does: string]>;
};

const calls = [
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
] as const;

const [list, ...answers] = callEntries([['cli', 'help'], ...calls.map(([words]) => words)]);

/** The commands as the product lists them. */
const commands = (list?.printed ?? '')
  .split('\n')
  .flatMap((line) => /^ {2}([a-z]+(?::[a-z-]+)?)(?: |$)/.exec(line)?.[1] ?? [])
  .filter((name) => name !== 'help');
const helps = callEntries(commands.map((name) => ['cli', name, '--help']));

test('the list of commands is read whole', () => {
  expect(commands.length).toBeGreaterThan(10);
  for (const file of globSync('src/commands/*.ts', { cwd: root })) {
    for (const [, name] of sourceOf(file).matchAll(/^ +usage: '([a-z]+(?::[a-z-]+)?)/gm))
      expect(commands).toContain(name);
  }
});

test.each(commands.map((name, i) => ({ name, answer: helps[i] })))('$name --help does nothing', ({ name, answer }) => {
  // Spelled in every way; where one is answered, all are: the same lines read them.
  expect(answer).toEqual({ code: 0, left: [], printed: expect.stringMatching(new RegExp(`^Usage: ${name}`)) });
});

test.each(calls.map(([words, code, expected], i) => ({ words, code, expected, answer: answers[i] })))(
  '$words ends with $code, and does nothing',
  ({ code, expected, answer }) => {
    expect(answer).toEqual({ code, left: [], printed: expect.stringMatching(expected) });
  },
);

describe('scripts', () => {
  const libraries = [
    'env-file',
    'help',
    'orm-offline',
    'playground-tabs',
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
      if (name.startsWith('pre') || /^(depcruise|prettier) /.test(line)) continue;
      expect([name, /^node (\S+\.mjs)(?: --\S+)*$/.test(line) || line.startsWith('npm run --silent atelier')]).toEqual([
        name,
        true,
      ]);
    }
  });

  test.each(Object.keys(usages).filter((file) => file !== 'scripts/atelier.mjs'))('%s --help does nothing', (file) => {
    const { code, printed, left } = call(file, '--help');
    expect({ code, left }).toEqual({ code: 0, left: [] });
    expect(printed).toMatch(/^Usage: /);
  });

  test('an option that a script does not know stops it', () => {
    expect(call('scripts/demo.mjs', '--kepe')).toMatchObject({
      code: 2,
      printed: expect.stringContaining('There is no option --kepe'),
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
