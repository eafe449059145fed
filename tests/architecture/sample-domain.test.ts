// @lane sqlite: the domain is made in a copy of the sources, with a database of its own
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

/** A domain with an entity, two mutations, a subscription, an e-mail, a schedule, personal data and retention. */
const root = resolve(import.meta.dirname, '../..');
const template = join(root, 'tests/fixtures/sample-domain');
/** Each existing source that is edited, and in it what is replaced by what. */
const edits = JSON.parse(readFileSync(join(template, 'edits.json'), 'utf8')) as Record<string, [string, string][]>;

let copy: string;
const runs = (...args: string[]): string =>
  execFileSync(process.execPath, ['--no-warnings', ...args], {
    cwd: copy,
    encoding: 'utf8',
    // Its folder is another one each time: nothing that is compiled for it would be found again.
    env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' },
  });

/** One after the other in one process, which loads the sources once. */
const runsTogether = (...calls: string[][]): string =>
  runs(
    '--input-type=module',
    '--eval',
    `for (const [file, ...args] of ${JSON.stringify(calls)}) {
       process.argv = [process.execPath, process.cwd() + '/' + file, ...args];
       await import(process.argv[1]);
     }`,
  );

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'sample-domain-'));
  for (const part of [
    'src',
    'scripts',
    'tests/support',
    'tests/services/identity',
    'package.json',
    'tsconfig.json',
    '.swcrc',
  ])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  for (const part of ['mikro-orm.config.ts', 'docs/glossary.md'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  // What was made of the sources that stay as they are is not made again.
  mkdirSync(join(root, '.cache/run-ts'), { recursive: true });
  mkdirSync(join(copy, '.cache'));
  symlinkSync(join(root, '.cache/run-ts'), join(copy, '.cache/run-ts'));
  for (const file of globSync('**/*.template', { cwd: template })) {
    const target = join(copy, file.slice(0, -'.template'.length));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(template, file), target);
  }
  for (const [file, replacements] of Object.entries(edits)) {
    const text = replacements.reduce(
      (before, [from, to]) => {
        expect([file, from, before.split(from).length - 1]).toEqual([file, from, 1]);
        return before.replace(from, () => to);
      },
      readFileSync(join(copy, file), 'utf8'),
    );
    writeFileSync(join(copy, file), text);
  }
  runsTogether(
    ['scripts/build-emails.mjs'],
    ['scripts/migrations.mjs', 'create', 'Migration9999_samples'],
    ['scripts/generate-expected-schema.mjs'],
  );
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('a new domain edits five existing sources, those that CONTRIBUTING names', () => {
  const files = Object.keys(edits);
  expect(files).toHaveLength(5);
  const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  expect(files.filter((file) => !guide.includes(`\`${file}\``))).toEqual([]);
});

test('it works: API, live events, tasks, e-mail, audit log, copy of personal data, retention', () => {
  expect(JSON.parse(runs('exercise.mjs').trim().split('\n').at(-1) ?? '')).toEqual({
    created: 'one',
    refused: 'SAMPLE_TAKEN',
    renamed: 'two',
    live: 2,
    isSubscribed: true,
    mails: ['sample-created'],
    actions: ['SAMPLE_CREATED', 'SAMPLE_RENAMED'],
    exported: ['sample 1'],
    before: ['two'],
    afterRetention: [],
  });
});

if (process.env['STORM'] === 'full') {
  test('and it compiles', () => {
    runs('node_modules/typescript-7/bin/tsc', '-p', 'tsconfig.json', '--noEmit', '--incremental', 'false');
  });
}
