import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { OperatorError } from './operator-error.ts';

/** What a restore has done so far; it is there from the first row to the last step. */
export const restoreStateFile = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'restoring.json');

/** Refuses a place where only a part of the data is: what would be served, or sent, is not what was. */
export function assertWhole(config: Pick<Config, 'dataDir'>): void {
  if (existsSync(restoreStateFile(config)))
    throw new OperatorError(
      `A restore into ${config.dataDir} is not finished. Run the same backup:restore again: it goes on where it was cut. To give up, empty the database and the folder.`,
    );
}
