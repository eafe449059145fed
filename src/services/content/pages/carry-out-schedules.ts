import { LockMode } from '@mikro-orm/core';
import { PageSchedule } from '../../../entities/content/page-parts.entity.ts';
import type { Page } from '../../../entities/content/page.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { transition } from '../../kernel/states.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import { eachRow } from '../../platform/each-row.ts';
import type { PayloadOf } from '../../platform/task.ts';
import type { carryOutSchedulesTask } from '../tasks/content-jobs.ts';
import { pagePublished, pageScheduleFailed, pageUnpublished } from '../events.ts';
import { lockPage, touchPage, versionOf } from './load-page.ts';
import { pageStatesOf } from './page.states.ts';
import { hide, showVersion } from './show-version.ts';
import { orSlugTaken } from './slug-taken.ts';

interface Due {
  readonly id: string;
  readonly pageId: string;
}

/**
 * Every quarter of a minute, and at the start: does what is due. What was due while no server ran is done at once, as of the instant it
 * was planned for. Of two processes one does it; what cannot be done is noted as failed, and the page stays as it is. What happens to
 * one does not stop the others.
 */
export const carryOutSchedules = async (
  { run, db, now }: Pick<AppContext, 'run' | 'db' | 'now'>,
  _: PayloadOf<typeof carryOutSchedulesTask>,
): Promise<void> => {
  const due = await db
    .selectFrom('page_schedule')
    .select(['id', 'page_id as pageId'])
    .where('status', '=', 'PLANNED')
    .where('at', '<=', now)
    .orderBy('at')
    .orderBy('id')
    .execute();
  await eachRow(due, (_id, each) => doOrNote(run, each));
};

async function doOrNote(run: AppContext['run'], due: Due): Promise<void> {
  try {
    await orSlugTaken(run(carryOut, due));
  } catch (error) {
    if (!(error instanceof DomainError) || !isFinal.has(error.code)) throw error;
    await run(noteFailure, { ...due, failure: error.code });
  }
}

/** Refusals that another try would meet again. */
const isFinal: ReadonlySet<string> = new Set(['SLUG_TAKEN', 'PAGE_NOT_PUBLISHABLE', 'ACTION_NOT_ALLOWED', 'NOT_FOUND']);

/** What is planned of a locked page, if nobody else did it meanwhile. */
const stillPlanned = ({ em }: Tx<'em'>, { id }: Due): Promise<PageSchedule | null> =>
  em.findOne(PageSchedule, { id, status: 'PLANNED' }, { lockMode: LockMode.PESSIMISTIC_WRITE });

type DueContext = Tx<'em' | 'now' | 'record' | 'publish' | 'emit'>;

async function carryOut(tx: DueContext, due: Due): Promise<void> {
  const page = await lockPage(tx, due.pageId);
  const planned = await stillPlanned(tx, due);
  if (planned === null) return;
  if (planned.action === 'PUBLISH') await publishDue(tx, page, planned);
  else unpublishDue(tx, page, planned);
  planned.status = 'DONE';
  planned.endedAt = tx.now;
  crashPoint('page-schedule-done');
}

async function publishDue(tx: DueContext, page: Page, planned: PageSchedule): Promise<void> {
  const version = await versionOf(tx, page, planned.versionId);
  transition(pageStatesOf(page), page, 'publishDue');
  await showVersion(tx, page, { version, at: planned.at });
  tx.emit(pagePublished, { pageId: page.id, versionId: version.id, scheduleId: planned.id });
  tx.record({
    action: 'PAGE_PUBLISHED',
    targetType: 'page',
    targetId: page.id,
    payload: { number: version.number, scheduleId: planned.id },
  });
}

function unpublishDue(tx: DueContext, page: Page, planned: PageSchedule): void {
  transition(pageStatesOf(page), page, 'unpublishDue');
  hide(tx, page);
  tx.emit(pageUnpublished, { pageId: page.id, scheduleId: planned.id });
  tx.record({
    action: 'PAGE_UNPUBLISHED',
    targetType: 'page',
    targetId: page.id,
    payload: { scheduleId: planned.id },
  });
}

async function noteFailure(
  tx: Tx<'em' | 'now' | 'record' | 'emit'>,
  { failure, ...due }: Due & { readonly failure: string },
): Promise<void> {
  const page = await lockPage(tx, due.pageId);
  const planned = await stillPlanned(tx, due);
  if (planned === null) return;
  planned.status = 'FAILED';
  planned.endedAt = tx.now;
  planned.failure = failure;
  touchPage(page, tx.now);
  tx.emit(pageScheduleFailed, { pageId: page.id, scheduleId: planned.id });
  tx.record({
    action: 'PAGE_SCHEDULE_FAILED',
    targetType: 'page',
    targetId: page.id,
    outcome: 'FAILURE',
    payload: { scheduleId: planned.id, failure },
  });
}
