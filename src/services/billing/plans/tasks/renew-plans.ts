import { localDateOf } from '../../../kernel/format.ts';
import { addDays } from '../../../kernel/plan-calendar.ts';
import { writing } from '../../../platform/orm/values.ts';
import type { AppContext, Db, Tx } from '../../../platform/context.ts';
import { advanceSubscription } from '../advance-subscription.ts';
import { noticeDays } from '../plan-deadlines.ts';
import { keepCollectionTask } from './plan-jobs.ts';

const pageSize = 200;

/** Brings every subscription that something may be due of to where it must be by now; each in a transaction of its own. */
export async function renewPlans({
  db,
  run,
  now,
  config,
  log,
}: Pick<AppContext, 'db' | 'run' | 'now' | 'config' | 'log'>): Promise<void> {
  const today = localDateOf(now, config.TIME_ZONE);
  let failed = 0;
  for (let after = ''; ;) {
    const page = await dueAfter(db, { after, now, today });
    for (const { id: subscriptionId } of page) {
      try {
        await run(advanceSubscription, { subscriptionId });
      } catch (error) {
        failed += 1;
        log.error({ error, subscriptionId }, 'a plan could not be renewed');
      }
    }
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  await run(endCollections, undefined);
  // The others went on; those that failed are tried again by the retries of the job.
  if (failed > 0) throw new Error(`${failed} plans could not be renewed`);
}

/** What a provider still collects of a plan that has ended, will end, or has no card any more. */
async function endCollections({ em, now, enqueue }: Tx<'em' | 'now' | 'enqueue'>): Promise<void> {
  const rows = await writing(em)
    .db.selectFrom('plan_subscription')
    .select('id')
    .where('provider_subscription_id', 'is not', null)
    .where((eb) =>
      eb.or([eb('status', '=', 'ENDED'), eb('cancels_at_period_end', '=', true), eb('payment_method_id', 'is', null)]),
    )
    .execute();
  for (const { id } of rows)
    enqueue(
      keepCollectionTask,
      { subscriptionId: id },
      { dedupeKey: `${keepCollectionTask.kind}:${id}:${now.toISOString().slice(0, 13)}` },
    );
}

interface Place {
  readonly after: string;
  readonly now: Date;
  readonly today: string;
}

/** Incomplete ones whose time is over, those whose paid time ends soon or goes on with a period that was paid early, and unpaid changes. */
const dueAfter = (db: Db, { after, now, today }: Place): Promise<{ readonly id: string }[]> =>
  db
    .selectFrom('plan_subscription as subscription')
    .leftJoin('plan_price as price', 'price.id', 'subscription.price_id')
    .select('subscription.id')
    .where('subscription.id', '>', after)
    .where('subscription.status', '<>', 'ENDED')
    .where((eb) =>
      eb.or([
        eb('subscription.expires_at', '<=', now),
        eb('subscription.starts_next_on', '<=', today),
        eb('subscription.paid_until', '<=', addDays(today, noticeDays.MONTH)),
        eb.and([
          eb('price.interval', '=', 'YEAR'),
          eb('subscription.paid_until', '<=', addDays(today, noticeDays.YEAR)),
        ]),
        eb.exists(
          eb
            .selectFrom('plan_period as period')
            .select('period.id')
            .whereRef('period.subscription_id', '=', 'subscription.id')
            .where('period.status', '=', 'DUE')
            .where('period.live_for', 'like', '%:change'),
        ),
      ]),
    )
    .orderBy('subscription.id')
    .limit(pageSize)
    .execute();
