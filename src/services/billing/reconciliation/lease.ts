import { LockMode, UniqueConstraintViolationException } from '@mikro-orm/core';
import { Reconciliation } from '../../../entities/billing/reconciliation.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { writing } from '../../platform/orm/values.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { Span } from './kind.ts';

const dayMs = 24 * 3_600_000;
/** Longer than a page takes when the provider answers nothing. */
export const leaseMs = 15 * 60_000;
const running = 'RUNNING';

/** A reconciliation that this process works on, and where it was left. */
export interface Taken extends Span {
  readonly id: string;
  readonly workerId: string;
  readonly step: string | null;
  readonly place: string;
  /** Another process, or another turn, began it. */
  readonly isTakenUp: boolean;
}

/** Somebody else works on one, for so long at least. */
export interface Busy {
  readonly busyForMs: number;
}

/** Begins a reconciliation of the last days, or goes on with the one that was left; there is one at a time. */
export async function takeReconciliation(
  { run }: Pick<AppContext, 'run'>,
  input: { readonly days: number },
): Promise<Taken | Busy> {
  try {
    return await run(takeRow, input);
  } catch (error) {
    // Another process began one at the same moment.
    if (error instanceof UniqueConstraintViolationException) return { busyForMs: leaseMs };
    throw error;
  }
}

async function takeRow({ em, now }: Tx<'em' | 'now'>, { days }: { readonly days: number }): Promise<Taken | Busy> {
  const begun = await em.findOne(Reconciliation, { runningAs: running }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const found =
    begun ??
    em.create(Reconciliation, { runningAs: running, since: new Date(now.getTime() - days * dayMs), until: now });
  const { leaseUntil } = found;
  if (leaseUntil && leaseUntil > now) return { busyForMs: leaseUntil.getTime() - now.getTime() };
  found.workerId = newId();
  found.leaseUntil = new Date(now.getTime() + leaseMs);
  await em.flush();
  const { id, workerId, since, until, step = null, place = '' } = found;
  return { id, workerId, since, until, step, place, isTakenUp: begun !== null };
}

export interface Progress {
  readonly taken: Taken;
  readonly step: string;
  readonly place: string;
  readonly examined: number;
  readonly unread: number;
}

/** Remembers how far it is, and holds the lease. Refused with `CONFLICT` when another process has taken it over. */
export async function saveProgress(
  { em, now }: Tx<'em' | 'now'>,
  { taken, step, place, examined, unread }: Progress,
): Promise<void> {
  const { numUpdatedRows } = await writing(em)
    .db.updateTable('reconciliation')
    .set(({ eb }) => ({
      step,
      place,
      examined: eb('examined', '+', examined),
      unread: eb('unread', '+', unread),
      lease_until: new Date(now.getTime() + leaseMs),
    }))
    .where('id', '=', taken.id)
    .where('worker_id', '=', taken.workerId)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new DomainError('CONFLICT', { reconciliationId: taken.id });
}

/** Between two turns anybody may go on with it. */
export async function releaseReconciliation({ em }: Tx<'em'>, { id, workerId }: Taken): Promise<void> {
  await writing(em)
    .db.updateTable('reconciliation')
    .set({ worker_id: null, lease_until: null })
    .where('id', '=', id)
    .where('worker_id', '=', workerId)
    .execute();
}
