import { DatabaseSync } from 'node:sqlite';
import { createConnection, type Connection, type ResultSetHeader } from 'mysql2/promise';
import { dialectOf, type DatabaseSettings, type Dialect } from '../orm.ts';
import { boundFrom } from './cells.ts';
import type { Row } from './snapshot.ts';
import type { ColumnKind } from './table-shapes.ts';

/** A guard or a counter of the database: none of them may run while rows are put back. */
export interface Trigger {
  readonly name: string;
  readonly sql: string;
}

export interface LoadedTable {
  readonly name: string;
  readonly columns: readonly (readonly [name: string, kind: ColumnKind])[];
}

/** Puts rows back as they were, past rules and triggers. For a database that nobody uses. The caller closes it. */
export interface Loader {
  readonly dialect: Dialect;
  /** The tables there are, but the list of migrations. */
  tables(): Promise<readonly string[]>;
  /** Has it a row? */
  holds(table: string): Promise<boolean>;
  triggers(): Promise<readonly Trigger[]>;
  dropTriggers(triggers: readonly Trigger[]): Promise<void>;
  /** Those that are not there. */
  createTriggers(triggers: readonly Trigger[]): Promise<void>;
  empty(table: string): Promise<void>;
  /** In one transaction; a row that is there already stays. */
  insert(table: LoadedTable, rows: readonly Row[]): Promise<void>;
  close(): Promise<void>;
}

const rowsAtOnce = 250;
const migrations = 'mikro_orm_migrations';

export const openLoader = (settings: DatabaseSettings): Promise<Loader> =>
  dialectOf(settings) === 'sqlite' ? openEmbedded(settings.file) : openOnServer(settings.url as string);

const namesOf = ({ columns }: LoadedTable): string => columns.map(([name]) => `\`${name}\``).join(', ');
const bound = ({ columns }: LoadedTable, row: Row, dialect: Dialect) =>
  columns.map(([, kind], i) => boundFrom(kind, row[i] ?? null, dialect));

/** What both databases do alike, by statements. */
function sharing(run: (sql: string) => Promise<readonly unknown[][]>) {
  const drop = async (triggers: readonly Trigger[]): Promise<void> => {
    for (const { name } of triggers) await run(`drop trigger if exists \`${name}\``);
  };
  return {
    holds: async (table: string) => (await run(`select 1 from \`${table}\` limit 1`)).length > 0,
    empty: async (table: string) => void (await run(`delete from \`${table}\``)),
    dropTriggers: drop,
    createTriggers: async (triggers: readonly Trigger[]) => {
      await drop(triggers);
      for (const { sql } of triggers) await run(sql);
    },
  };
}

async function openEmbedded(file: string): Promise<Loader> {
  const db = new DatabaseSync(file, { timeout: 5_000 });
  db.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = off; pragma secure_delete = on;',
  );
  const run = async (sql: string): Promise<readonly unknown[][]> => {
    const statement = db.prepare(sql);
    if (statement.columns().length === 0) {
      statement.run();
      return [];
    }
    statement.setReturnArrays(true);
    return statement.all() as unknown as unknown[][];
  };
  const listed = (type: string): Promise<readonly unknown[][]> =>
    run(`select name, sql from sqlite_schema where type = '${type}' and name not like 'sqlite_%' order by name`);
  return {
    dialect: 'sqlite',
    ...sharing(run),
    tables: async () => (await listed('table')).map(([name]) => String(name)).filter((name) => name !== migrations),
    triggers: async () => (await listed('trigger')).map(([name, sql]) => ({ name: String(name), sql: String(sql) })),
    insert: async (table, rows) => {
      const marks = table.columns.map(() => '?').join(', ');
      const insert = db.prepare(
        `insert into \`${table.name}\` (${namesOf(table)}) values (${marks}) on conflict do nothing`,
      );
      db.exec('begin immediate');
      try {
        for (const row of rows) insert.run(...bound(table, row, 'sqlite'));
        db.exec('commit');
      } catch (error) {
        db.exec('rollback');
        throw error;
      }
    },
    close: async () => db.close(),
  };
}

async function openOnServer(uri: string): Promise<Loader> {
  const connection = await createConnection({ uri, connectTimeout: 5_000, rowsAsArray: true });
  try {
    await connection.query(`set session foreign_key_checks = 0, unique_checks = 1, time_zone = '+00:00'`);
  } catch (error) {
    connection.destroy();
    throw error;
  }
  const run = async (sql: string): Promise<readonly unknown[][]> => {
    const [rows] = await connection.query(sql);
    return Array.isArray(rows) ? (rows as unknown[][]) : [];
  };
  return {
    dialect: 'mysql',
    ...sharing(run),
    tables: async () =>
      (
        await run(
          `select table_name from information_schema.tables where table_schema = database() order by table_name`,
        )
      )
        .map(([name]) => String(name))
        .filter((name) => name !== migrations),
    triggers: async () =>
      (
        await run(
          `select trigger_name, action_timing, event_manipulation, event_object_table, action_statement from information_schema.triggers where trigger_schema = database() order by trigger_name`,
        )
      ).map(([name, timing, event, table, statement]) => ({
        name: String(name),
        sql: `create trigger \`${name}\` ${timing} ${event} on \`${table}\` for each row ${statement}`,
      })),
    insert: (table, rows) => insertOnServer(connection, table, rows),
    close: () => connection.end(),
  };
}

async function insertOnServer(connection: Connection, table: LoadedTable, rows: readonly Row[]): Promise<void> {
  const [[first]] = [table.columns];
  if (first === undefined) return;
  const sql = `insert into \`${table.name}\` (${namesOf(table)}) values ? on duplicate key update \`${first[0]}\` = values(\`${first[0]}\`)`;
  await connection.beginTransaction();
  try {
    for (let at = 0; at < rows.length; at += rowsAtOnce) {
      const values = rows.slice(at, at + rowsAtOnce).map((row) => bound(table, row, 'mysql'));
      await connection.query<ResultSetHeader>(sql, [values]);
    }
    await connection.commit();
  } catch (error) {
    await connection.rollback();
    throw error;
  }
}
