import { join } from 'node:path';
import { databaseOf } from '../orm/orm.ts';
import type { Config } from '../config.ts';
import { assertWhole } from './half-restored.ts';
import { OperatorError } from './operator-error.ts';
import { takeOnlyServer, type OnlyServer } from './one-server.ts';
import { checkPort } from './port-check.ts';
import { checkWritable, FolderError } from './write-check.ts';

/** What a process holds against the machine before it changes anything. */

type PlaceSetting = 'DATA_DIR' | 'KEYS_DIR' | 'STORAGE_URL';

/** Where encrypted files, mails and keys are stored, by the name that `/health` gives them. */
export const placesOf = (
  config: Config,
): Readonly<Record<string, { readonly folder: string; readonly setting: PlaceSetting }>> => ({
  ...(config.storage.kind === 'FOLDER'
    ? { storage: { folder: config.storage.folder, setting: settingOf(config) } }
    : {}),
  ...(keepsMails(config) ? { mailbox: { folder: join(config.dataDir, 'mailbox'), setting: 'DATA_DIR' as const } } : {}),
  keyFolder: { folder: config.keysDir, setting: 'KEYS_DIR' },
});

const settingOf = ({ STORAGE_URL }: Config): PlaceSetting => (STORAGE_URL === undefined ? 'DATA_DIR' : 'STORAGE_URL');

const keepsMails = ({ SENDGRID_API_KEY, SMTP_URL }: Config): boolean =>
  SENDGRID_API_KEY === undefined && SMTP_URL === undefined;

export const isLow = (freeBytes: number, { LOW_DISK_MEGABYTES }: Config): boolean =>
  freeBytes < LOW_DISK_MEGABYTES * 2 ** 20;

/** Checks that every folder can be written, and reports all that cannot together. Returns warnings. */
export async function checkFolders(config: Config): Promise<string[]> {
  assertWhole(config);
  const faults: string[] = [];
  const warnings: string[] = [];
  for (const { folder, setting } of [
    { folder: config.dataDir, setting: 'DATA_DIR' as const },
    ...Object.values(placesOf(config)),
  ]) {
    try {
      const freeBytes = await checkWritable(folder);
      if (isLow(freeBytes, config))
        warnings.push(`Only ${Math.floor(freeBytes / 2 ** 20)} MB are free in ${folder} (${setting}).`);
    } catch (error) {
      if (!(error instanceof FolderError)) throw error;
      faults.push(`${setting}: ${error.message}`);
    }
  }
  if (faults.length > 0) throw new OperatorError(faults.join('\n'));
  return warnings;
}

/** Before a server migrates, creates users and prints their passwords: can it serve at all? */
export async function checkServer(config: Config, warn: (text: string) => void): Promise<OnlyServer | undefined> {
  if (config.PORT !== 0) await checkPort(config.HOST, config.PORT);
  for (const warning of await checkFolders(config)) warn(warning);
  if (config.DATABASE_URL !== undefined) return undefined;
  const { file } = databaseOf(config);
  const only = takeOnlyServer(file);
  if (only === undefined)
    warn(
      `Another server already works on ${file}: both will, one write at a time. Set DATABASE_URL where several servers are wanted, or DATA_DIR to another folder.`,
    );
  return only;
}
