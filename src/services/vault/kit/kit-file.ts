import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * What the installation keeps of its kit, in KEYS_DIR: nothing that opens anything. It lies with the keys, where a thief of
 * the data cannot put a recipient of their own.
 */
const shape = z.object({
  format: z.literal('atelier-emergency-kit-1'),
  id: z.string(),
  /** The public half: what is sealed to it, only enough shares open. */
  recipient: z.string(),
  shares: z.int(),
  needed: z.int(),
  createdAt: z.coerce.date(),
  verifiedAt: z.coerce.date().nullable(),
});
export type EmergencyKit = Omit<z.infer<typeof shape>, 'format'>;

export const kitFileName = 'emergency-kit.json';

/** Undefined when no kit was made. */
export async function readKit(keysDir: string): Promise<EmergencyKit | undefined> {
  try {
    return shape.parse(JSON.parse(await readFile(join(keysDir, kitFileName), 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export async function writeKit(keysDir: string, kit: EmergencyKit): Promise<void> {
  const text = `${JSON.stringify({ format: 'atelier-emergency-kit-1', ...kit }, null, 2)}\n`;
  await replaceFile(join(keysDir, kitFileName), text);
}

/** Replaces a file: a crash leaves either the old or the new one. */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${path}.tmp`, content, { mode: 0o600, flush: true });
  await rename(`${path}.tmp`, path);
}
