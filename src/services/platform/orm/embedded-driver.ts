import { AbstractSqlDriver, BaseSqliteConnection, SqlitePlatform, type Configuration } from '@mikro-orm/sql';
import type { Dialect } from 'kysely';
import { boundStatement, type Execute } from './bound-values.ts';
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

/** SQLite binds values only in statements about rows. */
const aboutRows = /^(?:select|insert|update|delete|with)\s/i;

class EmbeddedConnection extends BaseSqliteConnection {
  override createKyselyDialect(): Dialect {
    return new NodeSqlite(
      this.options.dbName ?? this.config.get('dbName') ?? ':memory:',
      this.type === 'read' ? 'read' : 'write',
    );
  }

  override execute: Execute = async (...call) => {
    const statement = boundStatement(call, { kinds: aboutRows });
    if (statement === undefined) return super.execute(...call);
    const [, , method, transaction, logging] = call;
    await this.ensureConnection();
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
