import { mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, basename, relative, sep } from 'node:path';
import { parseKeys, printKeys } from './key-text.ts';
import type { HeldKeys, KeySource } from './port.ts';
import { KeyRingError } from './port.ts';
import { createWhole, readText, replaceWhole } from './private-file.ts';

export interface LocalKeyFile {
  readonly path: string;
  /** The folder of the sealed files and the database: whoever steals or backs it up must not get the keys. */
  readonly dataDir: string;
}

/** Master keys in a file that only the service's account may read (0400), made at the first start. */
export function localKeyFile({ path, dataDir }: LocalKeyFile): KeySource {
  const whole = (keys: HeldKeys) => ({ path, text: printKeys(keys), mode: 0o400 });
  return {
    name: `The key file ${path}`,
    async read() {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await assertOutside(path, dataDir);
      const text = await readText(path);
      if (text === undefined) return undefined;
      await assertPrivate(path);
      return parseKeys(text);
    },
    create: (keys) => createWhole(whole(keys)),
    replace: (keys) => replaceWhole(whole(keys)),
  };
}

/** Follows symbolic links: neither the file nor what it points to may lie in the data. */
async function assertOutside(path: string, dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const data = await realpath(dataDir);
  const named = join(await realpath(dirname(path)), basename(path));
  const pointed = await realpath(named).catch(() => named);
  if ([named, pointed].some((place) => isInside(place, data))) {
    throw new KeyRingError('INSIDE_DATA', `The key file must lie outside the data directory ${dataDir}.`);
  }
}

function isInside(place: string, folder: string): boolean {
  const way = relative(folder, place);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Windows has no such permissions. */
async function assertPrivate(path: string): Promise<void> {
  const { mode } = await stat(path);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new KeyRingError('EXPOSED_FILE', `Others may read the key file ${path}: run chmod 400 on it.`);
  }
}
