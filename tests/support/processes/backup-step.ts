/** A step of backups in a process that dies at the point `CRASH_AT`: a backup that was begun, a pruning, a restore, or one of documents. */
import { createApp } from '../../../src/app.ts';
import { restoreCommands } from '../../../src/commands/restores.ts';
import { system } from '../../../src/services/access/actor.ts';
import { makeBackup, pruneBackups, restoreDocuments } from '../../../src/services/backups/index.ts';
import { readConfig } from '../../../src/services/platform/config.ts';
import type { DatabaseSettings } from '../../../src/services/platform/orm/orm.ts';

const [step = '', ...args] = process.argv.slice(2);
const config = readConfig();

async function restore(): Promise<number> {
  const commands = restoreCommands({ print: (line: string) => void process.stdout.write(`${line}\n`) } as never);
  return (await commands['backup:restore']?.run(config, args)) ?? 1;
}

async function inApp(): Promise<number> {
  const database = JSON.parse(process.env['TEST_DATABASE'] ?? '{}') as DatabaseSettings;
  const now = new Date(Number(process.env['TEST_NOW'] ?? Date.now()));
  const app = await createApp(config, { database, clock: { now: () => now } });
  const ctx = app.contextFor({ actor: system, requestId: 'step' });
  const [id = ''] = args;
  if (step === 'make') await makeBackup(ctx, { backupId: id });
  else if (step === 'documents') await restoreDocuments(ctx, { runId: id });
  else await pruneBackups(ctx, { dryRun: false });
  return 0;
}

process.exit(step === 'restore' ? await restore() : await inApp());
