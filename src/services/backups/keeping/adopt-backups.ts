import { Backup } from '../../../entities/backups/backup.entity.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { manifestName } from '../format/names.ts';
import type { Manifest } from '../format/manifest.ts';
import { listManifests, openManifest, type Repository } from '../repository/repository.ts';
import { protectionOf } from './ladder.ts';

/** After a restore: makes a row of each backup that is at the target and that the database does not know as complete. */
export async function adoptBackups({ run }: Pick<AppContext, 'run'>, repository: Repository): Promise<number> {
  let adopted = 0;
  for (const id of (await listManifests(repository)).keys()) {
    const manifest = await openManifest(repository, id).catch(() => undefined);
    if (manifest !== undefined) adopted += Number(await run(adopt, { manifest, target: repository.target.url }));
  }
  return adopted;
}

async function adopt(
  { em }: Tx<'em'>,
  { manifest, target }: { readonly manifest: Manifest & { readonly sha256: string }; readonly target: string },
): Promise<boolean> {
  const known = await em.findOne(Backup, { id: manifest.id });
  if (known !== null && known.status !== 'RUNNING') return false;
  const createdAt = new Date(manifest.createdAt);
  const pieces = Object.values(manifest.tables).flatMap((table) => table.pieces);
  const backup =
    known ?? em.create(Backup, { id: manifest.id, createdAt, target, trigger: manifest.trigger, rung: manifest.rung });
  Object.assign(backup, {
    ...{ status: 'COMPLETE', finishedAt: new Date(manifest.finishedAt), summary: manifest.summary, target },
    ...{ path: manifestName(manifest.id, manifest.revision), sha256: manifest.sha256, revision: manifest.revision },
    sizeBytes: manifest.summary.objectBytes + pieces.reduce((sum, { size }) => sum + size, 0),
    protectedUntil: protectionOf({ createdAt }),
    ...{ leaseUntil: null, failure: null },
  });
  return true;
}
