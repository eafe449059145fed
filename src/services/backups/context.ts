import type { Storage } from '../adapters/storage/port.ts';
import type { BackupTarget } from '../adapters/backup-target/port.ts';
import type { BackupKeys } from './repository/repository.ts';

/** Where backups are, and what opens them. */
export interface BackupPlaces {
  /** In the order of the setting: the first is the one that is meant when nothing is said. */
  readonly targets: readonly BackupTarget[];
  readonly keys: BackupKeys;
  /** Identifies the master keys without revealing them: part of every backup, contains no key. */
  /** Storage in a folder, for a restore that is practised. */
  readonly openFolder: (folder: string) => Promise<Storage>;
  /** The keys of this installation sealed to the emergency kit (age format), to lie beside each backup; null without a kit. */
  readonly sealedKeys?: () => Promise<Uint8Array | null>;
  readonly keyChecks: () => Promise<readonly { readonly id: string; readonly check: string }[]>;
}

declare module '../platform/context.ts' {
  interface AppContext {
    readonly backups: BackupPlaces;
  }
}
