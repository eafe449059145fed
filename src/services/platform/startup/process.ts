import { readCommandLine } from './command-line.ts';
import { readEnvironmentFile } from './environment.ts';
import { environment } from '../config.ts';
import { misspelledVariables } from '../config-names.ts';
import { startErrorText } from './start-errors.ts';

/** How a process is called, and what it does: what its `--help` prints. */
export interface EntryPoint {
  readonly usage: string;
  readonly does: string;
}

/**
 * The start of every process: `--help` does nothing else, the files it creates are private, and errors that the operator
 * can correct (settings, keys, folders, the database, the port) are printed as messages without a stack trace. `main` may
 * return an exit code. Part of the composition root.
 */
export async function begin(main: () => Promise<number | undefined>, entry?: EntryPoint): Promise<void> {
  // SQLite creates its files with the mode that the process allows: without this, everybody could read the database.
  process.umask(0o077);
  try {
    const answer = entry === undefined ? [] : readUsageOf(entry, process.argv.slice(2));
    const code = typeof answer === 'number' ? answer : await prepared(main);
    if (code !== undefined) process.exitCode = code;
  } catch (error) {
    // Open handles keep a process alive: it exits here, once this is written.
    process.stderr.write(`${startErrorText(error)}\n`, () => process.exit(1));
  }
}

async function prepared(main: () => Promise<number | undefined>): Promise<number | undefined> {
  readEnvironmentFile(environment);
  for (const { name, known } of misspelledVariables(environment))
    process.stderr.write(`${name} is no setting of Atelier and is not read: did you mean ${known}?\n`);
  return main();
}

/**
 * The arguments to run with; or the exit code, when there is nothing to run: help was requested, or the usage does not
 * allow these arguments.
 */
export function readUsageOf({ usage, does }: EntryPoint, args: readonly string[]): number | readonly string[] {
  const line = readCommandLine(usage, args);
  if (line.kind === 'run') return line.args;
  const text = `Usage: ${usage}\n\n  ${does}\n`;
  if (line.kind === 'help') process.stdout.write(text);
  else process.stderr.write(`${line.problem}\n\n${text}`);
  return line.kind === 'help' ? 0 : 2;
}
