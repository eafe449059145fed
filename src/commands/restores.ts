import { createApp } from '../app.ts';
import { keyStoreOf } from '../adapters.ts';
import { openBackups, openStorage, openTarget } from '../composition/storage-adapters.ts';
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
  previewRestore,
  readRestoreState,
  restorePlace,
  type FinishRestore,
  type PlaceCheck,
  type Repository,
} from '../services/backups/index.ts';
import { DomainError } from '../services/kernel/errors.ts';
import type { Config } from '../services/platform/config.ts';
import { migrate } from '../services/platform/orm/migrate.ts';
import { databaseOf } from '../services/platform/orm/orm.ts';
import { keyFor } from './audit.ts';
import { answering, backupCodes } from './backup-codes.ts';
import { onTerminal, type Ask } from './kit-shares.ts';
import { ensureKeys } from './restore-keys.ts';
import { optionOf, type Command, type CommandTools } from './command.ts';

const restore = (tools: CommandTools, ask: Ask): Command => ({
  usage: 'backup:restore --target URL [--id ID] [--shares] [--dry-run]',
  does: 'restores everything from the newest backup at URL (file:/mnt/other-disk/atelier, s3://bucket/prefix), or that of ID, into an empty database and an empty DATA_DIR; --shares asks for shares of the emergency kit when KEYS_DIR is lost; cut short, the same command goes on; the server starts when it is done; --dry-run says what would be restored, and whether it can be',
  run: (config, args) =>
    answering(tools.print, async () => {
      const url = optionOf(args, 'target');
      if (url === undefined) {
        tools.print('Say where the backups are: --target file:/mnt/other-disk/atelier');
        return 2;
      }
      const target = openTarget(url);
      const isDryRun = args.includes('--dry-run');
      const isByShares = args.includes('--shares') && !isDryRun;
      const code = await ensureKeys(tools, ask, { config, target, isByShares });
      if (code !== backupCodes.done) return code;
      return restoreFrom(tools, config, { target, id: optionOf(args, 'id'), isDryRun });
    }),
});

interface Wanted {
  readonly target: Repository['target'];
  readonly id: string | undefined;
  readonly isDryRun: boolean;
}

async function restoreFrom({ print }: CommandTools, config: Config, wanted: Wanted): Promise<number> {
  const { target, id, isDryRun } = wanted;
  const { keys } = openBackups(config);
  const repository = await openRepository(target, keys);
  if (repository === undefined) throw new DomainError('BACKUP_TARGET_UNAVAILABLE', { target: target.url });
  const manifest = await openManifest(repository, id ?? (await begunOrNewest(config, repository)));
  print(`Backup ${manifest.id} of ${manifest.finishedAt}`);
  const place = {
    ...{ config, repository, manifest, print },
    others: await othersThan(config, repository),
    database: databaseOf(config),
    storage: await openStorage(config),
  };
  if (isDryRun) return preview(place);
  const { lost } = await restorePlace({ ...place, register: keyStoreOf(config).register });
  await migrate(databaseOf(config));
  await finishIn(config, { repository, manifest, lost, print });
  await endRestoreState(config);
  for (const versionId of lost.slice(0, 20)) print(`Lost: ${versionId}`);
  print(
    lost.length === 0 ? 'Done. Run backup:check, then start the server.' : `Done, but ${lost.length} files are lost.`,
  );
  return lost.length === 0 ? backupCodes.done : backupCodes.damaged;
}

async function preview(place: Parameters<typeof previewRestore>[0]): Promise<number> {
  const lost = await previewRestore(place);
  place.print(lost === 0 ? 'Nothing was changed.' : `Nothing was changed. ${lost} files are nowhere.`);
  return lost === 0 ? backupCodes.done : backupCodes.damaged;
}

/** A restore that was cut goes on with its own backup, whatever came since. */
async function begunOrNewest(config: Config, repository: Repository): Promise<string> {
  const begun = await readRestoreState(config);
  const id = begun?.backupId ?? [...(await listManifests(repository)).keys()].at(-1);
  if (id === undefined) throw new BackupFault('NO_BACKUP', repository.target.url);
  return id;
}

/** The other targets of the settings, as far as they can be reached: what is damaged here is taken from there. */
async function othersThan(config: Config, { target: own }: Repository): Promise<Repository[]> {
  const { targets, keys } = openBackups(config);
  const others = targets.filter(({ url }) => url !== own.url);
  const opened = await Promise.all(others.map((target) => openRepository(target, keys).catch(() => undefined)));
  return opened.filter((other) => other !== undefined);
}

async function finishIn(config: Config, finish: FinishRestore): Promise<void> {
  const app = await createApp({ ...config, LOG_LEVEL: 'warn' });
  try {
    await finishRestore(app.contextFor({ actor: system, requestId: `restore-${newId()}` }), finish);
  } finally {
    await app.close();
  }
}

const check = ({ contextFor, within, print }: CommandTools): Command => ({
  usage: 'backup:check',
  does: 'counts the documents of cabinets, reads every file and compares it with its row, each invoice series with the last number shown, and the audit log with its checkpoints; exits 17 when something differs',
  run: (config) =>
    within(config, async (app) => {
      const place = await checkPlace(contextFor(app));
      const { found } = await verifyAnchored({
        ...{ db: contextFor(app).db, config, key: keyFor(config), signer: app.services.auditSigner },
      });
      const isWhole = found.verdict === 'OK' || found.verdict === 'UNSEALED_TAIL';
      for (const line of linesOf(place)) print(line);
      print(`Audit log: ${isWhole ? 'OK' : found.verdict}`);
      const isOk = place.damaged.length === 0 && !place.series.some(isBehind) && isWhole;
      print(isOk ? 'OK' : 'DIFFERS');
      return isOk ? backupCodes.done : backupCodes.differs;
    }),
});

const isBehind = ({ next, mark }: PlaceCheck['series'][number]): boolean => next <= mark;

const linesOf = ({ files, bytes, damaged, documents, series }: PlaceCheck): string[] => [
  lineOf(documents),
  `Files: ${files}, ${bytes} bytes, ${damaged.length === 0 ? 'OK' : `${damaged.length} damaged`}`,
  ...damaged.slice(0, 20).map((id) => `  damaged ${id}`),
  ...series.map((one) => {
    const { series: name, next, mark } = one;
    return `Series ${name}: next ${next}, ${isBehind(one) ? `but ${mark} was shown: make the lost invoices again, then invoices:resume ${name}` : 'OK'}`;
  }),
];

const lineOf = ({ documents, versions, forgotten }: PlaceCheck['documents']): string =>
  `Documents: ${documents} in ${versions} versions${forgotten > 0 ? `, ${forgotten} of them forgotten for good` : ''}`;

/** What an operator does after a disaster. */
export const restoreCommands = (tools: CommandTools, ask: Ask = onTerminal()): Readonly<Record<string, Command>> => ({
  'backup:restore': restore(tools, ask),
  'backup:check': check(tools),
});
