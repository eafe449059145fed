import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  copyFileSync,
  globSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';

const root = resolve(import.meta.dirname, '../..');

/** One trespass per rule of our own, and one of the library's in each kind of file. */
const trespasses: readonly [rule: string, file: string, code: string][] = [
  ['atelier(no-wall-clock)', 'src/services/orders/new-date.ts', 'export const now = new Date();'],
  ['atelier(no-wall-clock)', 'src/services/orders/date-now.ts', 'export const now = Date.now();'],
  ['atelier(no-wall-clock)', 'src/services/orders/temporal.ts', 'export const now = Temporal.Now.instant();'],
  ['atelier(no-environment)', 'src/services/orders/environment.ts', "export const home = process.env['HOME'];"],
  ['atelier(no-part-of-the-suite)', 'tests/services/orders/only.test.ts', "test.only('this', () => {});"],
  ['atelier(no-part-of-the-suite)', 'tests/services/orders/skip.test.ts', "describe.skip('that', () => {});"],
  ['eslint(no-console)', 'src/services/orders/console.ts', "console.log('said');"],
  [
    'eslint(max-params)',
    'sdk/four.ts',
    'export const sum = (a: number, b: number, c: number, d: number) => a + b + c + d;',
  ],
];
const permitted = [
  ['src/services/kernel/clock.ts', 'export const now = (): Date => new Date();'],
  ['src/services/orders/date.ts', 'export const from = (at: number): Date => new Date(at);'],
  ['src/services/platform/config.ts', 'export const { env } = process; export const home = process.env.HOME;'],
  ['tests/services/orders/whole.test.ts', "test('this', () => {});"],
] as const;

test('every rule refuses what it is there for, and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'atelier-lint-'));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  try {
    for (const [file, text] of permitted) write(file, text);
    for (const [, file, text] of trespasses) write(file, text);
    mkdirSync(join(folder, 'scripts/lint'), { recursive: true });
    for (const file of ['.oxlintrc.json', 'scripts/lint/rules.mjs']) copyFileSync(join(root, file), join(folder, file));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
    const { stdout } = spawnSync(process.execPath, [oxlint, '--format=unix', 'src', 'sdk', 'tests'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const found = [...stdout.matchAll(/^(\S+?):\d+:\d+: .*\[Error\/(\S+)\]$/gm)].map(([, file, rule]) => [rule, file]);
    expect(found.sort()).toEqual(trespasses.map(([rule, file]) => [rule, file]).sort());
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('no comment switches a rule off', () => {
  const files = globSync(['src/**/*.ts', 'sdk/**/*.ts', 'playground/**/*.ts', 'tests/**/*.ts'], { cwd: root });
  const switchesOff = /\/[/*]\s*(?:eslint|oxlint)-disable|@ts-(?:nocheck|ignore)/;
  const ofOthers = /^sdk\/(?:generated|dist)\/|^src\/.*generated|^tests\/architecture\/lint\.test\.ts$/;
  expect(
    files.filter((file) => !ofOthers.test(file) && switchesOff.test(readFileSync(join(root, file), 'utf8'))),
  ).toEqual([]);
});
