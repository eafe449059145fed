import { z } from 'zod';
import type { JobType, AppContext } from '../../platform/context.ts';

/** Removes the bytes of a deleted file; they have been unreadable since their key was destroyed. */
export const removeObject: JobType<{ versionId: string }> = {
  kind: 'files.remove-object',
  payload: z.object({ versionId: z.string() }),
  priority: 200,
};

export async function removeObjectNow(
  { vault }: Pick<AppContext, 'vault'>,
  { versionId }: { versionId: string },
): Promise<void> {
  await vault.storage.delete(versionId);
}
