import { createConnection } from 'mysql2/promise';
import { DatabaseSync } from 'node:sqlite';
import type { TestDatabase } from '../../support/database.ts';
import { until } from '../../support/until.ts';

/** The tables of a world as they were, beside the tables as they are: which have changed, and back again. */
export interface Tables {
  /** Which tables hold other rows than when they were kept. */
  changed(): Promise<string[]>;
  /** The rows of a table that were not there when it was kept. */
  added(table: string): Promise<Record<string, unknown>[]>;
  restore(tables: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

interface Connection {
  run(statement: string): Promise<void>;
  rows(statement: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

const copyOf = (table: string): string => `zz_${table}`;

/** Keeps every table by a copy in the database itself. Triggers go: they are not what is tested, and forbid going back. */
export async function keepTables({ settings }: TestDatabase): Promise<Tables> {
  const connection = settings.url === undefined ? embedded(settings.file ?? '') : await onServer(settings.url);
  const isServer = settings.url !== undefined;
  const named = (rows: Record<string, unknown>[]): string[] => rows.map((row) => String(Object.values(row)[0]));
  const tables = named(
    await connection.rows(
      isServer
        ? "select table_name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE'"
        : "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'",
    ),
  )
    .filter((name) => name !== 'mikro_orm_migrations')
    .sort();
  const triggers = named(
    await connection.rows(
      isServer
        ? 'select trigger_name from information_schema.triggers where trigger_schema = database()'
        : "select name from sqlite_master where type = 'trigger'",
    ),
  );
  for (const trigger of triggers) await connection.run(`drop trigger \`${trigger}\``);
  for (const table of tables) await connection.run(`create table \`${copyOf(table)}\` as select * from \`${table}\``);
  const { changed, restored } = isServer ? await bySums(connection, tables) : byRows(connection, tables);
  return {
    changed,
    added: (table) =>
      connection.rows(`select * from \`${table}\` where id not in (select id from \`${copyOf(table)}\`)`),
    restore: async (names) => {
      for (const table of names) {
        await connection.run(`delete from \`${table}\``);
        await connection.run(`insert into \`${table}\` select * from \`${copyOf(table)}\``);
      }
      restored?.(names);
    },
    close: () => connection.close(),
  };
}

interface Comparison {
  readonly changed: () => Promise<string[]>;
  readonly restored?: (names: readonly string[]) => void;
}

/** Rows that stand on one side only: looked for when another connection has committed since they were last the same. */
function byRows(connection: Connection, tables: readonly string[]): Comparison {
  const missing = (from: string, to: string): string =>
    `exists (select * from \`${from}\` except select * from \`${to}\`)`;
  const question = tables
    .map(
      (table) => `select '${table}' as name where ${missing(table, copyOf(table))} or ${missing(copyOf(table), table)}`,
    )
    .join(' union all ');
  let same: unknown;
  let looked: { readonly version: unknown; readonly found: readonly string[] } | undefined;
  return {
    async changed() {
      const [{ data_version: version } = {}] = await connection.rows('pragma data_version');
      if (version === same) return [];
      const found = (await connection.rows(question)).map(({ name }) => String(name));
      looked = { version, found };
      if (found.length === 0) same = version;
      return found;
    },
    restored(names) {
      if (names === looked?.found) same = looked.version;
    },
  };
}

/** The server sums up every row of a table; it does so in the order of keys, which going back does not change. */
async function bySums(connection: Connection, tables: readonly string[]): Promise<Comparison> {
  const question = `checksum table ${tables.map((table) => `\`${table}\``).join(', ')}`;
  const sums = async (): Promise<unknown[]> => (await connection.rows(question)).map(({ Checksum }) => Checksum);
  const before = await sums();
  return {
    async changed() {
      const now = await sums();
      return tables.filter((_table, i) => now[i] !== before[i]);
    },
  };
}

function embedded(file: string): Connection {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false, timeout: 0 });
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  return {
    run: (statement) => until(`nobody else writes: ${statement}`, () => isDone(database, statement)),
    rows: async (statement) => {
      const known = prepared.get(statement) ?? database.prepare(statement);
      prepared.set(statement, known);
      return known.all();
    },
    close: async () => database.close(),
  };
}

const busy = 5;

/**
 * What a route leaves running writes from this process, the record of a refusal for instance: its transaction ends only while nobody holds
 * the event loop, so the database itself must not wait for it.
 */
function isDone(database: DatabaseSync, statement: string): boolean {
  try {
    database.exec(statement);
    return true;
  } catch (error) {
    if (Number((error as { errcode?: number }).errcode) % 256 !== busy) throw error;
    return false;
  }
}

async function onServer(url: string): Promise<Connection> {
  const connection = await createConnection({ uri: url });
  await connection.query('set foreign_key_checks = 0');
  return {
    run: async (statement) => void (await connection.query(statement)),
    rows: async (statement) => (await connection.query(statement))[0] as Record<string, unknown>[],
    close: () => connection.end(),
  };
}
