import { localDateOf } from '../kernel/format.ts';
import { DomainError, fieldError } from '../kernel/errors.ts';
import { lockedForUpdate, instantFrom, writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { lockState } from './clock-guard.ts';
import { markOf } from './invoice-marks.ts';
import { creditLaterTask, issueLaterTask } from './tasks/issue-later.task.ts';

export interface ConfirmedClock {
  readonly now: Date;
  /** Series that were opened under a clock ahead of time: they rest until their year comes. */
  readonly setAside: readonly string[];
  /** How many invoices and credit notes waited, and are issued now. */
  readonly waiting: number;
}

type ConfirmNeeds = Tx<'em' | 'now' | 'config' | 'record'>;

/**
 * Somebody says that the clock is right now: invoices are dated by it from here on. Series of years to come are set aside,
 * with the numbers that were given; `last` names the last true number of a series, where the database does not know it.
 */
export async function confirmClock(tx: ConfirmNeeds, { last }: { last?: string | undefined }): Promise<ConfirmedClock> {
  const { em, now, record } = tx;
  const { db } = writing(em);
  const before = await lockState(tx);
  await db.updateTable('clock_state').set({ believed_at: now, stopped_at: null }).where('id', '=', 1).execute();
  const setAside = await setAsideLater(tx);
  if (last !== undefined) await goOnAfter(tx, last);
  // A number that was dated ahead of time stays as it is; the next ones are dated by the clock that was confirmed.
  await db
    .updateTable('invoice_counter')
    .set({ last_issued_at: now })
    .where('set_aside_at', 'is', null)
    .where('last_issued_at', '>', now)
    .execute();
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set({ run_at: now })
    .where('kind', 'in', [issueLaterTask.kind, creditLaterTask.kind])
    .where('state', 'in', ['PENDING', 'RETRYING'])
    .executeTakeFirst();
  record({
    action: 'CLOCK_CONFIRMED',
    payload: {
      now: now.toISOString(),
      believedAt: before.believedAt.toISOString(),
      wasStopped: before.isStopped,
      setAside,
      last: last ?? null,
    },
  });
  return { now, setAside, waiting: Number(numUpdatedRows) };
}

const yearOf = (series: string): string => series.slice(-4);

async function setAsideLater({ em, now, config }: ConfirmNeeds): Promise<string[]> {
  const { db, dialect } = writing(em);
  const year = localDateOf(now, config.TIME_ZONE).slice(0, 4);
  const rows = await lockedForUpdate(
    db.selectFrom('invoice_counter').select('series').where('set_aside_at', 'is', null).orderBy('series'),
    dialect,
  ).execute();
  const later = rows.map(({ series }) => series).filter((series) => yearOf(series) > year);
  if (later.length > 0)
    await db.updateTable('invoice_counter').set({ set_aside_at: now }).where('series', 'in', later).execute();
  return later;
}

/** A number of this year or one before, taken apart. */
function numberFrom(text: string, year: string): { series: string; sequence: number } {
  const [, series = '', digits = ''] = /^((?:FACT|AVOIR)-\d{4})-(\d{6,12})$/.exec(text) ?? [];
  if (series === '' || yearOf(series) > year) throw fieldError('last', 'invoiceNumber');
  return { series, sequence: Number(digits) };
}

/** Lets a series go on behind the number that is named. Numbers that were given, or shown to anybody, are never given again. */
async function goOnAfter({ em, now, config }: ConfirmNeeds, last: string): Promise<void> {
  const { series, sequence } = numberFrom(last, localDateOf(now, config.TIME_ZONE).slice(0, 4));
  const { db } = writing(em);
  const row = await db
    .selectFrom('invoice_counter')
    .select(['next_number', 'last_issued_at'])
    .where('series', '=', series)
    .executeTakeFirst();
  const known = Math.max(Number(row?.next_number ?? 1) - 1, markOf(config, series));
  if (sequence < known) throw new DomainError('ACTION_NOT_ALLOWED', { series, last: known });
  const next = { next_number: sequence + 1, set_aside_at: null };
  await (
    row === undefined
      ? db.insertInto('invoice_counter').values({ series, last_issued_at: now, ...next })
      : db
          .updateTable('invoice_counter')
          .set({ ...next, last_issued_at: instantFrom(row.last_issued_at) })
          .where('series', '=', series)
  ).execute();
}
