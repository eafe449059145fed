import { optionOf, type Command, type CommandTools } from './command.ts';
import { answering, backupCodes } from './backup-codes.ts';
import { restoreCommands } from './restores.ts';
import { openTarget } from '../composition/storage-adapters.ts';
import type { AppContext } from '../services/platform/context.ts';
import {
  beginBackup,
  forgetKeys,
  keepTombstones,
  listManifests,
  makeBackup,
  openManifest,
  openRepository,
  previewBackup,
  pruneBackups,
  targetNumbered,
  verifyBackup,
  type BackupPlaces,
  type BackupVerdict,
} from '../services/backups/index.ts';

const mebibytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

const create = ({ contextFor, within, print }: CommandTools): Command => ({
  usage: 'backup:create [--target NUMBER] [--label TEXT] [--dry-run]',
  does: 'makes a backup of everything, here and now; NUMBER is that of BACKUP_TARGETS, the first unless given; a labelled one is kept until an admin deletes it; --dry-run reads everything, says what would be new at the target and whether it has the space (19), and writes nothing',
  run: (config, args) =>
    within(config, (app) =>
      answering(print, async () => {
        const ctx = contextFor(app);
        const target = targetNumbered(ctx, Number(optionOf(args, 'target') ?? 1));
        if (args.includes('--dry-run')) return preview(ctx, target.url, print);
        const label = optionOf(args, 'label') ?? null;
        const { id } = await ctx.run(beginBackup, { target: target.url, trigger: 'MANUAL', label, isQueued: false });
        print(`Backup ${id} to ${target.url}`);
        await makeBackup(ctx, { backupId: id });
        const made = await ctx.db.selectFrom('backup').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
        await keepTombstones(ctx);
        if (made.status !== 'COMPLETE') return failed(print, made.failure);
        print(`COMPLETE: ${mebibytes(Number(made.size_bytes))}, of which ${mebibytes(Number(made.added_bytes))} new`);
        return backupCodes.done;
      }),
    ),
});

function failed(print: CommandTools['print'], failure: string | null): number {
  print(`FAILED: ${failure}`);
  const isOfTarget = failure === 'BACKUP_TARGET_UNAVAILABLE' || failure === 'STORAGE_FULL';
  return isOfTarget ? backupCodes.unreachable : backupCodes.failed;
}

async function preview(ctx: AppContext, target: string, print: CommandTools['print']): Promise<number> {
  const { rows, objects, objectBytes, addedBytes, lost, freeBytes } = await previewBackup(ctx, { target });
  print(`Would be copied to ${target}: ${rows} rows, ${objects} objects (${mebibytes(objectBytes)})`);
  print(`New there: ${mebibytes(addedBytes)}`);
  if (lost > 0) print(`${lost} files are damaged or gone in the storage, and would be missing`);
  if (freeBytes === undefined || freeBytes >= addedBytes) return backupCodes.done;
  print(`STORAGE_FULL: only ${mebibytes(freeBytes)} are free`);
  return backupCodes.unreachable;
}

const list = ({ contextFor, within, print }: CommandTools): Command => ({
  usage: 'backup:list [--target URL]',
  does: 'lists the backups of every target, or of the one at URL (file:/mnt/other-disk/atelier): read there, and not from the database',
  run: (config, args) =>
    within(config, (app) =>
      answering(print, async () => {
        const { backups } = contextFor(app);
        const url = optionOf(args, 'target');
        const targets = url === undefined ? backups.targets : [openTarget(url)];
        let found = 0;
        for (const target of targets) found += Number(await listOne(print, target, backups.keys));
        return url !== undefined && found === 0 ? backupCodes.unreachable : backupCodes.done;
      }),
    ),
});

/** One line for each, the oldest first; false where there is no repository. */
async function listOne(
  print: CommandTools['print'],
  target: BackupPlaces['targets'][number],
  keys: BackupPlaces['keys'],
): Promise<boolean> {
  print(target.url);
  const repository = await openRepository(target, keys);
  if (repository === undefined) {
    print('  no backup');
    return false;
  }
  for (const id of (await listManifests(repository)).keys()) {
    const line = await openManifest(repository, id).then(
      ({ finishedAt, rung, summary }) =>
        `${finishedAt}  ${rung.padEnd(7)}  ${summary.rows} rows, ${summary.objects} objects, ${mebibytes(summary.objectBytes)}`,
      (error: Error) => error.message,
    );
    print(`  ${id}  ${line}`);
  }
  return true;
}

