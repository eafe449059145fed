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
 * What every process begins with: help does nothing else, the files it makes are for nobody else, and what the operator
 * must put right (settings, keys, folders, the database, the port) is told in words instead of a trace. `main` may
 * answer an exit code. Part of the composition root.
 */
export async function begin(main: () => Promise<number | undefined>, entry?: EntryPoint): Promise<void> {
  // SQLite gives its files the mode that the process allows: without this, everybody could read the database.
  process.umask(0o077);
  try {
    const answer = entry === undefined ? [] : readUsageOf(entry, process.argv.slice(2));
    const code = typeof answer === 'number' ? answer : await prepared(main);
    if (code !== undefined) process.exitCode = code;
  } catch (error) {
    // What was opened before keeps a process alive: it ends here, once this is written.
    process.stderr.write(`${startErrorText(error)}\n`, () => process.exit(1));
  }
}

async function prepared(main: () => Promise<number | undefined>): Promise<number | undefined> {
  readEnvironmentFile(environment);
  for (const { name, known } of misspelledVariables(environment))
    process.stderr.write(`${name} is no setting of Atelier and is not read: did you mean ${known}?\n`);
  return main();
}

/** The words to run something with; or the exit code, when there is nothing to run: help was asked for, or the usage does not know these words. */
export function readUsageOf({ usage, does }: EntryPoint, args: readonly string[]): number | readonly string[] {
  const line = readCommandLine(usage, args);
  if (line.kind === 'run') return line.args;
  const text = `Usage: ${usage}\n\n  ${does}\n`;
  if (line.kind === 'help') process.stdout.write(text);
  else process.stderr.write(`${line.problem}\n\n${text}`);
  return line.kind === 'help' ? 0 : 2;
}
