import { ThresholdAlarm, ThresholdLimit } from '../../../entities/insights/threshold-limit.entity.ts';
import { writing } from '../../platform/orm/values.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { eachRow } from '../../platform/each-row.ts';
import { today, type Moment } from '../buckets.ts';
import { thresholdReached } from '../events.ts';
import { momentOf } from '../stats-context.ts';
import { limitsInForce, type LimitRow } from './limits.ts';
import { thresholdFigures } from './threshold-state.ts';

/** Percent of a limit at which admins are alerted. */
export const alarmPercents = [80, 90, 100] as const;

interface Reached {
  readonly limitId: string;
  readonly year: number;
  readonly percents: readonly number[];
  readonly revenueCents: number;
}

/**
 * Compares the running year with each limit; on 1 January also the year that has just ended, of which the last evening was not
 * looked at. What was alerted once is not alerted again, also when refunds bring the revenue back.
 */
export async function watchThresholds(ctx: Pick<AppContext, 'db' | 'now' | 'config' | 'run'>): Promise<void> {
  const moment = momentOf(ctx);
  const watched = (await toWatch(ctx, moment)).map((each) => ({ id: each.limit.id, ...each }));
  await eachRow(watched, async (limitId, { limit, year }) => {
    const { revenue, limit: prorated } = await thresholdFigures(ctx.db, { limit, year, moment });
    const percents = alarmPercents.filter((percent) => revenue.amount * 100 >= prorated.amount * percent);
    if (percents.length > 0) await ctx.run(noteReached, { limitId, year, percents, revenueCents: revenue.amount });
  });
}

async function toWatch(
  { db }: Pick<AppContext, 'db'>,
  moment: Moment,
): Promise<{ readonly limit: LimitRow; readonly year: number }[]> {
  const days = [today(moment).subtract({ days: 1 }), today(moment)];
  const ofYears = new Map(days.map((day) => [day.year, day.toString()]));
  const watched: { limit: LimitRow; year: number }[] = [];
  for (const [year, day] of ofYears) watched.push(...(await limitsInForce(db, day)).map((limit) => ({ limit, year })));
  return watched;
}

/** Once for each limit, year and percentage: under the lock of the limit, so that two jobs give one alarm. */
async function noteReached(
  tx: Tx<'em' | 'emit' | 'record' | 'now'>,
  { limitId, year, percents, revenueCents }: Reached,
): Promise<void> {
  const { db, dialect } = writing(tx.em);
  const locked = db.selectFrom('threshold_limit').select('id').where('id', '=', limitId);
  await (dialect === 'mysql' ? locked.forUpdate() : locked).execute();
  const known = await tx.em.find(ThresholdAlarm, { limit: limitId, year });
  for (const percent of percents.filter((each) => !known.some((alarm) => alarm.percent === each))) {
    const alarm = tx.em.create(ThresholdAlarm, {
      ...{ year, percent, revenueCents },
      limit: tx.em.getReference(ThresholdLimit, limitId),
      reachedAt: tx.now,
    });
    tx.record({
      action: 'THRESHOLD_REACHED',
      targetType: 'threshold',
      targetId: limitId,
      payload: { year, percent, revenueCents },
    });
    tx.emit(thresholdReached, { alarmId: alarm.id, limitId, year, percent });
  }
}
