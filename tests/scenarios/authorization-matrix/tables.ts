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
  const changed = isServer
    ? await bySums(connection, tables)
    : byRows(connection, await watchWrites(connection, tables));
  return {
    changed,
    added: (table) =>
      connection.rows(`select * from \`${table}\` where id not in (select id from \`${copyOf(table)}\`)`),
    restore: async (names) => {
      for (const table of names) {
        await connection.run(`delete from \`${table}\``);
        await connection.run(`insert into \`${table}\` select * from \`${copyOf(table)}\``);
      }
    },
    close: () => connection.close(),
  };
}

/** Rows that stand on one side only: looked for in tables that were written to since they were last the same. */
function byRows(connection: Connection, written: () => Promise<readonly string[]>): Tables['changed'] {
  const missing = (from: string, to: string): string =>
    `exists (select * from \`${from}\` except select * from \`${to}\`)`;
  const differs = async (table: string): Promise<boolean> => {
    const question = `select ${missing(table, copyOf(table))} or ${missing(copyOf(table), table)} as differs`;
    return (await connection.rows(question))[0]?.['differs'] === 1;
  };
  const suspects = new Set<string>();
  return async () => {
    for (const table of await written()) suspects.add(table);
    for (const table of suspects) if (!(await differs(table))) suspects.delete(table);
    return [...suspects].sort();
  };
}

/** Has the database itself write down which tables are written to; answers those since it was last asked. */
async function watchWrites(connection: Connection, tables: readonly string[]): Promise<() => Promise<string[]>> {
  // Without a key: a trigger takes over what the statement that fired it says of conflicts.
  await connection.run('create table zz_written (name text not null)');
  for (const table of tables)
    for (const verb of ['insert', 'update', 'delete'])
      await connection.run(
        `create trigger \`zz_${verb}_${table}\` after ${verb} on \`${table}\` begin insert into zz_written values ('${table}'); end`,
      );
  return async () => {
    const [any] = await connection.rows('select 1 from zz_written limit 1');
    if (any === undefined) return [];
    return (await connection.rows('delete from zz_written returning name')).map(({ name }) => String(name));
  };
}

/** The server sums up every row of a table; it does so in the order of keys, which going back does not change. */
async function bySums(connection: Connection, tables: readonly string[]): Promise<Tables['changed']> {
  const question = `checksum table ${tables.map((table) => `\`${table}\``).join(', ')}`;
  const sums = async (): Promise<unknown[]> => (await connection.rows(question)).map(({ Checksum }) => Checksum);
  const before = await sums();
  return async () => {
    const now = await sums();
    return tables.filter((_table, i) => now[i] !== before[i]);
  };
}

function embedded(file: string): Connection {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false, timeout: 0 });
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  return {
    run: (statement) => patiently(statement, () => database.exec(statement)),
    rows: (statement) => {
      const known = prepared.get(statement) ?? database.prepare(statement);
      prepared.set(statement, known);
      return patiently(statement, () => known.all());
    },
    close: async () => database.close(),
  };
}

const busy = 5;

/**
 * What a route leaves running writes from this process, the record of a refusal for instance: its transaction ends only while nobody holds
 * the event loop, so the database itself must not wait for it.
 */
async function patiently<T>(statement: string, work: () => T): Promise<T> {
  const results: T[] = [];
  await until(`nobody else writes: ${statement}`, () => isDone(() => results.push(work())));
  return results[0] as T;
}

function isDone(work: () => unknown): boolean {
  try {
    work();
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
