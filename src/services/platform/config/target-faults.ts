import type { Config } from '../config.ts';
import { settingFault } from '../config-faults.ts';
import { isInside } from './folders.ts';
import { addressOf, placeFrom, type Place } from './places.ts';

/** A backup beside what it is a backup of would be lost with it, or be backed up itself. */
export function targetFaults(config: Pick<Config, 'BACKUP_TARGETS' | 'dataDir' | 'keysDir' | 'storage'>): string[] {
  const places = config.BACKUP_TARGETS.flatMap((address) => placeFrom(address) ?? []);
  const addresses = places.map(addressOf);
  return places.flatMap((place, i) => {
    const address = addresses[i] ?? '';
    if (addresses.indexOf(address) < i) return [settingFault('BACKUP_TARGETS', 'each target once', address)];
    return isApart(place, config)
      ? []
      : [settingFault('BACKUP_TARGETS', 'must be outside DATA_DIR, KEYS_DIR and STORAGE_URL', address)];
  });
}

function isApart(
  place: Place,
  { dataDir, keysDir, storage }: Pick<Config, 'dataDir' | 'keysDir' | 'storage'>,
): boolean {
  if (place.kind === 'FOLDER') {
    const folders = [dataDir, keysDir, ...(storage.kind === 'FOLDER' ? [storage.folder] : [])];
    return folders.every((folder) => !isInside(place.folder, folder));
  }
  if (storage.kind === 'FOLDER') return true;
  const isSameBucket = place.bucket === storage.bucket && place.endpoint === storage.endpoint;
  return !isSameBucket || !(place.prefix.startsWith(storage.prefix) || storage.prefix.startsWith(place.prefix));
}
