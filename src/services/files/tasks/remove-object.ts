import { z } from 'zod';
import type { AppContext } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';

/** Removes the bytes of a deleted file; they have been unreadable since their key was destroyed. */
export const removeObjectTask = defineTask('files.remove-object', z.object({ versionId: z.string() }), {
  priority: 200,
});

export async function removeObject(
  { vault }: Pick<AppContext, 'vault'>,
  { versionId }: PayloadOf<typeof removeObjectTask>,
): Promise<void> {
  await vault.storage.delete(versionId);
}
