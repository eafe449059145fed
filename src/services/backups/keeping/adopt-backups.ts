import { Backup } from '../../../entities/backups/backup.entity.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { manifestName } from '../format/names.ts';
import type { Manifest } from '../format/manifest.ts';
import { listManifests, openManifest, type Repository } from '../repository/repository.ts';
import type { Removing } from './finish-removals.ts';
import { longestProtection } from './ladder.ts';
import { protectionsAt } from './protect-backup.ts';

interface Adopting extends Removing {
  readonly config: Pick<AppContext['config'], 'BACKUP_PROTECTED_DAYS'>;
}

/** Makes a row of each backup that is at the target and that the database does not know: after a restore, and after a migration. */
export async function adoptBackups({ run, config }: Adopting, repository: Repository): Promise<number> {
  const known = new Set(await run(knownAt, repository.target.url));
  const protections = await protectionsAt(repository.target);
  let adopted = 0;
  for (const id of (await listManifests(repository)).keys()) {
    if (known.has(id)) continue;
    const manifest = await openManifest(repository, id).catch(() => undefined);
    if (manifest === undefined) continue;
    const made = { createdAt: new Date(manifest.createdAt), protectedUntil: protections.get(id) ?? null };
    const protectedUntil = longestProtection(made, config.BACKUP_PROTECTED_DAYS);
    adopted += Number(await run(adopt, { manifest, protectedUntil, target: repository.target.url }));
  }
  return adopted;
}

/** One that runs has no manifest of its own making: whoever made it is gone. */
const knownAt = async ({ em }: Tx<'em'>, target: string): Promise<string[]> =>
  (await em.find(Backup, { target, status: { $ne: 'RUNNING' } }, { fields: ['id'] })).map(({ id }) => id);

interface Found {
  readonly manifest: Manifest & { readonly sha256: string };
  readonly protectedUntil: Date;
  readonly target: string;
}

async function adopt({ em }: Tx<'em'>, { manifest, protectedUntil, target }: Found): Promise<boolean> {
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
    ...{ protectedUntil, leaseUntil: null, failure: null },
  });
  return true;
}
