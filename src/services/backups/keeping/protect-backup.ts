import { Backup } from '../../../entities/backups/backup.entity.ts';
import type { BackupTarget } from '../../adapters/backup-target/port.ts';
import { requirePermission } from '../../access/actor.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { allows } from '../../kernel/states.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { lockBackupTask } from '../backup-jobs.ts';
import { backupStates } from '../backup.states.ts';
import { protectionName, protectionOfName } from '../format/names.ts';
import { writeWhole } from '../repository/transfer.ts';
import { targetOf } from '../targets.ts';

/** Longer than any backup is kept by itself; keys that are destroyed meanwhile stay in it until then. */
const mostDays = 366;
const dayMs = 86_400_000;

export interface ProtectBackup {
  readonly backupId: string;
  readonly until: Date;
}

type Needed = Pick<AppContext, 'run' | 'backups' | 'actor'>;

/**
 * Nobody deletes a backup before a moment, at most 366 days from now; it can be put off, and never brought forward. Written at the target too,
 * so that it holds after a disaster. Errors: NOT_FOUND, INPUT_INVALID, ACTION_NOT_ALLOWED, BACKUP_PROTECTED, BACKUP_TARGET_UNAVAILABLE.
 */
export async function protectBackup(ctx: Needed, input: ProtectBackup): Promise<Backup> {
  requirePermission(ctx.actor, 'backup:delete');
  const { target: url } = await ctx.run(openProtected, input);
  const target = targetOf(ctx, url);
  await markProtected(target, input);
  return ctx.run(noteProtection, input);
}

async function markProtected(target: BackupTarget, protection: ProtectBackup): Promise<void> {
  try {
    await writeProtection(target, protection);
  } catch (cause) {
    throw new DomainError('BACKUP_TARGET_UNAVAILABLE', { target: target.url }, { cause });
  }
}

/** The mark that says so at the target; may be repeated. */
export async function writeProtection(
  target: Pick<BackupTarget, 'sizeOf' | 'create' | 'persist'>,
  { backupId, until }: ProtectBackup,
): Promise<void> {
  const name = protectionName(backupId, until);
  if ((await target.sizeOf(name)) === undefined) await writeWhole(target, name, Buffer.from(until.toISOString()));
  await target.persist();
}

interface Moment {
  readonly field: string;
  readonly now: Date;
}

/** Refuses a moment that is over, or too far away. Error: INPUT_INVALID. */
export function requireProtection(until: Date | null, { field, now }: Moment): void {
  if (until === null) return;
  if (until <= now) throw fieldError(field, 'minDate');
  if (until.getTime() > now.getTime() + mostDays * dayMs) throw fieldError(field, 'maxDate');
}

async function openProtected({ em, now }: Tx<'em' | 'now'>, { backupId: id, until }: ProtectBackup): Promise<Backup> {
  requireProtection(until, { field: 'input.until', now });
  const backup = await em.findOne(Backup, { id });
  if (backup === null) throw new DomainError('NOT_FOUND');
  const { status, protectedUntil } = backup;
  if (!allows(backupStates, status, 'delete'))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'protect', status });
  if (protectedUntil !== null && protectedUntil > until)
    throw new DomainError('BACKUP_PROTECTED', { until: protectedUntil.toISOString() });
  return backup;
}

async function noteProtection(tx: Tx<'em' | 'now' | 'record' | 'enqueue'>, input: ProtectBackup): Promise<Backup> {
  const backup = await openProtected(tx, input);
  backup.protectedUntil = input.until;
  recordProtection(tx, backup);
  tx.enqueue(lockBackupTask, { backupId: backup.id });
  return backup;
}

/** Entered in the audit log where an admin asked for it. */
export function recordProtection({ record }: Tx<'record'>, backup: Pick<Backup, 'id' | 'protectedUntil'>): void {
  const until = backup.protectedUntil?.toISOString();
  if (until !== undefined) record({ action: 'BACKUP_PROTECTION_EXTENDED', targetId: backup.id, payload: { until } });
}

/** Until when the backups at a target are protected there, by id. */
export async function protectionsAt(target: Pick<BackupTarget, 'list'>): Promise<Map<string, Date>> {
  const found = new Map<string, Date>();
  for await (const { name } of target.list('protected/')) {
    const one = protectionOfName(name);
    if (one === undefined) continue;
    const { id, until } = one;
    if ((found.get(id) ?? until) <= until) found.set(id, until);
  }
  return found;
}
