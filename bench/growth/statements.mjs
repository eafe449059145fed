// What the recorded statements of a request cost: rows read, as the database counts them, and their plans.
import { createConnection } from 'mysql2/promise';
import { DatabaseSync } from 'node:sqlite';
import { foldText } from '../../dist/services/kernel/fold.js';

export const openStatements = (database) =>
  database.engine === 'sqlite' ? sqliteStatements(database.file) : mysqlStatements(database.url);

const short = (sql) =>
  sql
    .replace(/\?(, \?)+/g, '?, …')
    .replace(/\s+/g, ' ')
    .replace(/^select .*? from/, 'select … from')
    .slice(0, 400);

/** SQLite was asked while the product ran: steps of its virtual machine, and the longest statement, which blocks the event loop. */
function sqliteStatements(file) {
  const db = new DatabaseSync(file, { readOnly: true });
  db.function('fold_text', { deterministic: true }, (text) => (typeof text === 'string' ? foldText(text) : text));
  const planOf = (sql) =>
    db
      .prepare(`explain query plan ${sql}`)
      .all()
      .map(({ detail }) => detail);
  return {
    of: async (recorded) => ({
      read: recorded.reduce((sum, { read }) => sum + read, 0),
      piece: Math.max(0, ...recorded.map(({ milliseconds }) => milliseconds)),
      plans: plansOf(recorded, ({ sql }) => planOf(sql)),
    }),
    close: async () => db.close(),
  };
}

/** MariaDB is asked again: rows that its handlers read. */
async function mysqlStatements(url) {
  const connection = await createConnection({ uri: url, timezone: 'Z' });
  const valuesOf = (parameters) =>
    parameters.map((value) => (isInstant(value) ? value.replace('T', ' ').slice(0, 23) : value));
  return {
    async of(recorded) {
      let read = 0;
      const plans = new Map();
      for (const { sql, parameters } of recorded) {
        const values = valuesOf(parameters);
        await connection.query('flush status');
        await connection.query(sql, values);
        const [counters] = await connection.query("show session status like 'Handler_read%'");
        read += counters.reduce((sum, { Value }) => sum + Number(Value), 0);
        const [rows] = await connection.query(`explain ${sql}`, values);
        plans.set(
          short(sql),
          rows.map(
            ({ table, type, key, rows: about, Extra }) =>
              `${table}: ${type} by ${key}, about ${about} rows${Extra ? `, ${Extra}` : ''}`,
          ),
        );
      }
      return { read, piece: 0, plans: [...plans].map(([sql, plan]) => ({ sql, plan })) };
    },
    close: () => connection.end(),
  };
}

/** An instant came over the message channel as text. */
const isInstant = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);

const plansOf = (recorded, planOf) =>
  [...new Map(recorded.map((one) => [short(one.sql), one]))].map(([sql, one]) => ({ sql, plan: planOf(one) }));
