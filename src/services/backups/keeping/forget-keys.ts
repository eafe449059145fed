import { Backup } from '../../../entities/backups/backup.entity.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { Row } from '../../platform/orm/snapshot/snapshot.ts';
import {
  signManifest,
  type Manifest,
  type ManifestContent,
  type PieceOfBackup,
  type TableOfBackup,
} from '../format/manifest.ts';
import { manifestName, manifestOfName, pieceName } from '../format/names.ts';
import { sealPiece, sha256Of } from '../format/piece.ts';
import { RowSum } from '../format/row-sum.ts';
import { listManifests, openManifest, openRepository, readPiece, type Repository } from '../repository/repository.ts';
import { writeWhole } from '../repository/transfer.ts';
import { deleteUnlessLocked } from './lock-backup.ts';
import { keepTombstones } from './keep-tombstones.ts';

type Needed = Pick<AppContext, 'run' | 'db' | 'now' | 'log' | 'config' | 'backups'>;

/** What was taken out of backups. */
export interface KeysForgotten {
  readonly backups: number;
  readonly keys: number;
}

/**
 * Takes the keys that were destroyed since out of every backup that is not protected any more: their key pieces are written
 * again without them, under a new revision of the manifest; the old pieces go with the next prunings. A dry run counts them, and
 * writes nothing.
 */
export async function forgetKeys(
  needed: Needed,
  { dryRun }: Pick<Forgetting, 'dryRun'> = { dryRun: false },
): Promise<KeysForgotten> {
  const ctx: Forgetting = { ...needed, dryRun };
  if (!dryRun) await keepTombstones(ctx);
  let [backups, keys] = [0, 0];
  for (const target of ctx.backups.targets) {
    const repository = await openRepository(target, ctx.backups.keys);
    if (repository === undefined) continue;
    for (const [id, revision] of await listManifests(repository)) {
      if (await isProtected(ctx, id)) continue;
      const taken = await forgetIn(ctx, repository, await openManifest(repository, id, revision));
      backups += Number(taken > 0);
      keys += taken;
    }
  }
  return { backups, keys };
}

async function isProtected({ run, now }: Needed, id: string): Promise<boolean> {
  const row = await run(({ em }: Tx<'em'>) => em.findOne(Backup, { id }), undefined);
  return (row?.protectedUntil ?? now) > now;
}

interface Forgetting extends Needed {
  readonly dryRun: boolean;
}

async function forgetIn(
  ctx: Forgetting,
  repository: Repository,
  manifest: Manifest & { readonly sha256: string },
): Promise<number> {
  const gone = await destroyedAfter(ctx, manifest.tombstones);
  const table = manifest.tables['data_key'];
  if (gone.ids.size === 0 || table === undefined) return 0;
  const write = ctx.dryRun ? undefined : (lines: readonly string[]) => writeKept(repository, lines);
  const { taken, ...kept } = await keptOf(repository, table, { ids: gone.ids, write });
  if (taken === 0 || ctx.dryRun) return taken;
  const tables = { ...manifest.tables, data_key: { ...table, ...kept, rows: table.rows - taken } };
  await writeRevision(ctx, repository, { manifest, tables, tombstones: gone.last });
  return taken;
}

interface Taking {
  readonly ids: ReadonlySet<string>;
  /** Writes what is left of a piece; undefined to count only. */
  readonly write: ((lines: readonly string[]) => Promise<PieceOfBackup>) | undefined;
}

/** The pieces of the key table without these keys, and how many were taken out. */
async function keptOf(repository: Repository, table: TableOfBackup, { ids, write }: Taking) {
  const id = table.columns.findIndex(([name]) => name === 'id');
  const sum = new RowSum();
  const pieces: PieceOfBackup[] = [];
  let taken = 0;
  for (const piece of table.pieces) {
    const lines = await readPiece(repository, piece);
    const kept = lines.filter((line) => !ids.has(String((JSON.parse(line) as Row)[id])));
    for (const line of kept) sum.add(line);
    taken += lines.length - kept.length;
    if (kept.length === lines.length) pieces.push(piece);
    else if (kept.length > 0 && write !== undefined) pieces.push(await write(kept));
  }
  return { taken, sum: sum.digest(), pieces };
}

/** A transaction that took its number early may have committed late: as many before the number are looked at again. */
const lateRows = 500;

async function destroyedAfter({ db }: Needed, seq: number): Promise<{ ids: Set<string>; last: number }> {
  const rows = await db
    .selectFrom('tombstone')
    .select(['seq', 'subject_id'])
    .where('kind', '=', 'KEY')
    .where('seq', '>', seq - lateRows)
    .execute();
  const last = rows.reduce((highest, row) => Math.max(highest, Number(row.seq)), seq);
  return { ids: new Set(rows.map(({ subject_id }) => subject_id)), last };
}

async function writeKept({ keys, target }: Repository, lines: readonly string[]): Promise<PieceOfBackup> {
  const { name, sha256, bytes } = await sealPiece(keys, `${lines.join('\n')}\n`);
  await writeWhole(target, pieceName(name), bytes);
  return { name, sha256, size: bytes.length, rows: lines.length };
}

interface Revising extends Pick<ManifestContent, 'tables' | 'tombstones'> {
  readonly manifest: Manifest & { readonly sha256: string };
}

async function writeRevision(
  ctx: Needed,
  { target, signer }: Repository,
  { manifest, tables, tombstones }: Revising,
): Promise<void> {
  const { sha256, keyId: _keyId, signature: _signature, ...content } = manifest;
  const revision = content.revision + 1;
  const revised: ManifestContent = { ...content, revision, first: content.first ?? sha256, tables, tombstones };
  const text = Buffer.from(signManifest(revised, signer));
  await target.persist();
  await writeWhole(target, manifestName(content.id, revision), text);
  await target.persist();
  crashPoint('after-revised-manifest');
  for await (const { name } of target.list('manifests/')) {
    const found = manifestOfName(name);
    if (found?.id === content.id && found.revision < revision) await deleteUnlessLocked(target, name);
  }
  await target.persist();
  await ctx.run(recordRevision, { id: content.id, revision, sha256: sha256Of(text) });
}

async function recordRevision(
  { em, record }: Tx<'em' | 'record'>,
  { id, revision, sha256 }: { id: string; revision: number; sha256: string },
): Promise<void> {
  await em.nativeUpdate(Backup, { id }, { revision, sha256, path: manifestName(id, revision) });
  record({ action: 'BACKUP_FORGOTTEN', targetId: id, payload: { revision } });
}
