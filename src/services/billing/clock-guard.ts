import { sql } from 'kysely';
import { newestEntryAt } from '../audit/index.ts';
import { dialectOfManager, lockedForUpdate, instantFrom, writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';

/** Clocks of hosts differ by seconds; an invoice dated before the last one by more is a sign that one of the two is wrong. */
export const toleratedMs = 60_000;
/** A machine that slept or stood still for longer is looked at by a person. */
export const longestJumpMs = 31 * 86_400_000;
/** When the clock was last believed is written down this often; to a month it makes no difference. */
const notedEachMs = 60_000;

/** Why the clock is not believed. */
export interface ClockDoubt {
  readonly kind: 'BEFORE_LAST_INVOICE' | 'JUMPED';
  /** What the clock says, and the instant that speaks against it. */
  readonly now: Date;
  readonly against: Date;
}

type GuardNeeds = Tx<'em' | 'now' | 'record'>;

/**
 * May invoices be dated by this clock? Null when they may. Otherwise they wait, the admins are notified once, and everything
 * else goes on; a clock that was set right is believed again by itself, any other once somebody confirms it. Holds the
 * state until the commit; to be called just before a number is taken.
 */
export async function examineClock(tx: GuardNeeds): Promise<ClockDoubt | null> {
  const { now } = tx;
  const state = await lockState(tx);
  const doubt = doubtOf(now, state);
  const { db } = writing(tx.em);
  if (doubt === null) {
    await noteBelieved(tx, state);
    return null;
  }
  if (!state.isStopped) {
    await db.updateTable('clock_state').set({ stopped_at: now }).where('id', '=', 1).execute();
    tx.record({
      action: 'CLOCK_IMPLAUSIBLE',
      outcome: 'FAILURE',
      payload: { kind: doubt.kind, now: now.toISOString(), against: doubt.against.toISOString() },
    });
  }
  return doubt;
}

async function noteBelieved({ em, now, record }: GuardNeeds, { believedAt, isStopped }: HeldState): Promise<void> {
  if (!isStopped && Math.abs(now.getTime() - believedAt.getTime()) < notedEachMs) return;
  const believed = { believed_at: now, stopped_at: null };
  await writing(em).db.updateTable('clock_state').set(believed).where('id', '=', 1).execute();
  if (isStopped) record({ action: 'CLOCK_BELIEVED', payload: { now: now.toISOString() } });
}

function doubtOf(now: Date, { believedAt, lastIssuedAt: last }: HeldState): ClockDoubt | null {
  if (last !== null && last.getTime() - now.getTime() > toleratedMs)
    return { kind: 'BEFORE_LAST_INVOICE', now, against: last };
  return Math.abs(now.getTime() - believedAt.getTime()) > longestJumpMs
    ? { kind: 'JUMPED', now, against: believedAt }
    : null;
}

export interface HeldState {
  readonly believedAt: Date;
  readonly isStopped: boolean;
  /** When the last invoice was issued, of the series that are not set aside. */
  readonly lastIssuedAt: Date | null;
}

/** The state, locked. An installation that never looked at its clock begins with what its audit log says. */
export async function lockState({ em, now }: Tx<'em' | 'now'>): Promise<HeldState> {
  const { db, dialect } = writing(em);
  const query = lockedForUpdate(
    db
      .selectFrom('clock_state')
      .select((eb) => [
        'believed_at',
        'stopped_at',
        eb
          .selectFrom('invoice_counter')
          .select((counter) => counter.fn.max('last_issued_at').as('last'))
          .where('set_aside_at', 'is', null)
          .as('last'),
      ])
      .where('id', '=', 1),
    dialect,
  );
  const row = await query.executeTakeFirst();
  if (row !== undefined)
    return {
      believedAt: instantFrom(row.believed_at),
      isStopped: row.stopped_at !== null,
      lastIssuedAt: row.last ? instantFrom(row.last) : null,
    };
  const insert = db
    .insertInto('clock_state')
    .values({ id: 1, believed_at: (await newestEntryAt(db)) ?? now, stopped_at: null });
  await (
    dialectOfManager(em) === 'mysql'
      ? insert.onDuplicateKeyUpdate({ id: sql`id` })
      : insert.onConflict((conflict) => conflict.column('id').doNothing())
  ).execute();
  return lockState({ em, now });
}
