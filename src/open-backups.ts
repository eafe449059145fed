import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileTarget } from './services/adapters/backup-target/file-target.ts';
import type { BackupTarget } from './services/adapters/backup-target/port.ts';
import { localKeyRegister } from './services/adapters/keys/key-register.ts';
import { localDisk } from './services/adapters/storage/local-disk.ts';
import type { Storage } from './services/adapters/storage/port.ts';
import { openSigner } from './services/audit/index.ts';
import type { BackupPlaces } from './services/backups/index.ts';
import type { Config } from './services/platform/config.ts';
import { secretFile } from './services/platform/secrets.ts';

/** Targets of backups in the order of the settings; a folder beside the data unless there are any. Part of the composition root. */
export function openBackups(config: Config): BackupPlaces {
  const urls = config.BACKUP_TARGETS.length > 0 ? config.BACKUP_TARGETS : [`file:${config.dataDir}-backups`];
  return {
    targets: urls.map(openTarget),
    keys: { secret: secretFile(config.keysDir, 'backups.key'), signer: openSigner(config.keysDir) },
    openFolder: localDisk,
    keyChecks: () => localKeyRegister(config.dataDir).read(),
  };
}

/** By the scheme of its address. */
export const openTarget = (url: string): BackupTarget => fileTarget(fileURLToPath(new URL(url)));

/** Where sealed files are stored. */
export const openStorage = (config: Config): Promise<Storage> => localDisk(join(config.dataDir, 'files'));
