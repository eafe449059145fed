import { Backup } from '../../../entities/backups/backup.entity.ts';
import { BackupObject } from '../../../entities/backups/backup-object.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { transition } from '../../kernel/states.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { backupStates } from '../backup.states.ts';
import { backupDamaged, backupHealed } from '../events.ts';
import { BackupFault } from '../format/backup-fault.ts';
import { canHeal, heal } from '../repository/heal.ts';
import { openSample } from '../repository/open-sample.ts';
import { openManifest } from '../repository/repository.ts';
import { verifyHashes, verifyOrder, type Damage } from '../repository/verify.ts';
import { lockedFor } from './lock-backup.ts';
import { repositoryToRead } from '../targets.ts';

export interface VerifyBackup {
  readonly backupId: string;
  /** So many percent of the files are opened too. */
  readonly sample: number;
  /** Only looks: mends nothing, and remembers nothing. */
  readonly dryRun?: boolean;
}

/** What a verification found. */
export interface BackupVerdict {
  readonly things: number;
  readonly bytes: number;
  readonly opened: number;
  /** By a dry run what would be: it is damaged still. */
  readonly healed: readonly Damage[];
  /** What stays damaged. */
  readonly damaged: readonly Pick<Damage, 'name' | 'code'>[];
}

type Needed = Pick<AppContext, 'run' | 'db' | 'vault' | 'backups' | 'now'>;

/** Verifies a backup and mends what a whole copy mends. Errors: NOT_FOUND, BACKUP_RUNNING, BACKUP_TARGET_UNAVAILABLE. */
export async function verifyBackup(ctx: Needed, request: VerifyBackup): Promise<BackupVerdict> {
  const { backupId, dryRun = false } = request;
  const backup = await ctx.run(findVerifiable, backupId);
  // A copy that mends is locked as what it takes the place of.
  const protection = { until: backup.protectedUntil, now: ctx.now };
  const repository = lockedFor(await repositoryToRead(ctx, backup.target), protection);
  const verdict = await verdictOf(ctx, repository, request);
  if (!dryRun) await ctx.run(recordVerdict, { backupId, verdict, target: backup.target });
  return verdict;
}

async function findVerifiable({ em }: Tx<'em'>, id: string): Promise<Backup> {
  const backup = await em.findOne(Backup, { id });
  if (backup === null) throw new DomainError('NOT_FOUND');
  if (backup.status === 'RUNNING') throw new DomainError('BACKUP_RUNNING', { backupId: id });
  if (backup.status !== 'COMPLETE' && backup.status !== 'DAMAGED')
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'verify', status: backup.status });
  return backup;
}

type Opening = Awaited<ReturnType<typeof repositoryToRead>>;

async function verdictOf(ctx: Needed, repository: Opening, request: VerifyBackup): Promise<BackupVerdict> {
  const { backupId, sample, dryRun = false } = request;
  try {
    const manifest = await openManifest(repository, backupId);
    await verifyOrder(repository, manifest);
    const { things, bytes, damages } = await verifyHashes(repository, manifest);
    const { healed, damaged } = await mended(damages, (damage) => (dryRun ? canHeal : heal)(ctx, repository, damage));
    const remaining = dryRun ? damages : damaged;
    const isOpened = sample > 0 && isReadable(remaining);
    const opened = isOpened
      ? await openSample(repository, manifest, { vault: ctx.vault, percent: sample })
      : { opened: 0, damages: [] };
    const known = new Set(remaining.map(({ name }) => name));
    return {
      ...{ things, bytes, healed, opened: opened.opened },
      damaged: [...damaged, ...opened.damages.filter(({ name }) => !known.has(name))],
    };
  } catch (error) {
    if (!(error instanceof BackupFault)) throw error;
    return { things: 0, bytes: 0, opened: 0, healed: [], damaged: [{ name: error.at, code: error.code }] };
  }
}

async function mended(damages: readonly Damage[], mend: (damage: Damage) => Promise<boolean>) {
  const [healed, damaged]: [Damage[], Damage[]] = [[], []];
  for (const damage of damages) ((await mend(damage)) ? healed : damaged).push(damage);
  return { healed, damaged };
}

/** Rows and lists are whole: what they name can be opened. */
const isReadable = (damages: readonly Damage[]): boolean => damages.every(({ code }) => code.startsWith('OBJECT_'));

async function recordVerdict(
  tx: Tx<'em' | 'now' | 'emit' | 'record'>,
  { backupId, verdict, target }: { backupId: string; verdict: BackupVerdict; target: string },
): Promise<void> {
  const backup = await tx.em.findOneOrFail(Backup, { id: backupId });
  backup.verifiedAt = tx.now;
  backup.failure = verdict.damaged[0]?.code ?? null;
  judge(backup, verdict);
  await tx.em.nativeDelete(BackupObject, { target, state: 'DAMAGED' });
  for (const { name } of verdict.damaged.slice(0, 1_000))
    tx.em.create(BackupObject, { target, name: name.slice(0, 120), state: 'DAMAGED', sizeBytes: 0, foundAt: tx.now });
  reportVerdict(tx, backupId, verdict);
}

function judge(backup: Backup, { damaged }: BackupVerdict): void {
  if (damaged.length > 0 && backup.status === 'COMPLETE') transition(backupStates, backup, 'damage');
  if (damaged.length === 0 && backup.status === 'DAMAGED') transition(backupStates, backup, 'heal');
}

function reportVerdict({ record, emit }: Tx<'emit' | 'record'>, backupId: string, verdict: BackupVerdict): void {
  const [damaged, healed] = [verdict.damaged.length, verdict.healed.length];
  record({ action: 'BACKUP_VERIFIED', targetId: backupId, payload: { things: verdict.things, damaged, healed } });
  if (damaged > 0) {
    record({ action: 'BACKUP_DAMAGED', targetId: backupId, payload: { damaged } });
    emit(backupDamaged, { backupId, damaged });
  }
  if (healed > 0) {
    record({ action: 'BACKUP_HEALED', targetId: backupId, payload: { healed } });
    emit(backupHealed, { backupId, healed });
  }
}
