import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Config } from '../../platform/config.ts';
import { restoreStateFile } from '../../platform/startup/half-restored.ts';

/** How far a restore is: each phase begins when the one before it is over for good. */
export const restorePhases = ['BEGUN', 'EMPTIED', 'LOADED', 'FILLED', 'GUARDED'] as const;

const stateShape = z.strictObject({
  target: z.string(),
  backupId: z.uuid(),
  phase: z.enum(restorePhases),
  /** What was taken off the database, to be put back. */
  triggers: z.array(z.strictObject({ name: z.string(), sql: z.string() })),
});
export type RestoreState = z.infer<typeof stateShape>;

export async function readRestoreState(config: Pick<Config, 'dataDir'>): Promise<RestoreState | undefined> {
  try {
    return stateShape.parse(JSON.parse(await readFile(restoreStateFile(config), 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Durable when it resolves: a start from now on is refused. */
export async function writeRestoreState(config: Pick<Config, 'dataDir'>, state: RestoreState): Promise<void> {
  const path = restoreStateFile(config);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = await open(`${path}.tmp`, 'w', 0o600);
  try {
    await draft.writeFile(JSON.stringify(state));
    await draft.sync();
  } finally {
    await draft.close();
  }
  await rename(`${path}.tmp`, path);
}

export const endRestoreState = (config: Pick<Config, 'dataDir'>): Promise<void> =>
  rm(restoreStateFile(config), { force: true });
