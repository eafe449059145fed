import { createHmac, timingSafeEqual } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DomainError } from '../kernel/errors.ts';
import type { Config } from '../platform/config.ts';
import { secretFile } from '../platform/secrets.ts';
import { createWhole } from '../platform/whole-file.ts';

/**
 * The high-water mark of invoice numbers, kept outside the database and its backups: the last number that was shown to
 * anyone. After a restore from an old backup the database is behind it, and numbers already given would be given again.
 *
 * One append-only file per series, one signed line per mark; the highest counts. Appending is atomic, so processes need
 * no lock; a line torn by a power cut is no line. A file without a valid line is not believed and stops the series.
 */
type MarkConfig = Pick<Config, 'keysDir'>;

const tailBytes = 2_048;
const fileOf = (config: MarkConfig, series: string): string => join(config.keysDir, 'invoice-marks', `${series}.log`);
const signerOf = (config: MarkConfig) => {
  const key = secretFile(config.keysDir, 'invoice-marks.key');
  return (text: string): Buffer => createHmac('sha256', key).update(text).digest();
};

/** The highest number known to have been shown; 0 when none was. `INVOICE_SERIES_BEHIND` when the file was tampered with. */
export function markOf(config: MarkConfig, series: string): number {
  const lines = tailOf(fileOf(config, series));
  if (lines === undefined) return 0;
  const sign = signerOf(config);
  const numbers = lines.flatMap((line) => {
    const [name, digits = '', mac = ''] = line.split(' ');
    const given = Buffer.from(mac, 'hex');
    const wanted = sign(`${series} ${digits}`);
    return name === series && given.length === wanted.length && timingSafeEqual(given, wanted) ? [Number(digits)] : [];
  });
  if (numbers.length === 0) throw new DomainError('INVOICE_SERIES_BEHIND', { series });
  return Math.max(...numbers);
}

/** The marks of these series, for a backup; a series whose file was tampered with is left out. */
export function knownMarks(config: MarkConfig, series: readonly string[]): Record<string, number> {
  const known = series.flatMap((name) => {
    try {
      return [[name, markOf(config, name)] as const];
    } catch (error) {
      if (error instanceof DomainError) return [];
      throw error;
    }
  });
  return Object.fromEntries(known);
}

/** Remembers that this number is about to be shown. Durable when it returns. */
export async function raiseMark(config: MarkConfig, series: string, sequence: number): Promise<void> {
  if (markOf(config, series) >= sequence) return;
  const text = `${series} ${sequence}`;
  const line = `${text} ${signerOf(config)(text).toString('hex')}\n`;
  const path = fileOf(config, series);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  // The first mark arrives with its file: a file without a line would stop the series for whoever looks meanwhile.
  if (createWhole(path, line, 0o600)) return;
  const file = await open(path, 'a', 0o600);
  try {
    // The leading line break ends a line that a crash may have torn.
    await file.appendFile(`\n${line}`);
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** The last lines of a file, those that are whole; undefined when there is no file. */
function tailOf(path: string): string[] | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(size, tailBytes));
    readSync(file, bytes, 0, bytes.length, size - bytes.length);
    return bytes
      .toString('latin1')
      .split('\n')
      .filter((line) => line !== '');
  } finally {
    closeSync(file);
  }
}
