import type { BackupTarget } from '../../adapters/backup-target/port.ts';
import { readWhole } from '../repository/transfer.ts';

/** The keys that lie beside backups, sealed to the emergency kit, the newest first: ids of backups grow with time. */
export async function* newestKeys(target: BackupTarget): AsyncGenerator<Buffer> {
  const names: string[] = [];
  for await (const { name } of target.list('kit/')) names.push(name);
  for (const name of names.sort().reverse()) {
    const sealed = await readWhole(target, name);
    if (sealed !== undefined) yield sealed;
  }
}
