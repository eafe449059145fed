import { PrivacyRequest } from '../../entities/privacy/privacy-request.entity.ts';
import { notifyMany, recipientsIn } from '../notifications/index.ts';
import type { Operation, UseCase } from '../platform/context.ts';
import { warningMs } from './request-deadlines.ts';
import { nearlyDueWords } from './request-texts.ts';
import type { warnNearlyDueTask } from './tasks/definitions.ts';
import type { PayloadOf } from '../platform/task.ts';

const batch = 50;

/** The job: notifies the admins, once for each day that it is due, of a request that must be answered within a week. */
export const warnNearlyDue: Operation<'run', PayloadOf<typeof warnNearlyDueTask>, void> = async ({ run }) => {
  while ((await run(warnSome, undefined)) === batch);
};

const warnSome: UseCase<'em' | 'now' | 'publish', void, number> = async (tx) => {
  const { em, now } = tx;
  const due = await em.find(
    PrivacyRequest,
    { status: 'OPEN', warnedAt: null, dueAt: { $lt: new Date(now.getTime() + warningMs) } },
    { limit: batch },
  );
  const admins = await recipientsIn({ em }, 'ADMIN');
  for (const asked of due) asked.warnedAt = now;
  await notifyMany(
    tx,
    due.flatMap(({ id, kind, dueAt }) =>
      admins.map(({ userId, locale }) => ({
        ...nearlyDueWords[locale]({ kind }),
        userId,
        type: 'SECURITY' as const,
        priority: 'URGENT' as const,
        data: { requestId: id },
        dedupeKey: `privacy-request-due:${id}:${dueAt.getTime()}:${userId}`,
      })),
    ),
  );
  return due.length;
};
