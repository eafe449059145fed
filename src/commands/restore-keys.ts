import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { kitCipher } from '../composition/storage-adapters.ts';
import { newestKeys, type BackupPlaces } from '../services/backups/index.ts';
import { DomainError } from '../services/kernel/errors.ts';
import type { Config } from '../services/platform/config.ts';
import { recoverKeys, type KeyBundle } from '../services/vault/index.ts';
import { backupCodes } from './backup-codes.ts';
import type { CommandTools } from './command.ts';
import { answeringShares, askAllShares, settingsFile, writeKeys, type Ask } from './kit-shares.ts';

interface LostKeys {
  readonly config: Config;
  readonly target: BackupPlaces['targets'][number];
  readonly isByShares: boolean;
}

/** Before anything is restored: the keys are in KEYS_DIR, or come there from the target by shares of the emergency kit. */
export function ensureKeys(
  { print }: Pick<CommandTools, 'print'>,
  ask: Ask,
  { config, target, isByShares }: LostKeys,
): Promise<number> {
  return answeringShares(print, async () => {
    if (existsSync(join(config.keysDir, 'backups.key'))) return backupCodes.done;
    if (!isByShares) {
      print(
        `There is no backups.key in ${config.keysDir} (KEYS_DIR): put the keys back first, from their own copy, or say --shares to bring them back by shares of the emergency kit.`,
      );
      return backupCodes.failed;
    }
    print('Type or scan the words of the shares, one share a line.');
    const bundle = await openNewest(target, await askAllShares(ask));
    await writeKeys(config.keysDir, bundle);
    print(`Keys: brought back into ${config.keysDir}.`);
    return settingsMissing(print, config, bundle);
  });
}

/** The newest bundle at the target that the shares open: a kit that was replaced opens only what was sealed before. */
async function openNewest(target: LostKeys['target'], texts: readonly string[]): Promise<KeyBundle> {
  const cipher = await kitCipher();
  let refusal = new DomainError('BACKUP_TARGET_UNAVAILABLE', { target: target.url });
  for await (const sealed of newestKeys(target))
    try {
      return await recoverKeys(cipher, { texts, sealed });
    } catch (error) {
      if (!(error instanceof DomainError) || error.details['reason'] !== 'BUNDLE') throw error;
      refusal = error;
    }
  throw refusal;
}

/** Secrets that stood in the settings: nobody but the operator can put them there again. */
function settingsMissing(print: (text: string) => void, config: Config, { settings }: KeyBundle): number {
  const missing = Object.entries(settings).filter(([name, value]) => config[name as keyof Config] !== value);
  if (missing.length === 0) return backupCodes.done;
  print(
    `${missing.map(([name]) => name).join(' and ')} stood in the settings: take them from ${join(config.keysDir, settingsFile)}, then run the same again.`,
  );
  return backupCodes.failed;
}
