import { spawn, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { bundleOf, compiled, spacious } from '../programs/programs.ts';

/** Tests look at how much memory it takes. */
const measured = 'tests/support/processes/server.ts';

const root = resolve(import.meta.dirname, '../../..');

export interface ChildOfTest {
  readonly child: ChildProcess;
  /** What it has written so far, on both outputs. */
  readonly output: () => string;
  /** Ends with the exit code, or the signal that killed it. */
  readonly ended: Promise<number | string>;
}

/** A module that runs unbundled, and options of Node itself to run it with. */
export interface FlaggedModule {
  readonly file: string;
  readonly flags: readonly string[];
}

/** Runs a program of the sources or of the tests in a process of its own, which a test may kill. */
export function spawnModule(
  module: string | FlaggedModule,
  environment: Record<string, string>,
  args: readonly string[] = [],
): ChildOfTest {
  const { file, flags } =
    typeof module === 'string'
      ? { file: bundleOf(module), flags: module === measured ? [] : spacious }
      : { file: join(root, module.file), flags: [...module.flags, '--import', join(root, 'scripts/run-ts.mjs')] };
  const child = spawn(process.execPath, [...flags, '--no-warnings', file, ...args], {
    cwd: root,
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'test',
      ENV_FILE: 'none',
      NODE_COMPILE_CACHE: compiled,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | string>((done) =>
    child.once('close', (code, signal) => done(code ?? signal ?? 1)),
  );
  return { child, output: () => text, ended };
}
