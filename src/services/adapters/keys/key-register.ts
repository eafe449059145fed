import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseChecks, printChecks } from './key-text.ts';
import type { KeyRegister } from './port.ts';
import { readText, replaceWhole } from './private-file.ts';

/** The register beside the data, `master-keys.json`: it is part of every backup, and contains no key. */
export function localKeyRegister(dataDir: string): KeyRegister {
  const path = join(dataDir, 'master-keys.json');
  return {
    read: async () => {
      const text = await readText(path);
      return text === undefined ? [] : parseChecks(text);
    },
    write: async (checks) => {
      await mkdir(dataDir, { recursive: true, mode: 0o700 });
      await replaceWhole({ path, text: printChecks(checks), mode: 0o600 });
    },
  };
}
