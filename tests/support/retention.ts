import { applyRetention } from '../../src/services/privacy/apply-retention.ts';
import { beginRetention } from '../../src/services/privacy/begin-retention.ts';
import type { RetentionClass } from '../../src/services/platform/retention.ts';
import type { Surroundings } from '../../src/services/platform/scope.ts';

/** A whole run of these classes, as the jobs of the night do it; answers its id. */
export async function retain(
  house: Surroundings,
  retention: readonly RetentionClass[] = house.retention,
): Promise<string> {
  await beginRetention({ ...house, retention }, {});
  const { id } = await house.db
    .selectFrom('retention_run')
    .select('id')
    .where('finished_at', 'is', null)
    .executeTakeFirstOrThrow();
  await applyRetention({ ...house, retention }, { runId: id });
  return id;
}
