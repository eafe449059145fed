import { constants } from 'node:fs';
import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { newId } from '../../kernel/ids.ts';

const hasErrno = (error: unknown, errno: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === errno;

/** The text of a file, or `undefined` when there is none. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasErrno(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** A file to be written completely or not at all. */
export interface WholeFile {
  readonly path: string;
  readonly text: string;
  readonly mode: number;
}

/** Writes the file if there is none; `false` when there is one already, even made at the same instant. */
export async function createWhole(file: WholeFile): Promise<boolean> {
  return await throughTemporary(file, async (temporary) => {
    try {
      await link(temporary, file.path);
      return true;
    } catch (error) {
      if (hasErrno(error, 'EEXIST')) return false;
      throw error;
    }
  });
}

/** Replaces the file: a crash leaves either the old or the new one. */
export async function replaceWhole(file: WholeFile): Promise<void> {
  await throughTemporary(file, async (temporary) => {
    await rename(temporary, file.path);
  });
}

async function throughTemporary<T>(
  { path, text, mode }: WholeFile,
  publish: (temporary: string) => Promise<T>,
): Promise<T> {
  const temporary = `${path}.${newId()}.tmp`;
  try {
    const handle = await open(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, mode);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const published = await publish(temporary);
    await syncDirectory(dirname(path));
    return published;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}
