import { AbstractSqlDriver, BaseSqliteConnection, SqlitePlatform, type Configuration } from '@mikro-orm/sql';
import { CompiledQuery, type Dialect } from 'kysely';
import { NodeSqlite } from './node-sqlite.ts';

class EmbeddedPlatform extends SqlitePlatform {
  /**
   * One writer at a time: the write lock is taken when a transaction begins, so that pessimistic locks mean the same as
   * on MySQL.
   */
  override getBeginTransactionSQL(): string[] {
    return ['begin immediate'];
  }
}

type Execute = BaseSqliteConnection['execute'];

const isPlain = (value: unknown): boolean =>
  value === null || typeof value !== 'object' || value instanceof Date || Buffer.isBuffer(value);

/** SQLite binds values only in statements about rows. */
const aboutRows = /^(?:select|insert|update|delete|with)\s/i;

/** One mark for each value, and none that MikroORM would read as a name (`??`) or as itself (`\?`). */
const isBindable = (query: unknown, values: unknown): boolean =>
  typeof query === 'string' &&
  aboutRows.test(query) &&
  Array.isArray(values) &&
  values.length > 0 &&
  values.every(isPlain) &&
  !/\?\?|\\\?/.test(query) &&
  query.split('?').length === values.length + 1;

class EmbeddedConnection extends BaseSqliteConnection {
  override createKyselyDialect(): Dialect {
    return new NodeSqlite(
      this.options.dbName ?? this.config.get('dbName') ?? ':memory:',
      this.type === 'read' ? 'read' : 'write',
    );
  }

  /**
   * MikroORM writes values into the SQL text, so that SQLite would prepare each statement again: plain values are bound
   * instead.
   */
  override execute: Execute = async (...call) => {
    const [query, values, method, transaction, logging] = call;
    if (!isBindable(query, values)) return super.execute(...call);
    await this.ensureConnection();
    const statement = CompiledQuery.raw(query as string, values as unknown[]);
    return this.executeQuery(
      statement.sql,
      async () => this.transformRawResult(await (transaction ?? this.getClient()).executeQuery(statement), method),
      { ...logging },
    );
  };
}

/** MikroORM on Node's built-in SQLite: nothing to install. */
export class EmbeddedDriver extends AbstractSqlDriver<EmbeddedConnection> {
  constructor(config: Configuration) {
    super(config, new EmbeddedPlatform(), EmbeddedConnection, ['kysely']);
  }
}
