import { z } from 'zod';
import { writing } from '../platform/orm/values.ts';
import type { JobType, Operation, UseCase } from '../platform/scope.ts';

/** How long what has ended is remembered, in days (the entities' docstrings): longer than anything could make it again. */
const kept = { mails: 90, notifications: 30 } as const;
/** Rows removed in one transaction: short enough that nobody waits behind it. */
const batch = 500;

export const pruneNotificationsJob: JobType<Record<string, never>> = { kind: 'notifications.prune', payload: z.object({}), priority: 900, maxAttempts: 3 };

type Prune = UseCase<'em' | 'now', void, number>;
const before = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);

const pruneMails: Prune = async ({ em, now }) => {
  const { db } = writing(em);
  const rows = await db.selectFrom('email_delivery').select('id').where('status', 'in', ['SENT', 'AMBIGUOUS', 'FAILED'])
    .where('created_at', '<', before(now, kept.mails)).limit(batch).execute();
  if (rows.length > 0) await db.deleteFrom('email_delivery').where('id', 'in', rows.map(({ id }) => id)).execute();
  return rows.length;
};

const pruneBells: Prune = async ({ em, now }) => {
  const { db } = writing(em);
  const limit = before(now, kept.notifications);
  const rows = await db.selectFrom('notification').select('id').where((eb) => eb.or([eb('deleted_at', '<', limit), eb('expires_at', '<', limit)])).limit(batch).execute();
  if (rows.length > 0) await db.deleteFrom('notification').where('id', 'in', rows.map(({ id }) => id)).execute();
  return rows.length;
};

/** The job: forgets mails of three months ago, and notifications that were deleted or expired a month ago. */
export const pruneNotifications: Operation<'run', unknown, void> = async ({ run }) => {
  for (const prune of [pruneMails, pruneBells]) while ((await run(prune, undefined)) === batch);
};
