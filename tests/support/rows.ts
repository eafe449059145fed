import type { EntityManager, Orm } from '../../src/services/platform/orm/orm.ts';
import { dialectOfManager } from '../../src/services/platform/orm/values.ts';

/** The id that every row, and every reference, has: whatever refers to something finds it. */
const id = '01999999-9999-7999-8999-999999999999';

interface Column {
  readonly name: string;
  /** Lower case, as the database says it, with its length. */
  readonly type: string;
  /** The first of the values allowed, where the column has a list of them. */
  readonly choice: string | undefined;
}

/** Puts one row into every table as the database itself describes it, whatever migration it stands at. */
export async function fillEveryTable(orm: Orm): Promise<string[]> {
  const em = orm.em.fork();
  const sqlite = dialectOfManager(em) === 'sqlite';
  const tables = await tablesOf(em);
  await em.execute(sqlite ? 'pragma foreign_keys = off' : 'set foreign_key_checks = 0');
  for (const table of tables) {
    const columns = await columnsOf(em, table);
    const values = columns.map((column) => valueFor(column, sqlite));
    await em.execute(
      `insert into \`${table}\` (${columns.map(({ name }) => `\`${name}\``).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
      values,
    );
  }
  await em.execute(sqlite ? 'pragma foreign_keys = on' : 'set foreign_key_checks = 1');
  return tables;
}

/** How many rows each table holds. */
export async function countRows(orm: Orm, tables: readonly string[]): Promise<Record<string, number>> {
  const em = orm.em.fork();
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const [row] = await em.execute<{ n: number }[]>(`select count(*) as n from \`${table}\``);
    counts[table] = Number(row?.n);
  }
  return counts;
}

async function tablesOf(em: EntityManager): Promise<string[]> {
  const rows =
    dialectOfManager(em) === 'sqlite'
      ? await em.execute<{ name: string }[]>(
          "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'",
        )
      : await em.execute<{ name: string }[]>(
          "select table_name as name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE'",
        );
  return rows
    .map(({ name }) => name)
    .filter((name) => name !== 'mikro_orm_migrations')
    .sort();
}

async function columnsOf(em: EntityManager, table: string): Promise<Column[]> {
  if (dialectOfManager(em) === 'mysql') {
    const rows = await em.execute<{ name: string; type: string }[]>(
      'select column_name as name, column_type as type from information_schema.columns where table_schema = database() and table_name = ?',
      [table],
    );
    return rows.map(({ name, type }) => ({
      name,
      type: type.toLowerCase(),
      choice: /^enum\('([^']*)'/.exec(type)?.[1],
    }));
  }
  const [made] = await em.execute<{ sql: string }[]>('select sql from sqlite_master where name = ?', [table]);
  const rows = await em.execute<{ name: string; type: string }[]>('select name, type from pragma_table_info(?)', [
    table,
  ]);
  return rows.map(({ name, type }) => ({
    name,
    type: type.toLowerCase(),
    choice: new RegExp(`\\(\`${name}\` in \\('([^']*)'`).exec(made?.sql ?? '')?.[1],
  }));
}

function valueFor({ type, choice }: Column, sqlite: boolean): string | number {
  if (choice !== undefined) return choice;
  if (type.startsWith('datetime') || type.startsWith('timestamp'))
    return sqlite ? 1_763_629_200_000 : '2026-11-20 09:00:00.000';
  if (type === 'date') return '2026-11-20';
  // MariaDB keeps JSON as a checked longtext.
  if (type === 'json' || type === 'longtext') return '{}';
  if (/int|decimal|double|real|numeric/.test(type)) return 7;
  const length = Number(/\((\d+)\)/.exec(type)?.[1] ?? 255);
  return id.slice(0, length);
}
