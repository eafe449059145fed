import type { Configuration } from '@mikro-orm/core';
import { MySqlConnection, MySqlDriver } from '@mikro-orm/mysql';
import { MysqlAdapter, MysqlDialect, type MysqlPool, type MysqlPoolConnection } from 'kysely';
import { createConnection, createPool, type PoolConnection, type PoolOptions } from 'mysql2';
import { boundStatement, type Execute } from './bound-values.ts';
import type { ReadsDirectly, Row } from './direct-reads.ts';

/** Prepared statements kept per connection, least recently used evicted first; the server allows 16,382 in all. */
const preparedStatements = 200;
/** Longer lists of values are different each time: preparing them would only cost a round trip. */
const preparedParameters = 250;

type Query = MysqlPoolConnection['query'];

/** Lets a connection send statements with parameters as prepared ones (a sixth less time than text); others stay as they are. */
function preparing(connection: PoolConnection): MysqlPoolConnection {
  const asText = connection.query.bind(connection) as unknown as Query;
  const asPrepared = connection.execute.bind(connection) as unknown as Query;
  const query: Query = (sql, parameters: readonly unknown[], callback) =>
    (callback && parameters.length > 0 && parameters.length <= preparedParameters ? asPrepared : asText)(
      sql,
      parameters,
      callback,
    );
  return Object.assign(connection, { query }) as unknown as MysqlPoolConnection;
}

function preparingPool(options: PoolOptions): MysqlPool {
  const pool = createPool({ ...options, maxPreparedStatements: preparedStatements });
  const known = new WeakSet<PoolConnection>();
  return {
    getConnection: (done) =>
      pool.getConnection((error, connection) => {
        if (error) return done(error, connection as never);
        if (known.has(connection)) return done(null, connection as unknown as MysqlPoolConnection);
        known.add(connection);
        // Once for each connection, where each transaction would say it again.
        connection.query('set session transaction isolation level read committed', (refused) => {
          if (refused) connection.destroy();
          done(refused, preparing(connection));
        });
      }),
    end: (done) => pool.end(done),
  };
}

/** Reads on any connection of the pool. */
class ServedAdapter extends MysqlAdapter implements ReadsDirectly {
  readonly #pool: MysqlPool;

  constructor(pool: MysqlPool) {
    super();
    this.#pool = pool;
  }

  rowsOf(sql: string, values: readonly unknown[]): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      this.#pool.getConnection((refused, connection) => {
        if (refused) return reject(refused as Error);
        connection.query(sql, values, (error, result) => {
          connection.release();
          if (error) return reject(error as Error);
          resolve(Array.isArray(result) ? (result as Row[]) : []);
        });
      });
    });
  }
}

/** Entities are read as text, as MikroORM expects their values. */
const writing = /^(?:insert|update|delete)\s/i;

class PreparingConnection extends MySqlConnection {
  override async createKyselyDialect(overrides: PoolOptions): Promise<MysqlDialect> {
    const pool = preparingPool(this.mapOptions(overrides));
    const dialect = new MysqlDialect({ pool, controlConnection: createConnection as never });
    return Object.assign(dialect, { createAdapter: () => new ServedAdapter(pool) });
  }

  override execute: Execute = async (...call) => {
    const statement = boundStatement(call, { kinds: writing, most: preparedParameters });
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

/** MikroORM on MySQL, with prepared statements for what Kysely compiles. */
export class PreparingMySqlDriver extends MySqlDriver {
  constructor(config: Configuration) {
    super(config);
    // The base class has no parameter for the kind of connection.
    Object.assign(this, {
      connection: new PreparingConnection(config),
      replicas: this.createReplicas((replica) => new PreparingConnection(config, replica, 'read')),
    });
  }
}
