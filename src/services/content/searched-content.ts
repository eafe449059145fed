import { sql } from 'kysely';
import { wordsText } from '../kernel/search-query.ts';
import type { SearchedRows } from '../platform/searched-rows.ts';
import { wordsOfPage } from './pages/show-version.ts';

/** Hidden questions are found by nobody. */
const questions: SearchedRows = {
  table: 'faq_entry',
  unwritten: sql`words is null and is_visible = 1`,
  rows: async (db, which, limit) => {
    const query = db.selectFrom('faq_entry').select(['id', 'question', 'answer', 'details', 'is_visible', 'words']);
    const rows = await query.where(which).orderBy('id').limit(limit).execute();
    return rows.map(({ id, words, question, answer, details, is_visible: isVisible }) => ({
      ...{ id, words },
      due: isVisible ? wordsText(`${question} ${answer} ${details ?? ''}`) : null,
    }));
  },
};

/** Pages that are shown, by the version that is. */
const pages: SearchedRows = {
  table: 'page',
  unwritten: sql`words is null and live_version_id is not null`,
  rows: async (db, which, limit) => {
    const query = db
      .selectFrom('page')
      .leftJoin('page_version as v', 'v.id', 'page.live_version_id')
      .select(['page.id', 'page.words', 'v.title', 'v.excerpt', 'v.content']);
    const rows = await query.where(which).orderBy('page.id').limit(limit).execute();
    return rows.map(({ id, words, title, excerpt, content }) => ({
      ...{ id, words },
      due: title === null || content === null ? null : wordsOfPage({ title, excerpt, content }),
    }));
  },
};

export const searchedInContent = [questions, pages];
