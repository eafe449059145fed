import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { KitCipher } from '../../adapters/kit/port.ts';
import type { HeldKeys } from '../../adapters/keys/port.ts';
import { kitFileName, readKit, replaceFile } from './kit-file.ts';

/** Where the keys of an installation are, and what seals them to its kit. */
export interface KitPlaces {
  readonly keysDir: string;
  readonly dataDir: string;
  /** Secrets that stand in the settings instead of in KEYS_DIR. */
  readonly settings: Readonly<Record<string, string>>;
  readonly cipher: () => Promise<KitCipher>;
  /** The master keys of a bundle. */
  readonly keysIn: (bundle: KeyBundle) => Promise<HeldKeys | undefined>;
}

/** Readable by a person: JSON, each file in base64. */
const shape = z.object({
  format: z.literal('atelier-keys-1'),
  files: z.record(z.string(), z.base64()),
  settings: z.record(z.string(), z.string()),
});
export type KeyBundle = z.infer<typeof shape>;

/** The newest bundle, beside the data; each backup has its own. */
export const bundleFile = (dataDir: string): string => join(dataDir, 'emergency-keys.age');

/** Seals bytes to the kit, in the age format; undefined when there is no kit. */
export async function sealToKit(
  { keysDir, cipher }: Pick<KitPlaces, 'keysDir' | 'cipher'>,
  bytes: Uint8Array,
): Promise<Uint8Array | undefined> {
  const kit = await readKit(keysDir);
  return kit && (await (await cipher()).seal(kit.recipient, bytes));
}

/** The key ring and every secret of KEYS_DIR, sealed to the kit: for a backup to keep beside it. Undefined without a kit. */
export async function sealedKeys(places: KitPlaces): Promise<Uint8Array | undefined> {
  const bundle = Buffer.from(JSON.stringify(await bundleOf(places)));
  try {
    return await sealToKit(places, bundle);
  } finally {
    bundle.fill(0);
  }
}

/** Writes it beside the data: after each change of the keys. False without a kit. */
export async function keepSealedKeys(places: KitPlaces): Promise<boolean> {
  const sealed = await sealedKeys(places);
  if (sealed === undefined) return false;
  await replaceFile(bundleFile(places.dataDir), sealed);
  return true;
}

/** The contents of an opened bundle; throws when they are not one. */
export const parseBundle = (bytes: Uint8Array): KeyBundle => shape.parse(JSON.parse(Buffer.from(bytes).toString()));

async function bundleOf({ keysDir, settings }: KitPlaces): Promise<KeyBundle> {
  const entries = await readdir(keysDir, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith(kitFileName))
    .map(({ name }) => name);
  const files = await Promise.all(
    names.sort().map(async (name) => [name, (await readFile(join(keysDir, name))).toString('base64')] as const),
  );
  return { format: 'atelier-keys-1', files: Object.fromEntries(files), settings };
}
