import { Backup } from '../../../entities/backups/backup.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { backupProgress } from '../live.ts';

const leaseMs = 60_000;
const beatMs = 1_000;

/** How far a backup is. */
export interface Progress {
  rows: number;
  objects: number;
  bytes: number;
  addedBytes: number;
}

/** The right to write one backup, renewed while it is used. */
export interface Lease {
  readonly holder: string;
  /** Renews the lease when it is time, and shows the progress; BACKUP_RUNNING when another has it. */
  beat(progress: Progress): Promise<void>;
  /** Renews it now: what follows is nobody else's. Answers the present instant. */
  assure(): Promise<Date>;
}

type Claimed = { readonly backupId: string; readonly holder: string };

/** Takes a backup that nobody copies; one whose process died is free a minute later. Null when it is over. */
export async function takeLease({ run }: Pick<AppContext, 'run'>, backupId: string): Promise<Lease | null> {
  const claimed: Claimed = { backupId, holder: newId() };
  if (!(await run(claim, claimed))) return null;
  let last = performance.now();
  return {
    holder: claimed.holder,
    assure: () => run(renew, { ...claimed, progress: undefined }),
    beat: async (progress) => {
      if (performance.now() - last < beatMs) return;
      last = performance.now();
      await run(renew, { ...claimed, progress: { ...progress } });
    },
  };
}

const until = (now: Date): Date => new Date(now.getTime() + leaseMs);

async function claim({ em, now }: Tx<'em' | 'now'>, { backupId, holder }: Claimed): Promise<boolean> {
  const backup = await em.findOneOrFail(Backup, { id: backupId });
  if (backup.status !== 'RUNNING') return false;
  if (backup.leaseUntil !== null && backup.leaseUntil > now) throw new DomainError('BACKUP_RUNNING', { backupId });
  // The version of the row lets one of two that come at the same instant win; the other sees its lease.
  backup.holder = holder;
  backup.leaseUntil = until(now);
  return true;
}

async function renew(
  { em, now, publish }: Tx<'em' | 'now' | 'publish'>,
  { backupId, holder, progress }: Claimed & { progress: Progress | undefined },
): Promise<Date> {
  const renewed = await em.nativeUpdate(
    Backup,
    { id: backupId, holder, status: 'RUNNING' },
    { leaseUntil: until(now), ...(progress && { addedBytes: progress.addedBytes }) },
  );
  if (renewed !== 1) throw new DomainError('BACKUP_RUNNING', { backupId });
  if (progress !== undefined) publish(backupProgress, backupId, { backupId, status: 'RUNNING', ...progress });
  return now;
}
