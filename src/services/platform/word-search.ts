import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { termPattern, type SearchTerm } from '../kernel/search-query.ts';
import { dialectOfReader } from './keyset.ts';
import type { Db } from './context.ts';

/**
 * Everything that is asked for is found in a column that `wordsText` made: compared letter by letter on both databases. Nothing is found
 * by what asks for nothing.
 */
export function foundByWords(db: Db, column: string, terms: readonly SearchTerm[]): RawBuilder<SqlBool> {
  if (!terms.some(({ isExcluded }) => !isExcluded)) return sql`1 = 0`;
  const exactly = dialectOfReader(db) === 'mysql' ? sql` collate utf8mb4_bin` : sql``;
  const words = sql.ref(column);
  const conditions = terms.map((term) =>
    term.isExcluded
      ? sql<SqlBool>`${words} not like ${termPattern(term)}${exactly}`
      : sql<SqlBool>`${words} like ${termPattern(term)}${exactly}`,
  );
  return sql`(${sql.join(conditions, sql` and `)})`;
}
