import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config } from '../../../services/platform/config.ts';
import { OperatorError } from '../../../services/platform/startup/operator-error.ts';
import { ManifestError, readManifest } from './read-manifest.ts';
import { RegisteredOperations } from './registered-operations.ts';
import { sdkOperations } from './sdk-operations.generated.ts';

/** The operations of `sdk/operations`, and those of the front-end's own file; throws an OperatorError for a bad file. */
export function openRegistered({
  REGISTERED_OPERATIONS_FILE: file,
  REGISTERED_ONLY: isOnly,
}: Pick<Config, 'REGISTERED_OPERATIONS_FILE' | 'REGISTERED_ONLY'>): RegisteredOperations {
  const own = file === undefined ? [] : readOwn(resolve(file));
  return new RegisteredOperations([...sdkOperations, ...own], { isOnly });
}

function readOwn(file: string): readonly string[] {
  try {
    return readManifest(readFileSync(file, 'utf8'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!(error instanceof ManifestError) && code === undefined) throw error;
    const reason = error instanceof ManifestError ? message : `cannot be read (${code})`;
    throw new OperatorError(`REGISTERED_OPERATIONS_FILE: ${file} ${reason}`, { cause: error });
  }
}
