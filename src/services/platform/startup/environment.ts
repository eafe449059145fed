import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { OperatorError } from './operator-error.ts';

/**
 * Adds the settings of `.env` to the environment, whose own values win. In production the file is read only by those who
 * are started with it (`npm start`, `npm run atelier`), which have read it by now; tests read none. Part of the
 * composition root.
 */
export function readEnvironmentFile(environment: NodeJS.ProcessEnv): void {
  const file = environment['ENV_FILE'] || '.env';
  if (file === 'none' || ['production', 'test'].includes(environment['NODE_ENV'] ?? '')) return;
  for (const [name, value] of Object.entries(parseEnv(textOf(file)))) environment[name] ??= value;
}

/** A missing file is no error. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return '';
    throw new OperatorError(`The settings in ${file} cannot be read (${code}).`, { cause: error });
  }
}
