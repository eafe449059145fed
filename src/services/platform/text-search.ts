import { sql, type RawBuilder, type SelectQueryBuilder, type SqlBool } from 'kysely';
import { foldText, likePattern, searchWords, spellingsOf } from '../kernel/fold.ts';
import { dialectOfReader } from './keyset.ts';
import type { Dialect } from './orm/orm.ts';
import type { Db } from './context.ts';

/** What a text is searched in: columns, or expressions over them. */
export interface TextSearch {
  readonly text: string | null | undefined;
  readonly within: readonly (string | RawBuilder<unknown>)[];
  /** The same, of what is as `foldText` makes it already: nothing is called for each row. */
  readonly folded?: readonly (string | RawBuilder<unknown>)[];
}

/**
 * A condition: every word of the text occurs in these columns, ignoring case and accents, the same on both databases.
 */
export function found({ text, within, folded = [] }: TextSearch, dialect: Dialect): RawBuilder<SqlBool> | undefined {
  const words = searchWords(text);
  if (words.length === 0) return undefined;
  const valueOf = (column: string | RawBuilder<unknown>) => (typeof column === 'string' ? sql.ref(column) : column);
  const like = (value: RawBuilder<unknown>, word: string): RawBuilder<SqlBool> =>
    sql`${value} like ${likePattern(foldText(word))} escape '!'`;
  const holds = (column: string | RawBuilder<unknown>, word: string): RawBuilder<SqlBool>[] => {
    const value = valueOf(column);
    if (dialect === 'sqlite') return [like(sql`fold_text(${value})`, word)];
    return spellingsOf(word).map((spelling) => sql`${value} like ${likePattern(spelling)} escape '!'`);
  };
  const each = words.map(
    (word) =>
      sql<SqlBool>`(${sql.join(
        [...folded.map((column) => like(valueOf(column), word)), ...within.flatMap((column) => holds(column, word))],
        sql` or `,
      )})`,
  );
  return sql`${sql.join(each, sql` and `)}`;
}

/** The rows of a short list that a text is found in; all of them where there is none. */
export function foundIn<DB, TB extends keyof DB, O>(
  db: Db,
  query: SelectQueryBuilder<DB, TB, O>,
  search: TextSearch,
): SelectQueryBuilder<DB, TB, O> {
  const condition = found(search, dialectOfReader(db));
  return condition === undefined ? query : query.where(condition);
}

/** A column is this text, letter by letter on both databases: to MySQL « Conseils » is « conseils ». */
export const isExactly = (db: Db, column: string, text: string): RawBuilder<SqlBool> =>
  sql`${sql.ref(column)} = ${text}${dialectOfReader(db) === 'mysql' ? sql` collate utf8mb4_bin` : sql``}`;
