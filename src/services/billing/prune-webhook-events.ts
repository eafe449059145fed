import { z } from 'zod';
import { writing } from '../platform/orm/values.ts';
import type { JobType, Operation, UseCase } from '../platform/scope.ts';

/** Days that a provider's event is remembered. It repeats one for three: none older than this can come again. */
const keptDays = 90;
/** Rows removed in one transaction: short enough that nobody waits behind it. */
const batch = 500;

export const pruneWebhookEventsJob: JobType<Record<string, never>> = { kind: 'billing.prune-webhook-events', payload: z.object({}), priority: 900, maxAttempts: 3 };

/** One nobody has acted upon stays until somebody has. */
const pruneSome: UseCase<'em' | 'now', void, number> = async ({ em, now }) => {
  const { db } = writing(em);
  const rows = await db.selectFrom('webhook_event').select('id').where('status', 'in', ['APPLIED', 'IGNORED'])
    .where('created_at', '<', new Date(now.getTime() - keptDays * 86_400_000)).limit(batch).execute();
  if (rows.length > 0) await db.deleteFrom('webhook_event').where('id', 'in', rows.map(({ id }) => id)).execute();
  return rows.length;
};

/** The job: forgets what providers told us three months ago. */
export const pruneWebhookEvents: Operation<'run', unknown, void> = async ({ run }) => {
  while ((await run(pruneSome, undefined)) === batch);
};
