// Writes src/migrations/expected-schema.generated.ts: what a database holds once every migration has run, for both
// databases, without a server. The embedded one is created and listed; that of MySQL is the snapshot, plus the triggers
// that
// the migrations write by hand.
import './help.mjs';
import './run-ts.mjs';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { openless } = await import('./orm-offline.mjs');
const { listSqlite } = await import('../src/services/platform/orm/schema/list-sqlite.ts');
const { triggerText } = await import('../src/services/platform/orm/schema/list-mysql.ts');
const { ListingBuilder, columnPart, foreignKeyPart, indexPart } =
  await import('../src/services/platform/orm/schema/listing.ts');

const folder = new URL('../src/migrations/', import.meta.url);
const directory = mkdtempSync(join(tmpdir(), 'atelier-schema-'));
try {
  const [sqlite, mysql] = [{ tables: await sqliteTables() }, { tables: await mysqlTables() }];
  const text = Object.entries({ sqlite, mysql })
    .map(
      ([dialect, { tables }]) => `  ${dialect}: {
    migrations: [${namesOf(dialect)
      .map((name) => `'${name}'`)
      .join(', ')}],
    tables: {
${Object.entries(tables)
  .map(([table, parts]) => `      ${JSON.stringify(table)}: ${JSON.stringify(parts)},`)
  .join('\n')}
    },
  },`,
    )
    .join('\n');
  writeFileSync(
    new URL('expected-schema.generated.ts', folder),
    `// Written by \`npm run generate\`, do not edit.
import type { ExpectedSchema } from '../services/platform/orm/schema/listing.ts';

/** What a database holds once every migration has run. */
export const expectedSchemas: Readonly<Record<'sqlite' | 'mysql', ExpectedSchema>> = {
${text}
};
`,
  );
} finally {
  rmSync(directory, { recursive: true, force: true });
}

function namesOf(dialect) {
  return readdirSync(new URL(`${dialect}/`, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length))
    .sort();
}

async function sqliteTables() {
  const orm = await openless('sqlite', directory);
  await orm.connect();
  try {
    const connection = orm.em.getDriver().getConnection('write');
    await connection.execute('pragma foreign_keys = off');
    await orm.migrator.up();
    return await listSqlite((sql) => connection.execute(sql, [], 'all'));
  } finally {
    await orm.close(true);
  }
}

async function mysqlTables() {
  const listing = new ListingBuilder();
  const { tables } = JSON.parse(readFileSync(new URL('mysql/snapshot.json', folder), 'utf8'));
  for (const table of tables) addTable(listing, table);
  for (const [name, { table, ...trigger }] of await mysqlTriggers())
    listing.add(table, [`trigger ${name}`, triggerText(trigger)]);
  return listing.build();
}

function addTable(listing, { name: table, columns, indexes, foreignKeys }) {
  for (const { name, type, unsigned, enumItems, nullable, autoincrement, default: preset } of Object.values(columns)) {
    const whole =
      enumItems.length > 0
        ? `enum(${enumItems.map((item) => `'${item}'`).join(',')})`
        : `${type}${unsigned && !type.includes('unsigned') ? ' unsigned' : ''}`;
    listing.add(table, columnPart({ name, type: whole, isRequired: !nullable, preset, isGenerated: autoincrement }));
  }
  for (const { columnNames, primary, unique } of indexes)
    listing.add(table, indexPart(columnNames, primary ? 'primary key' : unique ? 'unique index' : 'index'));
  for (const { columnNames, referencedTableName, referencedColumnNames, deleteRule } of Object.values(foreignKeys)) {
    listing.add(
      table,
      foreignKeyPart({
        columns: columnNames,
        table: referencedTableName,
        foreignColumns: referencedColumnNames,
        onDelete: deleteRule ?? 'restrict',
      }),
    );
  }
}

/** The triggers after every migration: created and dropped one after the other, as the server would. */
async function mysqlTriggers() {
  const orm = await openless('mysql', directory);
  const triggers = new Map();
  for (const name of namesOf('mysql')) {
    const [Migration] = Object.values(await import(new URL(`mysql/${name}.ts`, folder)));
    const migration = new Migration(orm.em.getDriver(), orm.config);
    await migration.up();
    for (const query of migration.getQueries()) readTrigger(String(query), triggers);
  }
  return triggers;
}

function readTrigger(sql, triggers) {
  const [, dropped] = /^\s*drop trigger (?:if exists )?`?(\w+)`?/i.exec(sql) ?? [];
  if (dropped !== undefined) triggers.delete(dropped);
  const [, name, timing, event, table, body] =
    /^\s*create trigger `?(\w+)`?\s+(before|after)\s+(insert|update|delete)\s+on\s+`?(\w+)`?\s+for each row\s+([\s\S]*)$/i.exec(
      sql,
    ) ?? [];
  if (name !== undefined) triggers.set(name, { timing, event, table, body });
}
