import { AbstractSqlDriver, BaseSqliteConnection, SqlitePlatform, type Configuration } from '@mikro-orm/sql';
import type { Dialect } from 'kysely';
import { NodeSqlite } from './node-sqlite.ts';

class EmbeddedPlatform extends SqlitePlatform {
  /** One writer at a time: the lock is taken at the start, so that pessimistic locks mean the same as on MySQL. */
  override getBeginTransactionSQL(): string[] {
    return ['begin immediate'];
  }
}

class EmbeddedConnection extends BaseSqliteConnection {
  override createKyselyDialect(): Dialect {
    return new NodeSqlite(this.options.dbName ?? this.config.get('dbName') ?? ':memory:', this.type === 'read' ? 'read' : 'write');
  }
}

/** MikroORM on Node's own SQLite: nothing to install. */
export class EmbeddedDriver extends AbstractSqlDriver<EmbeddedConnection> {
  constructor(config: Configuration) {
    super(config, new EmbeddedPlatform(), EmbeddedConnection, ['kysely']);
  }
}
