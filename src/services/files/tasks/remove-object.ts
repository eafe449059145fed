import { z } from 'zod';
import type { AppContext, Tx } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';

/** Removes the bytes of a deleted file; they have been unreadable since their key was destroyed. */
export const removeObjectTask = defineTask('files.remove-object', z.object({ versionId: z.string() }), {
  priority: 200,
});

export async function removeObject(
  ctx: Pick<AppContext, 'vault' | 'db' | 'run' | 'areObjectsKept'>,
  { versionId }: PayloadOf<typeof removeObjectTask>,
): Promise<void> {
  if (await ctx.areObjectsKept(ctx)) return ctx.run(removeLater, { versionId });
  await ctx.vault.storage.delete(versionId);
}

const laterMs = 10 * 60_000;

const removeLater = async (
  { enqueue, now }: Tx<'enqueue' | 'now'>,
  about: PayloadOf<typeof removeObjectTask>,
): Promise<void> => enqueue(removeObjectTask, about, { runAt: new Date(now.getTime() + laterMs) });
