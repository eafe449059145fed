import { PageVersion } from '../../../entities/content/page-version.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/context.ts';
import { addVersion } from './add-version.ts';
import { lockPage, requireVerb, touchPage } from './load-page.ts';
import type { PageChange } from './page-change.ts';
import { plannedFor } from './planned-schedule.ts';
import { requireVersion } from './publish-page.ts';
import { requireFreeSlug } from './slug-taken.ts';

export interface RestorePageVersion {
  readonly id: string;
  readonly version: number;
  /** Which of its versions. */
  readonly number: number;
}

/** Makes an earlier version the newest draft again; it is shown only when it is published. */
export async function restorePageVersion(
  tx: Tx<'em' | 'actor' | 'now' | 'record'>,
  { id, version, number }: RestorePageVersion,
): Promise<PageChange> {
  const page = await lockPage(tx, id);
  requireVersion(page, version);
  requireVerb(page, 'edit');
  const earlier = await tx.em.findOne(PageVersion, { page: id, number });
  if (earlier === null) throw new DomainError('NOT_FOUND');
  const { slug, title, content, excerpt, meta } = earlier;
  await requireFreeSlug(tx, slug, page);
  await addVersion(tx, page, { slug, title, content, excerpt, meta, note: `v${number}` });
  touchPage(page, tx.now);
  tx.record({ action: 'PAGE_RESTORED', targetType: 'page', targetId: id, payload: { number } });
  return { pageId: id, removed: [], needsScheduling: (await plannedFor(tx, page))?.action === 'PUBLISH' };
}