const verify = ({ contextFor, within, print }: CommandTools): Command => ({
  usage: 'backup:verify [ID] [--sample PERCENT] [--full] [--dry-run]',
  does: 'reads a backup, the newest unless given, and compares every hash; opens that share of the files, or all; mends what a whole copy mends; exits 18 when something stays damaged; --dry-run mends nothing, and remembers nothing',
  run: (config, args) =>
    within(config, (app) =>
      answering(print, async () => {
        const ctx = contextFor(app);
        const dryRun = args.includes('--dry-run');
        const verdict = await verifyBackup(ctx, {
          backupId: await chosenIn(ctx, args),
          sample: sampleOf(args),
          dryRun,
        });
        for (const line of linesOf(verdict, dryRun)) print(line);
        return isWhole(verdict, dryRun) ? backupCodes.done : backupCodes.damaged;
      }),
    ),
});

const sampleOf = (args: readonly string[]): number =>
  args.includes('--full') ? 100 : Number(optionOf(args, 'sample') ?? 0);

/** The backup that is named, or the newest. */
async function chosenIn({ db }: AppContext, [first = '--']: readonly string[]): Promise<string> {
  if (!first.startsWith('--')) return first;
  const whole = db.selectFrom('backup').select('id').where('status', 'in', ['COMPLETE', 'DAMAGED']);
  return (await whole.orderBy('id', 'desc').limit(1).executeTakeFirst())?.id ?? '';
}

/** What a dry run found to be mended is damaged still. */
const isWhole = ({ healed, damaged }: BackupVerdict, dryRun: boolean): boolean =>
  damaged.length + (dryRun ? healed.length : 0) === 0;

function linesOf(verdict: BackupVerdict, dryRun: boolean): string[] {
  const { things, bytes, opened, healed, damaged } = verdict;
  const mended = dryRun ? 'would be mended' : 'mended';
  return [
    ...damaged.slice(0, 20).map(({ code, name }) => `${code} ${name}`),
    ...healed.slice(0, 20).map(({ name }) => `${mended} ${name}`),
    `${isWhole(verdict, dryRun) ? 'OK' : 'DAMAGED'}: ${things} things, ${mebibytes(bytes)} read, ${opened} files opened, ${healed.length} ${mended}, ${damaged.length} damaged`,
  ];
}

const prune = ({ contextFor, within, print }: CommandTools): Command => ({
  usage: 'backup:prune [--dry-run]',
  does: 'deletes backups whose time is over, and what no backup needs any more by a second look a day later; --dry-run only counts',
  run: (config, args) =>
    within(config, (app) =>
      answering(print, async () => {
        const dryRun = args.includes('--dry-run');
        const { backups, marked, removed, bytes } = await pruneBackups(contextFor(app), { dryRun });
        print(
          `${dryRun ? 'Would be done' : 'Done'}: ${backups} backups deleted, ${marked} things marked, ${removed} removed (${mebibytes(bytes)})`,
        );
        return backupCodes.done;
      }),
    ),
});

const forget = ({ contextFor, within, print }: CommandTools): Command => ({
  usage: 'backup:forget [--dry-run]',
  does: 'takes keys that were destroyed since out of every backup that is not protected any more; the server does it every night; --dry-run only counts',
  run: (config, args) =>
    within(config, (app) =>
      answering(print, async () => {
        const dryRun = args.includes('--dry-run');
        const { backups, keys } = await forgetKeys(contextFor(app), { dryRun });
        print(`${dryRun ? 'Would be done' : 'Done'}: ${keys} keys taken out of ${backups} backups`);
        return backupCodes.done;
      }),
    ),
});

/** What an operator does with backups. */
export const backupCommands = (tools: CommandTools): Readonly<Record<string, Command>> => ({
  'backup:create': create(tools),
  'backup:list': list(tools),
  'backup:verify': verify(tools),
  'backup:prune': prune(tools),
  'backup:forget': forget(tools),
  ...restoreCommands(tools),
});
