import type { AppContext } from '../../platform/context.ts';
import { objectName } from '../format/names.ts';
import { notifyScrubbed } from '../notices/notices.ts';
import { openRepository } from '../repository/repository.ts';
import { copied } from '../restoring/fill-storage.ts';
import { readThrough } from '../repository/transfer.ts';

type Needed = Pick<AppContext, 'run' | 'db' | 'vault' | 'backups' | 'now' | 'note' | 'log'>;

const parts = 30;
const dayMs = 86_400_000;
const filesAtOnce = 500;

/** What a nightly look at the storage found. */
export interface Scrubbed {
  readonly read: number;
  readonly healed: number;
  readonly damaged: number;
}

interface LiveFile {
  readonly id: string;
  readonly versionId: string;
  readonly sha256: string;
}

export interface ScrubWanted {
  /** Every file, and not only the thirtieth of the day. */
  readonly isOfAll?: boolean;
  /** Only look: nothing is mended, and nothing is noted. */
  readonly dryRun?: boolean;
}

/** Reads a thirtieth of the stored files, another one each night, and mends those that are damaged from a backup. */
export async function scrub(ctx: Needed, { isOfAll = false, dryRun = false }: ScrubWanted = {}): Promise<Scrubbed> {
  const found = { read: 0, healed: 0, damaged: 0 };
  const isDue = isOfAll ? () => true : partOf(ctx.now);
  for await (const file of liveFiles(ctx)) if (isDue(file)) await look(ctx, file, { found, dryRun });
  if (!dryRun) await report(ctx, found);
  return found;
}

/** The end of an id is random. */
function partOf(now: Date): (file: LiveFile) => boolean {
  const part = Math.floor(now.getTime() / dayMs) % parts;
  return ({ id }) => Number.parseInt(id.slice(-6), 16) % parts === part;
}

async function* liveFiles(ctx: Needed): AsyncGenerator<LiveFile> {
  for (let after = ''; ;) {
    const files = await filesAfter(ctx, after);
    yield* files;
    if (files.length < filesAtOnce) return;
    after = files.at(-1)?.id ?? '';
  }
}

async function report(ctx: Needed, found: Scrubbed): Promise<void> {
  if (found.healed + found.damaged > 0) ctx.log.error(found, 'stored files were damaged');
  if (found.healed > 0) await ctx.run(notifyScrubbed, { healed: found.healed });
}

interface Looking {
  readonly found: { -readonly [K in keyof Scrubbed]: number };
  readonly dryRun: boolean;
}

async function look(ctx: Needed, file: LiveFile, { found, dryRun }: Looking): Promise<void> {
  found.read += 1;
  if (await isWhole(ctx, file)) return;
  const isHealed = !dryRun && (await mend(ctx, file));
  found[isHealed ? 'healed' : 'damaged'] += 1;
  if (dryRun) return;
  const outcome = isHealed ? 'SUCCESS' : 'FAILURE';
  await ctx.note({ action: 'FILE_INTEGRITY', targetId: file.id, outcome, payload: { isHealed } });
}

async function filesAfter({ db }: Needed, after: string): Promise<LiveFile[]> {
  const rows = await db
    .selectFrom('stored_file')
    .select(['id', 'version_id', 'ciphertext_sha256'])
    .where('deleted_at', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(filesAtOnce)
    .execute();
  return rows.map((row) => ({ id: row.id, versionId: row.version_id, sha256: row.ciphertext_sha256 }));
}

async function isWhole({ vault }: Needed, { versionId, sha256 }: LiveFile): Promise<boolean> {
  const object = await vault.storage.open(versionId);
  if (object === undefined) return false;
  try {
    return (await readThrough(object, () => Promise.resolve())) === sha256;
  } finally {
    await object.close();
  }
}

/** The damaged bytes go only when a whole copy was read to its end. */
async function mend({ vault, backups }: Needed, { versionId, sha256 }: LiveFile): Promise<boolean> {
  for (const target of backups.targets) {
    const repository = await openRepository(target, backups.keys).catch(() => undefined);
    const copy = await repository?.target.open(objectName(sha256)).catch(() => undefined);
    if (copy === undefined) continue;
    try {
      if ((await readThrough(copy, () => Promise.resolve())) !== sha256) continue;
      await vault.storage.delete(versionId);
      if (await copied(vault.storage, copy, { versionId, sha256 })) return true;
    } finally {
      await copy.close();
    }
  }
  return false;
}
