import { z } from 'zod';
import type { AppContext } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';

const dayMs = 24 * 3_600_000;
const batch = 200;

/** Removes what crashes left: objects that no row knows and parts that nobody writes any more, once a day old. */
export const collectGarbageTask = defineTask('files.collect-garbage', z.object({}), { priority: 300 });

type Needed = Pick<AppContext, 'vault' | 'db' | 'now' | 'log' | 'areObjectsKept'>;

export async function collectGarbage(ctx: Needed, _: PayloadOf<typeof collectGarbageTask>): Promise<void> {
  if (await ctx.areObjectsKept(ctx)) return;
  const removed = (await sweepParts(ctx)) + (await sweepObjects(ctx));
  if (removed > 0) ctx.log.info({ removed }, 'files without a row removed');
}

const isOld = ({ modifiedAt }: { modifiedAt: Date }, now: Date): boolean =>
  now.getTime() - modifiedAt.getTime() > dayMs;

async function sweepParts({ vault, now }: Needed): Promise<number> {
  let removed = 0;
  for await (const part of vault.storage.parts()) {
    if (isOld(part, now)) removed += Number(await vault.storage.deletePart(part.name));
  }
  return removed;
}

async function sweepObjects(ctx: Needed): Promise<number> {
  let removed = 0;
  let candidates: string[] = [];
  for await (const object of ctx.vault.storage.objects()) {
    if (isOld(object, ctx.now)) candidates.push(object.versionId);
    if (candidates.length < batch) continue;
    removed += await deleteUnknown(ctx, candidates);
    candidates = [];
  }
  return removed + (candidates.length > 0 ? await deleteUnknown(ctx, candidates) : 0);
}

async function deleteUnknown({ db, vault }: Needed, versionIds: readonly string[]): Promise<number> {
  const rows = await db.selectFrom('data_key').select('version_id').where('version_id', 'in', versionIds).execute();
  const known = new Set(rows.map((row) => row.version_id));
  let removed = 0;
  for (const versionId of versionIds)
    if (!known.has(versionId)) removed += Number(await vault.storage.delete(versionId));
  return removed;
}
