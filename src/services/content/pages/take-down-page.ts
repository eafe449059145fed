import type { Page } from '../../../entities/content/page.entity.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { pageUnpublished } from '../events.ts';
import { isLive, lockPage, requireVerb, touchPage } from './load-page.ts';
import { pageStatesOf } from './page.states.ts';
import { dropPlan } from './planned-schedule.ts';
import { hide } from './show-version.ts';

type Input = { readonly id: string };
type TakeDownContext = Tx<'em' | 'now' | 'record' | 'publish' | 'emit'>;

/** Takes a page down: from the commit on nobody is answered with it. */
export async function unpublishPage(tx: TakeDownContext, { id }: Input): Promise<Page> {
  const page = await lockPage(tx, id);
  requireVerb(page, 'unpublish');
  transition(pageStatesOf(page), page, 'unpublish');
  hide(tx, page);
  tx.emit(pageUnpublished, { pageId: id, scheduleId: null });
  tx.record({ action: 'PAGE_UNPUBLISHED', targetType: 'page', targetId: id });
  return page;
}

/** Puts a page away, with all its versions; one that is shown is taken down, and what is planned of it is called off. */
export async function archivePage(tx: TakeDownContext, { id }: Input): Promise<Page> {
  const page = await lockPage(tx, id);
  requireVerb(page, 'archive');
  await dropPlan(tx, page);
  transition(pageStatesOf(page), page, 'archive');
  if (isLive(page)) tx.emit(pageUnpublished, { pageId: id, scheduleId: null });
  hide(tx, page);
  tx.record({ action: 'PAGE_ARCHIVED', targetType: 'page', targetId: id });
  return page;
}

/** Takes a page out of the archive, as a draft. */
export async function restorePage(tx: Tx<'em' | 'now' | 'record'>, { id }: Input): Promise<Page> {
  const page = await lockPage(tx, id);
  requireVerb(page, 'restore');
  transition(pageStatesOf(page), page, 'restore');
  touchPage(page, tx.now);
  tx.record({ action: 'PAGE_RESTORED', targetType: 'page', targetId: id, payload: { from: 'ARCHIVED' } });
  return page;
}
