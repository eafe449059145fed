import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { termPattern, type SearchTerm } from '../kernel/search-query.ts';
import { dialectOfReader } from './keyset.ts';
import { writing } from './orm/values.ts';
import type { AppContext, Db, Tx } from './context.ts';

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

/** A table whose column `words` is searched, and rows of which are from before it was. */
export interface Searched<R extends { readonly id: string }> {
  readonly table: string;
  /** A condition of the table: the words of the row were not written. */
  readonly unwritten: RawBuilder<SqlBool>;
  /** Some of these rows, with their texts. */
  readonly some: (db: Db, limit: number) => Promise<readonly R[]>;
  readonly words: (row: R) => string;
}

const atOnce = 200;

/** Writes what rows of before are searched by, and answers how many. Those that are written meanwhile have their words already. */
export async function writeMissingWords<R extends { readonly id: string }>(
  { run }: Pick<AppContext, 'run'>,
  searched: Searched<R>,
): Promise<number> {
  const writeSome = async ({ em }: Tx<'em'>): Promise<number> => {
    const { db } = writing(em);
    const rows = await searched.some(db, atOnce);
    for (const row of rows)
      await sql`update ${sql.table(searched.table)} set words = ${searched.words(row)}
        where id = ${row.id} and ${searched.unwritten}`.execute(db);
    return rows.length;
  };
  for (let all = 0; ;) {
    const written = await run(writeSome, undefined);
    all += written;
    if (written < atOnce) return all;
  }
}
