import { sql } from 'kysely';
import { wordsText } from '../kernel/search-query.ts';
import type { AppContext } from '../platform/context.ts';
import type { PayloadOf } from '../platform/task.ts';
import { writeMissingWords, type Searched } from '../platform/word-search.ts';
import type { writeWordsTask } from './tasks/definitions.ts';

/** A text without a word is searched by two spaces: an empty one was never written. */
const messages: Searched<{ readonly id: string; readonly content: string }> = {
  table: 'message',
  unwritten: sql`words = ''`,
  some: (db, limit) =>
    db.selectFrom('message').select(['id', 'content']).where('words', '=', '').orderBy('id').limit(limit).execute(),
  words: ({ content }) => wordsText(content),
};

const conversations: Searched<{ readonly id: string; readonly subject: string }> = {
  table: 'conversation',
  unwritten: sql`words is null`,
  some: (db, limit) =>
    db
      .selectFrom('conversation')
      .select(['id', 'subject'])
      .where('words', 'is', null)
      .orderBy('id')
      .limit(limit)
      .execute(),
  words: ({ subject }) => wordsText(subject),
};

export async function writeWords(ctx: Pick<AppContext, 'run'>, _: PayloadOf<typeof writeWordsTask>): Promise<void> {
  await writeMissingWords(ctx, messages);
  await writeMissingWords(ctx, conversations);
}
