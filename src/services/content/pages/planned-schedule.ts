import { PageSchedule } from '../../../entities/content/page-parts.entity.ts';
import type { Page } from '../../../entities/content/page.entity.ts';
import type { Tx } from '../../platform/context.ts';

/** What is planned of a locked page: one thing at most. */
export const plannedFor = ({ em }: Tx<'em'>, page: Page): Promise<PageSchedule | null> =>
  em.findOne(PageSchedule, { page: page.id, status: 'PLANNED' });

/** Ends what is planned of a page, because something else is done. */
export async function dropPlan(tx: Tx<'em' | 'now'>, page: Page): Promise<void> {
  const planned = await plannedFor(tx, page);
  if (planned === null) return;
  planned.status = 'CANCELLED';
  planned.endedAt = tx.now;
}
