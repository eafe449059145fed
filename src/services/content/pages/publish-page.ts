import type { Page } from '../../../entities/content/page.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { transition } from '../../kernel/states.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import { pagePublished } from '../events.ts';
import { lockPage, requireVerb, versionOf } from './load-page.ts';
import { pageStatesOf } from './page.states.ts';
import { dropPlan } from './planned-schedule.ts';
import { showVersion } from './show-version.ts';
import { orSlugTaken } from './slug-taken.ts';

export interface PublishPage {
  readonly id: string;
  /** The version of its row, as it was read; the newest draft whatever it is, when absent. */
  readonly version?: number | null | undefined;
}

/** Shows the newest version of a page to everyone, now; what was planned of it is called off. */
export const publishPage: Operation<'run', PublishPage, Page> = ({ run }, input) => orSlugTaken(run(publish, input));

async function publish(
  tx: Tx<'em' | 'now' | 'record' | 'publish' | 'emit'>,
  { id, version }: PublishPage,
): Promise<Page> {
  const page = await lockPage(tx, id);
  requireVersion(page, version);
  requireVerb(page, 'publish');
  if (page.draftVersionId === page.liveVersionId)
    throw new DomainError('PAGE_NOT_PUBLISHABLE', { reason: 'UNCHANGED' });
  const draft = await versionOf(tx, page, page.draftVersionId);
  await dropPlan(tx, page);
  transition(pageStatesOf(page), page, 'publish');
  await showVersion(tx, page, { version: draft, at: tx.now });
  crashPoint('page-shown');
  tx.emit(pagePublished, { pageId: id, versionId: draft.id, scheduleId: null });
  tx.record({ action: 'PAGE_PUBLISHED', targetType: 'page', targetId: id, payload: { number: draft.number } });
  return page;
}

/** Refuses with `CONFLICT` a page that was changed since somebody read it. */
export function requireVersion(page: Page, version: number | null | undefined): void {
  if (version === null || version === undefined || page.version === version) return;
  const { details } = fieldError('input.version', 'changedSince');
  throw new DomainError('CONFLICT', { ...details, version: page.version });
}
