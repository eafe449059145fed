// The rows that the product wrote for one event, to be written again by hand for others: the same inserts, updates and deletions,
// with ids of their own, by prepared statements.
import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { createConnection } from 'mysql2/promise';

const pragmas = `pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma secure_delete = on;
  pragma cache_size = -65536; pragma temp_store = memory;`;
/** Ids: ours, and those that the sandbox derives from them. */
const identifier = /(?:pi|cs_test)_sandbox_[0-9a-f]{40}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Rows that others refer to come first. */
const parents = ['outbox_event', 'live_stream', 'invoice', 'payment', 'booking'];
/** Rows that refer to others go first. */
const children = ['invoice_draft_line'];

/** One connection: `{ all(sql), run(sql, values), transaction(work), close() }`. */
async function connectionOf(database) {
  if (database.engine === 'sqlite') {
    const db = new DatabaseSync(database.file, { timeout: 5_000 });
    db.exec(pragmas);
    db.function('fold_text', { deterministic: true }, (text) => text);
    const prepared = new Map();
    const statement = (sql) => prepared.get(sql) ?? prepared.set(sql, db.prepare(sql)).get(sql);
    return {
      all: async (sql) => db.prepare(sql).all(),
      run: (sql, values) => statement(sql).run(...values),
      tables: "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'",
      keysOf: async (table) =>
        db
          .prepare(`pragma table_info(${table})`)
          .all()
          .filter(({ pk }) => pk > 0)
          .map(({ name }) => name),
      close: async () => db.close(),
    };
  }
  const connection = await createConnection({ uri: database.url, dateStrings: true, supportBigNumbers: true });
  const all = async (sql) => (await connection.query(sql))[0];
  return {
    all,
    run: (sql, values) => connection.execute(sql, values),
    tables: 'select table_name as name from information_schema.tables where table_schema = database()',
    keysOf: async (table) =>
      (await all(`show keys from \`${table}\` where key_name = 'PRIMARY'`)).map(({ Column_name: name }) => name),
    close: () => connection.end(),
  };
}

async function snapshot(connection) {
  const tables = new Map();
  for (const { name } of await connection.all(connection.tables)) {
    if (name.startsWith('mikro_orm')) continue;
    const keys = await connection.keysOf(name);
    const rows = await connection.all(`select * from \`${name}\``);
    tables.set(name, { keys, rows: new Map(rows.map((row) => [keys.map((key) => row[key]).join('|'), row])) });
  }
  return tables;
}

/**
 * Records what `work` writes, and returns `{ write(ids), count, close() }`: `write` makes the same rows in one transaction.
 * `ids` maps those of the first event's payment, order and session, or draft, to those of another; ids that were there before stay.
 */
export async function copyingRows(database, work) {
  const connection = await connectionOf(database);
  const before = await snapshot(connection);
  await work();
  const after = await snapshot(connection);
  const there = new Set([...before.values()].flatMap(({ rows }) => [...rows.values()].map(({ id }) => id)));
  const inserts = [];
  const updates = [];
  for (const [table, { keys, rows }] of after)
    for (const [key, row] of rows) {
      const old = before.get(table).rows.get(key);
      if (old === undefined) inserts.push({ table, row });
      else {
        const changed = Object.keys(row).filter((column) => String(row[column]) !== String(old[column]));
        if (changed.length > 0) updates.push({ table, keys, row, changed });
      }
    }
  const deletions = [...before].flatMap(([table, { keys, rows }]) =>
    [...rows].filter(([key]) => !after.get(table).rows.has(key)).map(([, row]) => ({ table, keys, row })),
  );
  deletions.sort((one, other) => children.includes(other.table) - children.includes(one.table));
  const rank = ({ table }) => (parents.includes(table) ? parents.indexOf(table) : parents.length);
  inserts.sort((one, other) => rank(one) - rank(other));
  let written = 0;
  return {
    count: inserts.length + updates.length + deletions.length,
    async write(given) {
      written += 1;
      const fresh = new Map(Object.entries(given));
      const valueOf = (value) =>
        typeof value === 'string'
          ? value.replace(identifier, (id) => {
              if (!fresh.has(id)) fresh.set(id, there.has(id) ? id : randomUUIDv7());
              return fresh.get(id);
            })
          : value;
      const cellsOf = (table, row) => Object.entries(row).map(([column, value]) => cell({ table, column, value }));
      const entries = inserts.filter(({ table }) => table === 'audit_entry').length;
      const cell = ({ table, column, value }) => {
        if (table === 'audit_entry' && column === 'seq') return Number(value) + written * entries;
        if (table === 'invoice' && column === 'sequence') return Number(value) + written;
        if (table === 'booking' && column === 'public_code') return `AC-${String(written).padStart(6, '2')}`;
        if (table === 'booking' && column === 'manage_hash') return randomBytes(32).toString('hex');
        if (table === 'quantum' && column === 'q') return Number(value) + written * 1_000;
        if (table === 'invoice' && column === 'number')
          return `${value.slice(0, -6)}${String(Number(value.slice(-6)) + written).padStart(6, '0')}`;
        return valueOf(value);
      };
      await connection.run(database.engine === 'sqlite' ? 'begin immediate' : 'start transaction', []);
      for (const { table, row } of inserts) {
        const columns = Object.keys(row);
        await connection.run(
          `insert into \`${table}\` (${columns.map((name) => `\`${name}\``).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
          cellsOf(table, row),
        );
      }
      for (const { table, keys, row, changed } of updates)
        await connection.run(
          `update \`${table}\` set ${changed.map((name) => `\`${name}\` = ?`).join(', ')} where ${keys.map((name) => `\`${name}\` = ?`).join(' and ')}`,
          [...changed, ...keys].map((column) => valueOf(row[column])),
        );
      for (const { table, keys, row } of deletions)
        await connection.run(
          `delete from \`${table}\` where ${keys.map((name) => `\`${name}\` = ?`).join(' and ')}`,
          keys.map((column) => valueOf(row[column])),
        );
      await connection.run('commit', []);
    },
    close: () => connection.close(),
  };
}
