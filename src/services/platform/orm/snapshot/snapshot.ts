import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { createConnection, type Connection } from 'mysql2';
import { yieldToEventLoop } from '../../../kernel/yield-to-event-loop.ts';
import type { Config } from '../../config.ts';
import type { Db } from '../../context.ts';
import { cellFrom, type Cell } from './cells.ts';
import type { TableShape } from './table-shapes.ts';

export type Row = readonly Cell[];

/** One state of the whole database, which nothing that is written meanwhile changes. The caller closes it. */
export interface Snapshot {
  readonly dialect: 'sqlite' | 'mysql';
  /** The rows of a table by its key, some at a time; `where` is a condition in SQL of our own. */
  rows(table: TableShape, where?: string): AsyncIterable<readonly Row[]>;
  /** The migrations that made it. */
  readonly migrations: readonly string[];
  close(): Promise<void>;
}

/** How many rows are read before other work has its turn. */
const atOnce = 200;

interface Source {
  readonly db: Db;
  readonly config: Pick<Config, 'DATABASE_URL'>;
  /** Whoever migrates has the lock already, and waits. */
  readonly isMigrating?: boolean;
}

/** Opens a snapshot on a connection of its own: neither database makes anybody wait for it. */
export async function openSnapshot({ db, config, isMigrating = false }: Source): Promise<Snapshot> {
  if (config.DATABASE_URL !== undefined) return openOnServer(config.DATABASE_URL, isMigrating);
  const { rows } = await sql<{ file: string }>`select file from pragma_database_list where name = 'main'`.execute(db);
  return openEmbedded(String(rows[0]?.file));
}

const selection = ({ name, columns, key }: TableShape, where = '1 = 1'): string =>
  `select ${columns.map(([column]) => `\`${column}\``).join(', ')} from \`${name}\` where ${where} order by ${key.map((column) => `\`${column}\``).join(', ')}`;

const rowFrom = ({ columns }: TableShape, values: readonly unknown[]): Row =>
  columns.map(([, kind], i) => cellFrom(kind, values[i]));

const executed = 'select name from mikro_orm_migrations order by name';

/** The write-ahead log keeps what a reader began with. */
function openEmbedded(file: string): Snapshot {
  const db = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  try {
    db.exec('begin');
    const migrations = db
      .prepare(executed)
      .all()
      .map(({ name }) => String(name));
    return {
      dialect: 'sqlite',
      migrations,
      async *rows(table, where) {
        const statement = db.prepare(selection(table, where));
        statement.setReturnArrays(true);
        let batch: Row[] = [];
        for (const values of statement.iterate() as unknown as Iterable<unknown[]>) {
          batch.push(rowFrom(table, values));
          if (batch.length < atOnce) continue;
          yield batch;
          batch = [];
          await yieldToEventLoop();
        }
        if (batch.length > 0) yield batch;
      },
      close: async () => db.close(),
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Versions of rows keep the state; the lock of migrations keeps the tables as they are. */
async function openOnServer(uri: string, isMigrating: boolean): Promise<Snapshot> {
  const connection = createConnection({
    uri,
    connectTimeout: 5_000,
    dateStrings: true,
    supportBigNumbers: true,
    rowsAsArray: true,
    jsonStrings: true,
  });
  // What breaks between two queries is met by the next one.
  connection.on('error', () => undefined);
  try {
    const ask = connection.promise();
    if (!isMigrating) await lockMigrations(ask);
    await ask.query('set session transaction isolation level repeatable read');
    await ask.query('start transaction with consistent snapshot, read only');
    const [names] = await ask.query(executed);
    return {
      dialect: 'mysql',
      migrations: (names as unknown[][]).map(([name]) => String(name)),
      rows: (table, where) => streamed(connection, table, where),
      close: async () => connection.destroy(),
    };
  } catch (error) {
    connection.destroy();
    throw error;
  }
}

async function lockMigrations(ask: { query(sql: string): Promise<[unknown, unknown]> }): Promise<void> {
  const [locked] = await ask.query(`select get_lock('atelier-migrate', 5)`);
  if (Number((locked as unknown[][])[0]?.[0]) !== 1) throw new Error('The database is being migrated');
}

async function* streamed(connection: Connection, table: TableShape, where?: string): AsyncGenerator<readonly Row[]> {
  const stream = connection.query(selection(table, where)).stream({ highWaterMark: atOnce });
  let batch: Row[] = [];
  for await (const values of stream as AsyncIterable<unknown[]>) {
    batch.push(rowFrom(table, values));
    if (batch.length < atOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
