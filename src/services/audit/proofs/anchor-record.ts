import { existsSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '../../platform/config.ts';
import type { Checkpoint } from './checkpoint-text.ts';
import type { CheckpointSigner } from './signing.ts';

/**
 * Which checkpoints were exported, remembered apart from them: one signed line each, beside the keys. A checkpoint file
 * that is missing, shortened or replaced is shorter than this record, or than what the database says was exported.
 */
const recordOf = (config: Pick<Config, 'keysDir'>): string => join(config.keysDir, 'journal-anchors.log');

/** A checkpoint's name: its place and its root. */
export const anchorName = ({ seq, root }: Pick<Checkpoint, 'seq' | 'root'>): string => `${seq} ${root}`;

const signedText = (name: string): string => `AUD1 anchor\n${name}`;

/** Records that these were exported. Idempotent. */
export async function rememberAnchors(
  config: Pick<Config, 'keysDir'>,
  signer: CheckpointSigner,
  anchors: readonly Pick<Checkpoint, 'seq' | 'root'>[],
): Promise<void> {
  const lines = anchors.map(anchorName).map((name) => `${name} ${signer.sign(signedText(name))}\n`);
  if (lines.length === 0) return;
  const path = recordOf(config);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'a', 0o600);
  try {
    // The leading line break ends a line that a crash may have torn.
    await file.appendFile(`\n${lines.join('')}`);
    await file.datasync();
  } finally {
    await file.close();
  }
}

export const hasAnchorRecord = (config: Pick<Config, 'keysDir'>): boolean => existsSync(recordOf(config));

/** The names of those remembered; a line that we did not sign is none. */
export async function rememberedAnchors(
  config: Pick<Config, 'keysDir'>,
  signer: Pick<CheckpointSigner, 'isSigned'>,
): Promise<ReadonlySet<string>> {
  const text = hasAnchorRecord(config) ? await readFile(recordOf(config), 'utf8') : '';
  const names = text.split('\n').flatMap((line) => {
    const [seq, root, signature] = line.split(' ');
    return signature !== undefined && signer.isSigned(signedText(`${seq} ${root}`), signature)
      ? [`${seq} ${root}`]
      : [];
  });
  return new Set(names);
}
