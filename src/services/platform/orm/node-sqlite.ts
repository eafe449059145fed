import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { foldText } from '../../kernel/fold.ts';
import { SqliteAdapter, SqliteDriver, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Dialect, Driver, Kysely } from 'kysely';
import type { ReadsDirectly, Row } from './direct-reads.ts';
import { WritingDriver } from './writing-driver.ts';

const cachedStatements = 500;
const busyBudgetMs = 5_000;

/**
 * Committed payments must survive a power cut, hence `synchronous=FULL`; `secure_delete` overwrites erased bytes.
 * `busy_timeout` is 0 because node:sqlite blocks the event loop while it waits: we wait outside (see `begin`).
 */
const pragmas = `
  pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;
  pragma secure_delete = on; pragma busy_timeout = 0; pragma cache_size = -65536; pragma temp_store = memory;`;

/** Opens the embedded database and keeps its statements prepared, least recently used evicted first. */
function open(path: string) {
  const db = new DatabaseSync(path, { timeout: busyBudgetMs });
  db.exec(pragmas);
  db.function('fold_text', { deterministic: true }, (text) => (typeof text === 'string' ? foldText(text) : text));
  const statements = new Map<string, Prepared>();
  const prepared = (sql: string) => {
    const known = statements.get(sql);
    if (known) {
      statements.delete(sql);
      statements.set(sql, known);
      return known;
    }
    const made = prepare(db, sql);
    statements.set(sql, made);
    if (statements.size > cachedStatements) statements.delete(statements.keys().next().value as string);
    return made;
  };
  return { prepare: prepared, isTransaction: () => db.isTransaction, close: () => db.close() };
}

type Opened = ReturnType<typeof open>;
type Values = readonly unknown[];
type Cells = readonly unknown[];

/** A statement, as Kysely uses those of another library. */
type Prepared = ReturnType<typeof prepare>;

function prepare(db: DatabaseSync, sql: string) {
  const { statement, reader, rows } = shapedStatement(db, sql);
  const bind = (values: Values) => values.map(toSqlite);
  return {
    reader,
    all: (values: Values) => rows(statement.all(...bind(values)) as unknown as Cells[]),
    run: (values: Values) => statement.run(...bind(values)),
    // Not this statement: the same text may be read again before the last row was consumed.
    *iterate(values: Values) {
      const own = shapedStatement(db, sql);
      for (const cells of own.statement.iterate(...bind(values))) yield* own.rows([cells as unknown as Cells]);
    },
  };
}

interface ShapedStatement {
  readonly statement: StatementSync;
  readonly reader: boolean;
  readonly rows: (cells: Cells[]) => Row[];
}

/**
 * Rows are read as arrays and converted to objects here: the objects of SQLite's own binding have no fixed shape, and
 * cost a third more to create and three times more to read and serialize.
 */
function shapedStatement(db: DatabaseSync, sql: string): ShapedStatement {
  const statement = db.prepare(sql);
  const names = statement.columns().map(({ name }) => name);
  if (names.length === 0) return { statement, reader: false, rows: () => [] };
  statement.setReturnArrays(true);
  let made = { width: names.length, make: shaped(names) };
  const rows = (cells: Cells[]): Row[] => {
    // `select *` after a table has changed: SQLite has prepared the statement again.
    if (cells[0] && cells[0].length !== made.width)
      made = { width: cells[0].length, make: shaped(statement.columns().map(({ name }) => name)) };
    return made.make(cells);
  };
  return { statement, reader: true, rows };
}

/**
 * Creates objects with these properties, in this order: one literal, so that all of them share a hidden class. Names
 * come from our own statements.
 */
function shaped(names: readonly string[]): (cells: Cells[]) => Row[] {
  if (names.includes('__proto__')) throw new Error('A column may not be called __proto__');
  const literal = names.map((name, i) => `${JSON.stringify(name)}: cells[${i}]`).join(', ');
  return new Function('rows', `return rows.map((cells) => ({ ${literal} }));`) as (cells: Cells[]) => Row[];
}

function toSqlite(value: unknown): SQLInputValue {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === undefined) return null;
  return value as SQLInputValue;
}

/** The read-only connection: each statement is complete when it returns, so no query waits for another. */
class ReadingDriver extends SqliteDriver {
  override beginTransaction(): Promise<void> {
    return Promise.reject(new Error('The reading connection has no transactions'));
  }
}

/** Kysely queues every statement, and wakes every waiter each time; our drivers queue only where it is needed. */
class EmbeddedAdapter extends SqliteAdapter implements ReadsDirectly {
  readonly #reading: () => Opened | undefined;

  constructor(reading: () => Opened | undefined) {
    super();
    this.#reading = reading;
  }

  override get supportsMultipleConnections(): boolean {
    return true;
  }

  /** At once, on the reading connection, when it is open: it is always there. */
  rowsOf(sql: string, values: Values): Row[] | undefined {
    const statement = this.#reading()?.prepare(sql);
    return statement?.reader === true ? statement.all(values) : undefined;
  }
}

/** Kysely's dialect for `node:sqlite`: statement cache, streaming, durable pragmas, asynchronous waiting. */
export class NodeSqlite implements Dialect {
  readonly #path: string;
  readonly #role: 'read' | 'write';
  #reading: Opened | undefined;
  constructor(path: string, role: 'read' | 'write') {
    this.#path = path;
    this.#role = role;
  }
  createDriver = (): Driver => {
    if (this.#role === 'read')
      return new ReadingDriver({ database: async () => (this.#reading = open(this.#path)) as never });
    let opened: Opened | undefined;
    const config = { database: async () => (opened = open(this.#path)) as never };
    return new WritingDriver(config, () => opened?.isTransaction() ?? false);
  };
  createQueryCompiler = () => new SqliteQueryCompiler();
  createAdapter = () => new EmbeddedAdapter(() => this.#reading);
  createIntrospector = (db: Kysely<unknown>) => new SqliteIntrospector(db);
}
