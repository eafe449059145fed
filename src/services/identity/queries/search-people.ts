import { sql, type SqlBool } from 'kysely';
import { suffixLength } from '../../../entities/identity/user-suffix.entity.ts';
import { foldText, likeBeginning, searchWords } from '../../kernel/fold.ts';
import { dialectOfReader } from '../../platform/keyset.ts';
import type { Db } from '../../platform/context.ts';

/** A word of more people than this is common: reading the list in its order finds a page of them sooner. */
const mostPeople = 500;

const lastLetter = '\u{10ffff}';

/**
 * The few people whom a search can be about: those of its rarest word, wherever it occurs in a name or an address. Undefined
 * when every word is common, or there is none.
 */
export async function peopleSearchedFor(db: Db, search: string | null | undefined): Promise<string[] | undefined> {
  const dialect = dialectOfReader(db);
  for (const word of searchWords(search).map(foldText)) {
    const beginning = [...word].slice(0, suffixLength).join('');
    const rows = await db
      .selectFrom('user_suffix')
      .select('user_id')
      .where(
        dialect === 'mysql'
          ? sql<SqlBool>`suffix like ${likeBeginning(beginning)} escape '!'`
          : sql<SqlBool>`suffix >= ${beginning} and suffix < ${beginning + lastLetter}`,
      )
      .limit(mostPeople + 1)
      .execute();
    if (rows.length <= mostPeople) return [...new Set(rows.map(({ user_id }) => user_id))];
  }
  return undefined;
}
