import { wordsText } from '../kernel/search-query.ts';
import { lockedForUpdate, writing } from '../platform/orm/values.ts';
import type { AppContext, Tx } from '../platform/context.ts';
import type { PayloadOf } from '../platform/task.ts';
import type { writeWordsTask } from './tasks/definitions.ts';

const atOnce = 200;

/** A text without a word is searched by two spaces: an empty one was never written. */
export async function writeWords({ run }: Pick<AppContext, 'run'>, _: PayloadOf<typeof writeWordsTask>): Promise<void> {
  while ((await run(writeSome, undefined)) === atOnce);
}

async function writeSome({ em }: Tx<'em'>): Promise<number> {
  const { db, dialect } = writing(em);
  const unwritten = db
    .selectFrom('message')
    .select(['id', 'content'])
    .where('words', '=', '')
    .orderBy('id')
    .limit(atOnce);
  const rows = await lockedForUpdate(unwritten, dialect).execute();
  for (const { id, content } of rows)
    await db
      .updateTable('message')
      .set({ words: wordsText(content) })
      .where('id', '=', id)
      .execute();
  return rows.length;
}
