import { Backup } from '../../../entities/backups/backup.entity.ts';
import type { BackupTarget } from '../../adapters/backup-target/port.ts';
import { requirePermission } from '../../access/actor.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { allows } from '../../kernel/states.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
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

async function markProtected(target: BackupTarget, { backupId, until }: ProtectBackup): Promise<void> {
  try {
    const name = protectionName(backupId, until);
    const there = await target.open(name);
    await there?.close();
    if (there === undefined) await writeWhole(target, name, Buffer.from(until.toISOString()));
    await target.persist();
  } catch (cause) {
    throw new DomainError('BACKUP_TARGET_UNAVAILABLE', { target: target.url }, { cause });
  }
}

async function openProtected({ em, now }: Tx<'em' | 'now'>, { backupId: id, until }: ProtectBackup): Promise<Backup> {
  if (until <= now) throw fieldError('input.until', 'minDate');
  if (until.getTime() > now.getTime() + mostDays * dayMs) throw fieldError('input.until', 'maxDate');
  const backup = await em.findOne(Backup, { id });
  if (backup === null) throw new DomainError('NOT_FOUND');
  const { status, protectedUntil } = backup;
  if (!allows(backupStates, status, 'delete'))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'protect', status });
  if (protectedUntil !== null && protectedUntil > until)
    throw new DomainError('BACKUP_PROTECTED', { until: protectedUntil.toISOString() });
  return backup;
}

async function noteProtection(tx: Tx<'em' | 'now' | 'record'>, input: ProtectBackup): Promise<Backup> {
  const backup = await openProtected(tx, input);
  backup.protectedUntil = input.until;
  const payload = { until: input.until.toISOString() };
  tx.record({ action: 'BACKUP_PROTECTION_EXTENDED', targetId: backup.id, payload });
  return backup;
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
