/**
 * The sandbox's own memory, apart from our database as a provider's is: one small file per fact, written once and whole,
 * so that two processes agree and a crash leaves no half fact.
 */
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import { newId } from '../../../kernel/ids.ts';

/** Writes a fact unless it is there already: the first one stays. */
export async function writeFactOnce(file: string, value: object): Promise<void> {
  const folder = dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `${newId()}.draft`);
  await writeFile(draft, JSON.stringify(value), { mode: 0o600 });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** A fact that was written; undefined when it was not. */
export async function readFact<T>(file: string, shape: z.ZodType<T>): Promise<T | undefined> {
  try {
    return shape.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
