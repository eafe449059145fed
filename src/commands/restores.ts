import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '../app.ts';
import { keyStoreOf } from '../adapters.ts';
import { openBackups, openStorage, openTarget } from '../open-backups.ts';
import { newId } from '../services/kernel/ids.ts';
import { system } from '../services/access/actor.ts';
import { verifyAnchored } from '../services/audit/index.ts';
import {
  BackupFault,
  checkPlace,
  endRestoreState,
  finishRestore,
  listManifests,
  openManifest,
  openRepository,
  readRestoreState,
  restorePlace,
  type Repository,
} from '../services/backups/index.ts';
import { DomainError } from '../services/kernel/errors.ts';
import type { Config } from '../services/platform/config.ts';
import { migrate } from '../services/platform/orm/migrate.ts';
import { databaseOf } from '../services/platform/orm/orm.ts';
import { keyFor } from './audit.ts';
import { answering, backupCodes } from './backup-codes.ts';
import { optionOf, type Command, type CommandTools } from './command.ts';

const restore = (tools: CommandTools): Command => ({
  usage: 'backup:restore --target URL [--id ID]',
  does: 'restores everything from the newest backup at URL, or that of ID, into an empty database and an empty DATA_DIR; cut short, the same command goes on; the server starts when it is done',
  run: (config, args) =>
    answering(tools.print, async () => {
      const url = optionOf(args, 'target');
      if (url === undefined) {
        tools.print('Say where the backups are: --target file:/mnt/other-disk/atelier');
        return 2;
      }
      if (!existsSync(join(config.keysDir, 'backups.key'))) {
        tools.print(
          `There is no backups.key in ${config.keysDir} (KEYS_DIR): put the keys back first, from their own copy or from the emergency kit.`,
        );
        return backupCodes.failed;
      }
      return restoreFrom(tools, config, { url, id: optionOf(args, 'id') });
    }),
});

interface Wanted {
  readonly url: string;
  readonly id: string | undefined;
}

async function restoreFrom({ print }: CommandTools, config: Config, { url, id }: Wanted): Promise<number> {
  const { keys, targets } = openBackups(config);
  const repository = await openRepository(openTarget(url), keys);
  if (repository === undefined) throw new DomainError('BACKUP_TARGET_UNAVAILABLE', { target: url });
  const others: Repository[] = [];
  for (const target of targets) {
    const other =
      target.url === repository.target.url ? undefined : await openRepository(target, keys).catch(() => undefined);
    if (other !== undefined) others.push(other);
  }
  const begun = await readRestoreState(config);
  const backupId = id ?? begun?.backupId ?? [...(await listManifests(repository)).keys()].at(-1);
  if (backupId === undefined) throw new BackupFault('NO_BACKUP', url);
  const manifest = await openManifest(repository, backupId);
  print(`Backup ${manifest.id} of ${manifest.finishedAt}`);
  const { lost } = await restorePlace({
    ...{ config, repository, manifest, others, print },
    database: databaseOf(config),
    storage: await openStorage(config),
    register: keyStoreOf(config).register,
  });
  await migrate(databaseOf(config));
  const app = await createApp({ ...config, LOG_LEVEL: 'warn' });
  try {
    const ctx = app.contextFor({ actor: system, requestId: `restore-${newId()}` });
    await finishRestore(ctx, { repository, manifest, lost, print });
  } finally {
    await app.close();
  }
  await endRestoreState(config);
  for (const versionId of lost.slice(0, 20)) print(`Lost: ${versionId}`);
  print(
    lost.length === 0 ? 'Done. Run backup:check, then start the server.' : `Done, but ${lost.length} files are lost.`,
  );
  return lost.length === 0 ? backupCodes.done : backupCodes.damaged;
}

const check = ({ contextFor, within, print }: CommandTools): Command => ({
  usage: 'backup:check',
  does: 'reads every file and compares it with its row, each invoice series with the last number shown, and the audit log with its checkpoints; exits 17 when something differs',
  run: (config) =>
    within(config, async (app) => {
      const { files, bytes, damaged, series } = await checkPlace(contextFor(app));
      print(`Files: ${files}, ${bytes} bytes, ${damaged.length === 0 ? 'OK' : `${damaged.length} damaged`}`);
      for (const id of damaged.slice(0, 20)) print(`  damaged ${id}`);
      const behind = series.filter(({ next, mark }) => next <= mark);
      for (const { series: name, next, mark } of series)
        print(
          `Series ${name}: next ${next}, ${next > mark ? 'OK' : `but ${mark} was shown: make the lost invoices again, then invoices:resume ${name}`}`,
        );
      const { found } = await verifyAnchored({
        ...{ db: contextFor(app).db, config, key: keyFor(config), signer: app.services.auditSigner },
      });
      const isWhole = found.verdict === 'OK' || found.verdict === 'UNSEALED_TAIL';
      print(`Audit log: ${isWhole ? 'OK' : found.verdict}`);
      const isOk = damaged.length === 0 && behind.length === 0 && isWhole;
      print(isOk ? 'OK' : 'DIFFERS');
      return isOk ? backupCodes.done : backupCodes.differs;
    }),
});

/** What an operator does after a disaster. */
export const restoreCommands = (tools: CommandTools): Readonly<Record<string, Command>> => ({
  'backup:restore': restore(tools),
  'backup:check': check(tools),
});
