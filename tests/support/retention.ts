import { applyRetention } from '../../src/services/privacy/apply-retention.ts';
import { beginRetention } from '../../src/services/privacy/begin-retention.ts';
import type { RetentionClass } from '../../src/services/platform/retention.ts';
import type { AppContext } from '../../src/services/platform/context.ts';

/** A whole run of these classes, as the jobs of the night do it; answers its id. */
export async function retain(ctx: AppContext, retention: readonly RetentionClass[] = ctx.retention): Promise<string> {
  await beginRetention({ ...ctx, retention }, {});
  const { id } = await ctx.db
    .selectFrom('retention_run')
    .select('id')
    .where('finished_at', 'is', null)
    .executeTakeFirstOrThrow();
  await applyRetention({ ...ctx, retention }, { runId: id });
  return id;
}
