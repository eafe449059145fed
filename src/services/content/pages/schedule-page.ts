import { PageSchedule, type PageScheduleAction } from '../../../entities/content/page-parts.entity.ts';
import type { Page } from '../../../entities/content/page.entity.ts';
import { idOf } from '../../access/actor.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { instantOfLocal, minuteOf, type LocalTime } from '../../kernel/local-time.ts';
import { transition } from '../../kernel/states.ts';
import type { Config } from '../../platform/config.ts';
import type { Tx } from '../../platform/context.ts';
import { isLive, lockPage, requireVerb, touchPage, versionOf } from './load-page.ts';
import { pageStatesOf } from './page.states.ts';
import { dropPlan } from './planned-schedule.ts';
import { requireVersion } from './publish-page.ts';
import { requireFreeSlug } from './slug-taken.ts';

export interface SchedulePage {
  readonly id: string;
  readonly version?: number | null | undefined;
  readonly action: PageScheduleAction;
  readonly at?: Date | null | undefined;
  readonly local?: (Omit<LocalTime, 'zone'> & { readonly zone?: string | null | undefined }) | null | undefined;
}

/**
 * Plans that the newest version, as it is now, is shown from an instant on, or that the page is taken down then. What was planned before
 * is called off. Refuses an instant that is over, and a local time that does not exist or comes twice.
 */
export async function schedulePage(
  tx: Tx<'em' | 'now' | 'actor' | 'config' | 'record'>,
  input: SchedulePage,
): Promise<Page> {
  const page = await lockPage(tx, input.id);
  requireVersion(page, input.version);
  requireVerb(page, 'schedule');
  const { at, zone } = whenOf(tx, input);
  const versionId = input.action === 'PUBLISH' ? await versionToShow(tx, page) : requireShown(page);
  await dropPlan(tx, page);
  transition(pageStatesOf(page), page, 'schedule');
  touchPage(page, tx.now);
  tx.em.create(PageSchedule, { page, action: input.action, versionId, at, zone, plannedById: idOf(tx.actor) });
  tx.record({
    action: 'PAGE_SCHEDULED',
    targetType: 'page',
    targetId: page.id,
    payload: { action: input.action, at: at.toISOString() },
  });
  return page;
}

/** Frozen: later edits make other versions. */
async function versionToShow(tx: Tx<'em'>, page: Page): Promise<string> {
  if (page.draftVersionId === page.liveVersionId)
    throw new DomainError('PAGE_NOT_PUBLISHABLE', { reason: 'UNCHANGED' });
  const draft = await versionOf(tx, page, page.draftVersionId);
  if (draft.text.trim() === '' || draft.content === '')
    throw new DomainError('PAGE_NOT_PUBLISHABLE', { reason: 'EMPTY' });
  await requireFreeSlug(tx, draft.slug, page);
  return draft.id;
}

function requireShown(page: Page): null {
  if (!isLive(page)) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'unpublish', status: page.status });
  return null;
}

interface When {
  readonly at: Date;
  readonly zone: string;
}

function whenOf(
  { now, config }: { readonly now: Date; readonly config: Pick<Config, 'TIME_ZONE'> },
  { at, local }: SchedulePage,
): When {
  if (at && local) throw fieldError('input.local', 'onlyOne');
  const zone = local?.zone ?? config.TIME_ZONE;
  const instant = local ? instantOfLocal({ ...local, zone }) : at;
  if (!instant) throw fieldError('input.at', 'required');
  return { at: requireToCome(minuteOf(instant), now, local ? 'input.local' : 'input.at'), zone };
}

function requireToCome(minute: Date, now: Date, path: string): Date {
  if (minute <= now) throw fieldError(path, 'future');
  return minute;
}

/** Calls off what is planned: the page stays as it is shown, or not shown. */
export async function cancelPageSchedule(
  tx: Tx<'em' | 'now' | 'record'>,
  { id }: { readonly id: string },
): Promise<Page> {
  const page = await lockPage(tx, id);
  requireVerb(page, 'cancelSchedule');
  await dropPlan(tx, page);
  transition(pageStatesOf(page), page, 'cancelSchedule');
  touchPage(page, tx.now);
  tx.record({ action: 'PAGE_SCHEDULE_CANCELLED', targetType: 'page', targetId: id });
  return page;
}
