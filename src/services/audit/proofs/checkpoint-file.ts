import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { checkpointsFrom, type Checkpoint } from './checkpoint-text.ts';

/** Adds a line, durably. The file is opened for appending only, so that it may carry the attribute that allows nothing else (`chattr +a`). */
export async function appendToFile(path: string, checkpoint: Checkpoint): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'a', 0o600);
  try {
    await file.write(`${JSON.stringify(checkpoint)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The checkpoints of a file, in order. */
export const readCheckpoints = async (path: string): Promise<Checkpoint[]> =>
  checkpointsFrom(await readFile(path, 'utf8'));
