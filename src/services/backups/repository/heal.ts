import type { StoredObject } from '../../adapters/storage/port.ts';
import type { AppContext } from '../../platform/context.ts';
import type { Repository } from './repository.ts';
import { openRepository } from './repository.ts';
import { readThrough } from './transfer.ts';
import type { Damage } from './verify.ts';

type Needed = Pick<AppContext, 'db' | 'vault' | 'backups'>;

/** Writes a whole copy over what is damaged, from the live storage or another target. False when there is none. */
export async function heal(ctx: Needed, { target }: Repository, { name, sha256 }: Damage): Promise<boolean> {
  for (const open of sourcesOf(ctx, target.url, { name, sha256 })) {
    if (!(await isWhole(open, sha256))) continue;
    const source = await open();
    if (source === undefined) continue;
    try {
      const part = await target.create(name, { isReplacing: true });
      try {
        if ((await readThrough(source, (bytes) => part.append(bytes))) !== sha256) throw new Error('changed meanwhile');
        await part.commit();
        await target.persist();
        return true;
      } catch (error) {
        await part.abort();
        throw error;
      }
    } finally {
      await source.close();
    }
  }
  return false;
}

/** Is there a whole copy of it? */
export async function canHeal(ctx: Needed, { target }: Repository, damage: Damage): Promise<boolean> {
  for (const open of sourcesOf(ctx, target.url, damage)) if (await isWhole(open, damage.sha256)) return true;
  return false;
}

type Open = () => Promise<StoredObject | undefined>;

/** The live storage first: it is the nearest. */
function sourcesOf(ctx: Needed, url: string, { name, sha256 }: Pick<Damage, 'name' | 'sha256'>): Open[] {
  const live: Open = async () => {
    if (!name.startsWith('objects/')) return undefined;
    const row = await ctx.db
      .selectFrom('stored_file')
      .select('version_id')
      .where('ciphertext_sha256', '=', sha256)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    return row === undefined ? undefined : ctx.vault.storage.open(row.version_id);
  };
  const others = ctx.backups.targets
    .filter((target) => target.url !== url)
    .map(
      (target): Open =>
        async () =>
          (await openRepository(target, ctx.backups.keys)) ? target.open(name) : undefined,
    );
  // A target that is away heals nothing, and stops nothing.
  return [
    live,
    ...others.map(
      (open): Open =>
        () =>
          open().catch(() => undefined),
    ),
  ];
}

async function isWhole(open: Open, sha256: string): Promise<boolean> {
  const source = await open();
  if (source === undefined) return false;
  try {
    return (await readThrough(source, () => Promise.resolve())) === sha256;
  } finally {
    await source.close();
  }
}
