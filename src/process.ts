import { KeyRingError } from './services/adapters/keys/port.ts';
import { ConfigurationError } from './services/platform/config.ts';

/**
 * What every process of the house begins with: the files it makes are for nobody else, and what the operator must mend
 * (settings, keys) is told in words instead of a trace. `main` may answer an exit code.
 */
export async function begin(main: () => Promise<number | undefined>): Promise<void> {
  // SQLite gives its files the mode that the process allows: without this, everybody could read the database.
  process.umask(0o077);
  try {
    const code = await main();
    if (code !== undefined) process.exitCode = code;
  } catch (error) {
    process.stderr.write(`${toldOf(error)}\n`);
    process.exitCode = 1;
  }
}

function toldOf(error: unknown): string {
  if (error instanceof ConfigurationError) return `The configuration is wrong:\n${error.message}`;
  if (error instanceof KeyRingError) return error.message;
  throw error;
}
