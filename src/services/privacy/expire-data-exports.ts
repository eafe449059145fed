import { DataExport } from '../../entities/privacy/data-export.entity.ts';
import type { Operation, UseCase } from '../platform/scope.ts';
import { discard } from './fetch-data-export.ts';

const dayMs = 24 * 3_600_000;
const batch = 100;
/** How long a request is remembered, in days (the entity's docstring). */
const rememberedDays = 30;

/** The job: destroys copies that were not fetched in time or whose fetching broke off, and forgets requests of a month ago. */
export const expireDataExports: Operation<'run', unknown, void> = async ({ run }) => {
  while ((await run(expire, undefined)) === batch);
  await run(forget, undefined);
};

const hourMs = 3_600_000;

const expire: UseCase<'em' | 'now' | 'record' | 'enqueue', void, number> = async (scope) => {
  const { em, now } = scope;
  const due = await em.find(DataExport, {
    $or: [
      { status: 'READY', expiresAt: { $lte: now } },
      { status: 'FETCHED', file: { $ne: null }, usedAt: { $lt: new Date(now.getTime() - hourMs) } },
      { status: { $in: ['PENDING', 'RUNNING'] }, createdAt: { $lt: new Date(now.getTime() - dayMs) } },
    ],
  }, { limit: batch });
  for (const found of due) {
    if (found.status === 'READY') found.status = 'EXPIRED';
    else if (found.status !== 'FETCHED') found.status = 'FAILED';
    await discard(scope, found);
  }
  return due.length;
};

const forget: UseCase<'em' | 'now', void, void> = async ({ em, now }) =>
  void (await em.nativeDelete(DataExport, { createdAt: { $lt: new Date(now.getTime() - rememberedDays * dayMs) }, file: null }));
