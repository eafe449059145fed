import { sql } from 'kysely';

interface Named<A extends string> {
  readonly table: string;
  readonly as: A;
}

/**
 * A table, and the index to seek in: MariaDB otherwise reads all rows of the first column, from the first page down to the cursor.
 * Only MySQL and MariaDB read the hint; for SQLite, which seeks by itself, it is a comment.
 */
export const forcingIndex = <Row, A extends string>({ table, as }: Named<A>, index: string | undefined) =>
  sql<Row>`${sql.table(table)}`.as<A>(sql.raw(index === undefined ? as : `${as} /*! force index (${index}) */`));
