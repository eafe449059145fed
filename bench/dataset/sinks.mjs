// Where generated rows go: straight into the migrated tables, in large batches, with the checks that slow them down off.
import { DatabaseSync } from 'node:sqlite';
import { createConnection } from 'mysql2/promise';

const quoted = (columns) => columns.map((column) => `\`${column}\``).join(', ');

/** @returns a sink `{ instant, write(table, columns, rows), one(sql), close() }`; instants are in the form of the engine. */
export const openSink = (database) =>
  database.engine === 'sqlite' ? sqliteSink(database.file) : mysqlSink(database.url);

function sqliteSink(file) {
  const db = new DatabaseSync(file);
  db.exec(
    'pragma journal_mode = wal; pragma synchronous = off; pragma foreign_keys = off; pragma cache_size = -262144',
  );
  return {
    instant: (milliseconds) => milliseconds,
    async write(table, columns, rows) {
      const insert = db.prepare(
        `insert into \`${table}\` (${quoted(columns)}) values (${columns.map(() => '?').join(', ')})`,
      );
      db.exec('begin');
      try {
        for (const row of rows) insert.run(...row);
      } catch (error) {
        // Within a transaction, closing fails as well ("database table is locked") and hides why.
        db.exec('rollback');
        throw error;
      }
      db.exec('commit');
    },
    one: async (sql) => db.prepare(sql).get(),
    run: async (sql) => void db.exec(sql),
    async close() {
      db.exec('pragma foreign_keys = on; analyze; pragma wal_checkpoint(truncate)');
      db.close();
    },
  };
}

const rowsPerStatement = 1_000;

async function mysqlSink(url) {
  const connection = await createConnection({ uri: url, dateStrings: true });
  await connection.query('set foreign_key_checks = 0, unique_checks = 0, sql_log_bin = 0');
  const tables = new Set();
  return {
    instant: (milliseconds) => new Date(milliseconds).toISOString().replace('T', ' ').slice(0, 23),
    async write(table, columns, rows) {
      tables.add(table);
      await connection.query('start transaction');
      for (let i = 0; i < rows.length; i += rowsPerStatement) {
        await connection.query(`insert into \`${table}\` (${quoted(columns)}) values ?`, [
          rows.slice(i, i + rowsPerStatement),
        ]);
      }
      await connection.query('commit');
    },
    one: async (sql) => (await connection.query(sql))[0][0],
    run: async (sql) => void (await connection.query(sql)),
    async close() {
      if (tables.size > 0)
        await connection.query(`analyze table ${[...tables].map((table) => `\`${table}\``).join(', ')}`);
      await connection.end();
    },
  };
}
