import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { writing } from './orm/values.ts';
import type { AppContext, Db, Tx } from './context.ts';

declare module './module.ts' {
  interface Module {
    /** Its tables with a column `words` that people search by. */
    readonly searched?: readonly SearchedRows[];
  }
}

/** A row that is searched by its words. */
export interface SearchedRow {
  readonly id: string;
  /** As they stand; null where the row is not found, or was written before it was searched. */
  readonly words: string | null;
  /** What `wordsText` makes of its texts now. */
  readonly due: string | null;
}

/** A table whose column `words` is searched. */
export interface SearchedRows {
  readonly table: string;
  /** A condition of the table: the words of the row were not written. */
  readonly unwritten: RawBuilder<SqlBool>;
  /** Rows that satisfy a condition, in the order of their ids. */
  readonly rows: (db: Db, which: RawBuilder<SqlBool>, limit: number) => Promise<readonly SearchedRow[]>;
}

const atOnce = 200;

/** Writes what rows of before are searched by, and answers how many. Those that are written meanwhile have their words already. */
export async function writeMissingWords({ run }: Pick<AppContext, 'run'>, searched: SearchedRows): Promise<number> {
  const writeSome = async ({ em }: Tx<'em'>): Promise<number> => {
    const { db } = writing(em);
    const rows = await searched.rows(db, searched.unwritten, atOnce);
    for (const { id, due } of rows)
      await sql`update ${sql.table(searched.table)} set words = ${due}
        where id = ${id} and ${searched.unwritten}`.execute(db);
    return rows.length;
  };
  for (let all = 0; ;) {
    const written = await run(writeSome, undefined);
    all += written;
    if (written < atOnce) return all;
  }
}

/** The rows whose words are not those of their texts; nothing is found by none and by blanks alike. */
export async function* wrongWords(db: Db, { table, rows }: SearchedRows): AsyncGenerator<SearchedRow> {
  const id = sql.ref(`${table}.id`);
  for (let last = ''; ;) {
    const some = await rows(db, sql`${id} > ${last}`, atOnce);
    yield* some.filter(({ words, due }) => (words ?? '').trim() !== (due ?? '').trim());
    if (some.length < atOnce) return;
    last = some.at(-1)?.id ?? last;
  }
}

/** Writes the words of every row whose words are wrong, and answers how many; what is changed meanwhile has its words already. */
export async function rebuildWords(
  { db, run }: Pick<AppContext, 'db' | 'run'>,
  { table, ...searched }: SearchedRows,
): Promise<number> {
  let rebuilt = 0;
  for await (const { id, words, due } of wrongWords(db, { table, ...searched })) {
    const rebuild = async ({ em }: Tx<'em'>): Promise<void> => {
      const asRead = words === null ? sql`words is null` : sql`words = ${words}`;
      await sql`update ${sql.table(table)} set words = ${due} where id = ${id} and ${asRead}`.execute(writing(em).db);
    };
    await run(rebuild, undefined);
    rebuilt += 1;
  }
  return rebuilt;
}
