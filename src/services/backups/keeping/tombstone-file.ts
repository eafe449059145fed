import { createHmac } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TombstoneKind } from '../../../entities/backups/tombstone.entity.ts';
import { safeEqual } from '../../kernel/safe-equal.ts';
import type { Config } from '../../platform/config.ts';
import { secretFile } from '../../platform/secrets.ts';

/** A tombstone as it stands outside the database. */
export interface KnownTombstone {
  readonly seq: number;
  readonly kind: TombstoneKind;
  readonly subjectId: string;
}

type Place = Pick<Config, 'keysDir'>;

const fileOf = ({ keysDir }: Place): string => join(keysDir, 'tombstones.log');
const linePattern = /^((\d+) (KEY|PERSON) ([0-9a-f-]{36})) ([0-9a-f]{64})$/;

const signerOf = ({ keysDir }: Place) => {
  const key = secretFile(keysDir, 'tombstones.key');
  return (text: string): string => createHmac('sha256', key).update(text).digest('hex');
};

/** Each on a line of its own, with a code that only this installation can compute. */
export function printTombstones(config: Place, tombstones: readonly KnownTombstone[]): string {
  const sign = signerOf(config);
  return tombstones
    .map(({ seq, kind, subjectId }) => `${seq} ${kind} ${subjectId}`)
    .map((text) => `${text} ${sign(text)}\n`)
    .join('');
}

/** Those that are genuine: a line that was torn or written by somebody else is none. */
export function parseTombstones(config: Place, text: string): KnownTombstone[] {
  const sign = signerOf(config);
  return text.split('\n').flatMap((line) => {
    const [, signed, seq, kind, subjectId, code] = linePattern.exec(line) ?? [];
    if (signed === undefined || code === undefined || !safeEqual(code, sign(signed))) return [];
    return [{ seq: Number(seq), kind: kind as TombstoneKind, subjectId: subjectId as string }];
  });
}

/** The file beside the keys, which no backup of the database takes back in time. */
export async function readTombstones(config: Place): Promise<KnownTombstone[]> {
  try {
    return parseTombstones(config, await readFile(fileOf(config), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Durable when it resolves. */
export async function appendTombstones(config: Place, tombstones: readonly KnownTombstone[]): Promise<void> {
  await mkdir(dirname(fileOf(config)), { recursive: true, mode: 0o700 });
  const file = await open(fileOf(config), 'a', 0o600);
  try {
    // The leading line break ends a line that a crash may have torn.
    await file.appendFile(`\n${printTombstones(config, tombstones)}`);
    await file.datasync();
  } finally {
    await file.close();
  }
}
