import { writing } from '../../platform/orm/values.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import type { pruneContentTask } from './content-jobs.ts';

const dayMs = 24 * 3_600_000;

/** Deletes preview links that are over, and hashes of raters of before yesterday, which keep nobody from rating any more. */
export const pruneContent = ({ run }: Pick<AppContext, 'run'>, _: PayloadOf<typeof pruneContentTask>): Promise<void> =>
  run(prune, undefined);

async function prune({ em, now }: Tx<'em' | 'now'>): Promise<void> {
  const { db } = writing(em);
  await db.deleteFrom('page_preview').where('expires_at', '<=', now).execute();
  await db
    .deleteFrom('faq_rating')
    .where('created_at', '<', new Date(now.getTime() - 2 * dayMs))
    .execute();
}
