import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { OperatorError } from './services/platform/startup/operator-error.ts';

/**
 * Adds the settings of `.env` to the environment, whose own values win. In production the file is read only by those who
 * are started with it (`npm start`, `npm run atelier`), which have read it by now; tests read none. Part of the
 * composition root.
 */
export function readEnvironmentFile(environment: NodeJS.ProcessEnv = process.env): void {
  if (environment['NODE_ENV'] === 'production' || environment['NODE_ENV'] === 'test') return;
  const file = environment['ENV_FILE'] || '.env';
  if (file === 'none') return;
  const settings = parseEnv(textOf(file) ?? '');
  for (const [name, value] of Object.entries(settings)) environment[name] ??= value;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new OperatorError(`The settings in ${file} cannot be read (${code}).`, { cause: error });
  }
}
