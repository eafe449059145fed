// Writes the migration that brings the last snapshot to the entities as they are, for both databases, offline.
//   node scripts/migrations.mjs check          exits 1 when a migration is missing
//   node scripts/migrations.mjs create NAME    writes Migration<NAME> in both folders
//   node scripts/migrations.mjs initial        writes the first one anew (only while nothing is released)
import './run-ts.mjs';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

const { openless } = await import('./orm-offline.mjs');
const [command = 'check', name = 'Migration'] = process.argv.slice(2);

for (const dialect of ['sqlite', 'mysql']) {
  const folder = new URL(`../src/migrations/${dialect}/`, import.meta.url);
  const snapshot = new URL('snapshot.json', folder);
  if (command === 'initial') {
    mkdirSync(folder, { recursive: true });
    for (const file of readdirSync(folder)) if (/0001|snapshot/.test(file)) rmSync(new URL(file, folder));
  }
  if (!existsSync(snapshot)) writeFileSync(snapshot, JSON.stringify({ namespaces: [], name: 'atelier', tables: [], nativeEnums: {} }));
  const orm = await openless(dialect, tmpdir());
  if (command === 'check') {
    if (await orm.migrator.checkSchema()) {
      console.error(`The ${dialect} migrations are behind the entities: node scripts/migrations.mjs create <Name>`);
      process.exitCode = 1;
    }
  } else {
    const { fileName } = await orm.migrator.create(undefined, false, false, command === 'initial' ? 'Migration0001_foundation' : name);
    if (fileName) withoutTimestamp(new URL(fileName, folder));
    console.log(`${dialect}: ${fileName || 'nothing to do'}`);
  }
}

/** The same name in both folders and on every run: the class drops the timestamp that the tool puts in it. */
function withoutTimestamp(file) {
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/Migration\d{14}_/g, ''));
}
