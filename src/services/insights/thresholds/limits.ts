import type { ThresholdKind } from '../../../entities/insights/threshold-limit.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { money, type Money } from '../../kernel/money.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { Db } from '../../platform/context.ts';
import { today } from '../buckets.ts';
import { momentOf, type StatsContext } from '../stats-context.ts';
import { thresholdFigures, type ThresholdFigures } from './threshold-state.ts';

export interface LimitRow {
  readonly id: string;
  readonly kind: ThresholdKind;
  readonly amount: Money;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly activityFrom: string | null;
  readonly source: string;
}

async function limitsOf(db: Db, inForceOn?: string): Promise<LimitRow[]> {
  let query = db.selectFrom('threshold_limit').selectAll().orderBy('kind').orderBy('valid_from').orderBy('id');
  if (inForceOn !== undefined)
    query = query
      .where('valid_from', '<=', inForceOn)
      .where(({ or, eb }) => or([eb('valid_to', 'is', null), eb('valid_to', '>=', inForceOn)]));
  return (await query.execute()).map((row) => ({
    id: row.id,
    kind: row.kind,
    amount: money(Number(row.amount_cents), row.currency),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    activityFrom: row.activity_from,
    source: row.source,
  }));
}

/** Every limit that was ever entered, for those who read figures. */
export async function thresholdLimits(ctx: Pick<StatsContext, 'db' | 'actor'>): Promise<LimitRow[]> {
  requirePermission(ctx.actor, 'stats:read');
  return limitsOf(ctx.db);
}

/** Those in force on a local day. */
export const limitsInForce = (db: Db, day: string): Promise<LimitRow[]> => limitsOf(db, day);

export interface AlarmRow {
  readonly percent: number;
  readonly reachedAt: Date;
}

export interface ThresholdRow extends ThresholdFigures {
  readonly limitRow: LimitRow;
  readonly year: number;
  readonly alarms: readonly AlarmRow[];
}

/** The running year against each limit that is in force today; none entered: an empty list. */
export async function thresholds(ctx: StatsContext): Promise<ThresholdRow[]> {
  requirePermission(ctx.actor, 'stats:read');
  const moment = momentOf(ctx);
  const { year } = today(moment);
  const rows: ThresholdRow[] = [];
  for (const limitRow of await limitsInForce(ctx.db, today(moment).toString()))
    rows.push({
      ...{ limitRow, year, alarms: await alarmsOf(ctx.db, limitRow.id, year) },
      ...(await thresholdFigures(ctx.db, { limit: limitRow, year, moment })),
    });
  return rows;
}

async function alarmsOf(db: Db, limitId: string, year: number): Promise<AlarmRow[]> {
  const rows = await db
    .selectFrom('threshold_alarm')
    .select(['percent', 'reached_at'])
    .where('limit_id', '=', limitId)
    .where('year', '=', year)
    .orderBy('percent')
    .execute();
  return rows.map(({ percent, reached_at }) => ({ percent, reachedAt: instantFrom(reached_at) }));
}
