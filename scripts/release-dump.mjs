// The contents of a database as statements, each ended by a line `;;`, for the fixtures of releases. Tables in which the
// main journey leaves empty get one row of plain values, so that a later migration finds rows everywhere.
import { DatabaseSync } from 'node:sqlite';
import { createConnection } from 'mysql2/promise';

const text = (statements) => statements.map((sql) => `${sql}\n;;\n`).join('');
/** The audit log proves itself: a row that it did not write would be found. */
const isFilled = (table) => !table.startsWith('audit_') && table !== 'mikro_orm_migrations';

export function sqliteText(file) {
  const db = new DatabaseSync(file);
  const objects = db
    .prepare(
      "select type, name, sql from sqlite_master where sql is not null and name not like 'sqlite\\_%' escape '\\'",
    )
    .all();
  const make = (type) => objects.filter((object) => object.type === type).map(({ sql }) => sql);
  const tables = objects.filter(({ type }) => type === 'table').map(({ name }) => name);
  db.exec('pragma foreign_keys = on; pragma busy_timeout = 5000');
  fillWith({
    tables,
    isEmpty: (table) => db.prepare(`select 1 from "${table}" limit 1`).get() === undefined,
    columns: (table) =>
      db
        .prepare('select name, lower(type) as type, "notnull" as required from pragma_table_info(?)')
        .all(table)
        .map((column) => ({
          ...column,
          choice: new RegExp(`\\(\`${column.name}\` in \\('([^']*)'`).exec(
            objects.find(({ name }) => name === table).sql,
          )?.[1],
        })),
    keys: (table) =>
      db.prepare('select "from" as name, "table" as target, "to" as column from pragma_foreign_key_list(?)').all(table),
    someOf: (table, column) => db.prepare(`select "${column}" as value from "${table}" limit 1`).get()?.value,
    insert: (table, names, values) =>
      void db
        .prepare(
          `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map(() => '?').join(', ')})`,
        )
        .run(...values),
    now: Date.UTC(2026, 10, 20),
  });
  const rows = tables.flatMap((table) => {
    const columns = db
      .prepare('select name from pragma_table_info(?)')
      .all(table)
      .map(({ name }) => name);
    const line = columns.map((column) => `quote("${column}")`).join(" || ', ' || ");
    return db
      .prepare(`select ${line} as line from "${table}"`)
      .all()
      .map(
        ({ line: values }) =>
          `insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) values (${values})`,
      );
  });
  db.close();
  // Triggers last: they protect the rows that are written here.
  return text([...make('table'), ...rows, ...make('index'), ...make('trigger')]);
}

export async function mysqlText(url) {
  const db = await createConnection({ uri: url, dateStrings: true });
  const ask = async (sql, values = []) => (await db.query(sql, values))[0];
  const tables = (await ask("show full tables where Table_type = 'BASE TABLE'")).map((row) => Object.values(row)[0]);
  await fillMySql(ask, tables);
  const statements = ['set foreign_key_checks = 0'];
  for (const table of tables) {
    statements.push((await ask(`show create table \`${table}\``))[0]['Create Table']);
    const [rows, fields] = await db.query({
      sql: `select * from \`${table}\``,
      typeCast: (field, next) => (field.type.includes('BLOB') ? field.buffer() : next()),
    });
    const columns = fields.map(({ name }) => `\`${name}\``).join(', ');
    for (const cells of rows)
      statements.push(`insert into \`${table}\` (${columns}) values (${Object.values(cells).map(literal).join(', ')})`);
  }
  const triggers = await ask(
    'select trigger_name as name, action_timing as timing, event_manipulation as event, event_object_table as target, action_statement as body from information_schema.triggers where trigger_schema = database()',
  );
  for (const { name, timing, event, target, body } of triggers)
    statements.push(`create trigger \`${name}\` ${timing} ${event} on \`${target}\` for each row ${body}`);
  await db.end();
  return text([...statements, 'set foreign_key_checks = 1']);
}

/** Reads all that it needs beforehand: what is filled one after the other is the same for both databases. */
async function fillMySql(ask, tables) {
  const columns = await ask(
    'select table_name as of_table, column_name as name, lower(column_type) as type, column_type as whole, is_nullable as nullable from information_schema.columns where table_schema = database()',
  );
  const keys = await ask(
    'select table_name as of_table, column_name as name, referenced_table_name as target, referenced_column_name as `column` from information_schema.key_column_usage where table_schema = database() and referenced_table_name is not null',
  );
  const first = {};
  for (const table of tables) [first[table]] = await ask(`select * from \`${table}\` limit 1`);
  const inserts = [];
  fillWith({
    tables,
    now: '2026-11-20 09:00:00.000',
    isEmpty: (table) => first[table] === undefined,
    columns: (table) =>
      columns
        .filter(({ of_table }) => of_table === table)
        .map(({ name, type, whole, nullable }) => ({
          name,
          type,
          required: nullable === 'NO',
          choice: /^enum\('([^']*)'/.exec(whole)?.[1],
        })),
    keys: (table) => keys.filter(({ of_table }) => of_table === table),
    someOf: (table, column) => first[table]?.[column],
    insert: (table, names, values) => {
      first[table] = Object.fromEntries(names.map((name, i) => [name, values[i]]));
      inserts.push([
        `insert into \`${table}\` (${names.map((name) => `\`${name}\``).join(', ')}) values (${names.map(() => '?').join(', ')})`,
        values,
      ]);
    },
  });
  for (const [sql, values] of inserts) await ask(sql, values);
}

/** One row for each empty table, parents before children: a reference is to a row that is there. */
function fillWith({ tables, isEmpty, columns, keys, someOf, insert, now }) {
  const rest = tables.filter((table) => isFilled(table) && isEmpty(table));
  for (let before = -1; rest.length > 0 && rest.length !== before;) {
    before = rest.length;
    for (const table of [...rest]) {
      const targets = new Map(keys(table).map((key) => [key.name, someOf(key.target, key.column)]));
      const needed = columns(table).filter(({ required, type }) => required || type === 'json');
      if (needed.some(({ name }) => targets.has(name) && targets.get(name) === undefined)) continue;
      insert(
        table,
        needed.map(({ name }) => name),
        needed.map((column) => targets.get(column.name) ?? plainValue(column, now)),
      );
      rest.splice(rest.indexOf(table), 1);
    }
  }
  if (rest.length > 0) console.log(`without a row: ${rest.join(', ')}`);
}

const someId = '01999999-9999-7999-8999-999999999999';

function plainValue({ name, type, choice }, now) {
  if (choice !== undefined) return choice;
  if (type.startsWith('datetime') || type.startsWith('timestamp')) return now;
  if (type === 'date') return '2026-11-20';
  if (type === 'json' || type === 'longtext') return name.endsWith('s') ? '[]' : '{}';
  if (/int|decimal|double|real|numeric/.test(type)) return 7;
  if (/blob|binary/.test(type)) return Buffer.from('filler');
  return someId.slice(0, Number(/\((\d+)\)/.exec(type)?.[1] ?? 255));
}

function literal(value) {
  if (value === null) return 'null';
  if (Buffer.isBuffer(value)) return value.length === 0 ? "''" : `x'${value.toString('hex')}'`;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  const plain = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return `'${plain.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;
}
