// Writes every generated file; CI runs it and fails when something changes. Each step is its own script.
import './help.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const steps = [
  ['scripts/build-emails.mjs'],
  ['scripts/generate-env.mjs'],
  ['scripts/generate-expected-schema.mjs'],
  ['scripts/generate-schema.mjs'],
  ['scripts/generate-operations.mjs'],
  ['scripts/generate-docs.mjs'],
];

const run = (...args) => spawnSync(process.execPath, ['--no-warnings', ...args], { stdio: 'inherit' }).status;

// A landed migration is never generated again: a changed entity needs the next one.
if (run('scripts/migrations.mjs', 'check') !== 0) process.exit(1);
for (const [script] of steps) {
  if (existsSync(script) && run(script) !== 0) process.exit(1);
}
