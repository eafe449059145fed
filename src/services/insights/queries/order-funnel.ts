import { requirePermission } from '../../access/actor.ts';
import { funnelSteps, type FunnelStep } from '../../kernel/figures.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import { requirePeriod, wholeOf, type Bucket, type Period } from '../buckets.ts';
import { momentOf, type StatsContext } from '../stats-context.ts';

export interface FunnelRow {
  readonly step: FunnelStep;
  readonly count: number;
  /** How many got as far as the step before, and not here. */
  readonly lost: number;
  /** Of those of the first step; null without any. */
  readonly share: number | null;
}

export interface OrderFunnel {
  readonly bucket: Bucket;
  readonly steps: readonly FunnelRow[];
}

/** How far the orders that were begun within a period have come, those of visitors without an account too. Errors: INPUT_INVALID, FIGURE_UNAVAILABLE. */
export async function orderFunnel(ctx: StatsContext, period: Period): Promise<OrderFunnel> {
  requirePermission(ctx.actor, 'stats:read');
  const moment = momentOf(ctx);
  requirePeriod(period, moment);
  const bucket = wholeOf(period, moment);
  const placed = () =>
    ctx.db
      .selectFrom('customer_order')
      .select(({ fn }) => fn.countAll().as('n'))
      .where('created_at', '>=', bucket.from)
      .where('created_at', '<', bucket.to);
  const accepted = placed()
    .where('completed_at', 'is not', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('order_event')
          .select('order_event.id')
          .whereRef('order_event.order_id', '=', 'customer_order.id')
          .where('kind', '=', 'DELIVERY_ACCEPTED'),
      ),
    );
  const unplaced = await ctx.db
    .selectFrom('guest_order')
    .select(({ fn }) => fn.countAll().as('n'))
    .where('created_at', '>=', bucket.from)
    .where('created_at', '<', bucket.to)
    .where('order_id', 'is', null)
    .executeTakeFirstOrThrow();
  const counts: number[] = [];
  for (const query of [
    placed(),
    placed().where('paid_at', 'is not', null),
    placed().where('paid_at', 'is not', null).where('completed_at', 'is not', null),
    accepted.where('paid_at', 'is not', null),
  ])
    counts.push(numberFrom((await query.executeTakeFirstOrThrow()).n));
  const [placedCount = 0] = counts;
  return { bucket, steps: stepsOf([placedCount + numberFrom(unplaced.n), ...counts]) };
}

export const stepsOf = (counts: readonly number[]): FunnelRow[] =>
  funnelSteps.map((step, i) => {
    const [count = 0, first = 0] = [counts[i], counts[0]];
    return { step, count, lost: (counts[i - 1] ?? count) - count, share: first === 0 ? null : count / first };
  });
