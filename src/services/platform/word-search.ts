import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { termPattern, type SearchTerm } from '../kernel/search-query.ts';
import { dialectOfReader } from './keyset.ts';
import type { Db } from './context.ts';

/** What is searched: a column that `wordsText` made, or an expression over it. */
type Words = string | RawBuilder<unknown>;

/** A term is found in a column, compared letter by letter on both databases: whether it is to be left out is the caller's. */
export function hasTerm(db: Db, column: Words, term: SearchTerm): RawBuilder<SqlBool> {
  const exactly = dialectOfReader(db) === 'mysql' ? sql` collate utf8mb4_bin` : sql``;
  return sql`${typeof column === 'string' ? sql.ref(column) : column} like ${termPattern(term)}${exactly}`;
}

/**
 * Everything that is asked for is found, and nothing of what is to be left out. `holds` says where a term is found. Nothing is found by
 * what asks for nothing.
 */
export function foundBy(
  terms: readonly SearchTerm[],
  holds: (term: SearchTerm) => RawBuilder<SqlBool>,
): RawBuilder<SqlBool> {
  if (!terms.some(({ isExcluded }) => !isExcluded)) return sql`1 = 0`;
  const conditions = terms.map((term) => (term.isExcluded ? sql<SqlBool>`not (${holds(term)})` : holds(term)));
  return sql`(${sql.join(conditions, sql` and `)})`;
}

/** The same in one column, which is not null. */
export const foundByWords = (db: Db, column: Words, terms: readonly SearchTerm[]): RawBuilder<SqlBool> =>
  foundBy(terms, (term) => hasTerm(db, column, term));
