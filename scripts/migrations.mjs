// Writes the migration that brings the last snapshot to the entities as they are, for both databases, offline.
//   node scripts/migrations.mjs check          exits 1 when a migration is missing
//   node scripts/migrations.mjs create NAME    writes NAME (Migration0005_pending_registrations) in both folders
// node scripts/migrations.mjs land adds the finished migrations to landed.txt: nobody edits them afterwards
import './help.mjs';
import './run-ts.mjs';
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

const { openless } = await import('./orm-offline.mjs');
const [command = 'check', name = ''] = process.argv.slice(2);
if (command === 'create' && !/^Migration\d{4}_\w+$/.test(name))
  throw new Error('Name the migration: node scripts/migrations.mjs create Migration0005_what_it_does');

if (command === 'land') land();
else
  for (const dialect of ['sqlite', 'mysql']) {
    const folder = new URL(`../src/migrations/${dialect}/`, import.meta.url);
    const orm = await openless(dialect, tmpdir());
    if (command === 'check') {
      if (await orm.migrator.checkSchema()) {
        console.error(
          `The ${dialect} migrations are behind the entities: node scripts/migrations.mjs create Migration0005_what_it_does`,
        );
        process.exitCode = 1;
      }
    } else {
      const { fileName } = await orm.migrator.create(undefined, false, false, name);
      if (fileName) withoutTimestamp(new URL(fileName, folder));
      console.log(`${dialect}: ${fileName || 'nothing to do'}`);
    }
  }

/** The same name in both folders and on every run: the class drops the timestamp that the tool puts in it. */
function withoutTimestamp(file) {
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/Migration\d{14}_/g, ''));
}

/** A line for each file that has none yet; existing lines are left unchanged. */
function land() {
  const migrations = new URL('../src/migrations/', import.meta.url);
  const list = new URL('landed.txt', migrations);
  const landed = readFileSync(list, 'utf8');
  for (const dialect of ['mysql', 'sqlite']) {
    for (const name of readdirSync(new URL(`${dialect}/`, migrations))
      .filter((file) => file.endsWith('.ts'))
      .sort()) {
      if (landed.includes(`  ${dialect}/${name}\n`)) continue;
      appendFileSync(
        list,
        `${createHash('sha256')
          .update(readFileSync(new URL(`${dialect}/${name}`, migrations)))
          .digest('hex')}  ${dialect}/${name}\n`,
      );
      console.log(`landed: ${dialect}/${name}`);
    }
  }
}
