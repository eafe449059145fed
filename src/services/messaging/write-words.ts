import { sql } from 'kysely';
import { wordsText } from '../kernel/search-query.ts';
import type { AppContext } from '../platform/context.ts';
import { writeMissingWords, type SearchedRows } from '../platform/searched-rows.ts';
import type { PayloadOf } from '../platform/task.ts';
import type { writeWordsTask } from './tasks/definitions.ts';

/** A text without a word is searched by two spaces: an empty one was never written. */
const messages: SearchedRows = {
  table: 'message',
  unwritten: sql`words = ''`,
  rows: async (db, which, limit) => {
    const query = db.selectFrom('message').select(['id', 'content', 'words']);
    const rows = await query.where(which).orderBy('id').limit(limit).execute();
    return rows.map(({ id, words, content }) => ({ id, words, due: wordsText(content) }));
  },
};

const conversations: SearchedRows = {
  table: 'conversation',
  unwritten: sql`words is null`,
  rows: async (db, which, limit) => {
    const query = db.selectFrom('conversation').select(['id', 'subject', 'words']);
    const rows = await query.where(which).orderBy('id').limit(limit).execute();
    return rows.map(({ id, words, subject }) => ({ id, words, due: wordsText(subject) }));
  },
};

export const searchedInMessaging = [messages, conversations];

export async function writeWords(ctx: Pick<AppContext, 'run'>, _: PayloadOf<typeof writeWordsTask>): Promise<void> {
  for (const searched of searchedInMessaging) await writeMissingWords(ctx, searched);
}
