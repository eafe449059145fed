import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { DomainError } from '../services/kernel/errors.ts';
import { parseShare, type KeyBundle } from '../services/vault/index.ts';

/** What the commands that ask for shares of the emergency kit have in common. */
export const kitRefused = 21;

/** Asks the operator for lines; null at the end of the input. */
export type Ask = (question: string) => Promise<string | null>;

/** From the terminal, or from a file. */
export function onTerminal(): Ask {
  let lines: AsyncIterator<string> | undefined;
  return async (question) => {
    lines ??= createInterface({ input: process.stdin })[Symbol.asyncIterator]();
    process.stderr.write(question);
    const { done, value } = await lines.next();
    return done === true ? null : value;
  };
}

/** So many shares, or fewer when there are no more lines. */
export async function askShares(ask: Ask, most: number, given = 0): Promise<string[]> {
  const texts: string[] = [];
  while (texts.length < most) {
    const text = await ask(`Share ${given + texts.length + 1}: `);
    if (text === null) break;
    if (text.trim() !== '') texts.push(text);
  }
  return texts;
}

/** As many as the first one says. Error: KIT_INVALID. */
export async function askAllShares(ask: Ask): Promise<string[]> {
  const first = await askShares(ask, 1);
  const { needed } = parseShare(first[0] ?? '', 1);
  return [...first, ...(await askShares(ask, needed - 1, 1))];
}

/** Runs it; what is wrong with a share is printed, so that a person can mend it. */
export async function answeringShares(print: (text: string) => void, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'KIT_INVALID') throw error;
    print(wordsOf(error));
    return kitRefused;
  }
}

function wordsOf({ details }: DomainError): string {
  const { reason, share, word, number, missing, kitId } = details;
  const what: Readonly<Record<string, string>> = {
    MISTYPED: `Share ${String(share)} is mistyped${word === undefined ? ': its check words do not fit' : `: word ${String(word)} is no word of a share`}.`,
    FOREIGN:
      share === undefined
        ? 'A share is not of this kit.'
        : `Share ${String(share)} is of another kit, ${String(kitId)}.`,
    REPEATED: `Share ${String(share)} is number ${String(number)} again: each counts once.`,
    MISSING: `${String(missing)} more shares are needed.`,
    BUNDLE: 'The shares are right, but this bundle is not sealed for them, or is damaged.',
  };
  return what[String(reason)] ?? 'The kit is refused.';
}

/** The settings that a bundle holds, as a file of settings. */
export const settingsFile = 'settings.env';

/**
 * Writes the keys of a bundle into a folder, `last` as the last of them: cut short, it may be repeated. RESTORE_NOT_EMPTY when a key is
 * there that is another one.
 */
export async function writeKeys(folder: string, { files, settings }: KeyBundle, last = 'backups.key'): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const given = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  if (given.length > 0) await writeKey(folder, settingsFile, Buffer.from(given.join('')));
  const names = Object.keys(files).sort((a, b) => Number(a === last) - Number(b === last));
  for (const name of names) await writeKey(folder, basename(name), Buffer.from(files[name] ?? '', 'base64'));
}

async function writeKey(folder: string, name: string, bytes: Buffer): Promise<void> {
  const path = join(folder, name);
  try {
    await writeFile(path, bytes, { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (!(await readFile(path)).equals(bytes)) throw new DomainError('RESTORE_NOT_EMPTY', { place: 'keys' });
  }
}
