import { money } from '../../../kernel/money.ts';
import { nextStart } from '../../../kernel/plan-calendar.ts';
import { queueMail, recipientsOf } from '../../../notifications/index.ts';
import type { AppContext, Db, Tx } from '../../../platform/context.ts';
import { eachRowInPages, rowBatch } from '../../../platform/each-row.ts';
import type { PayloadOf } from '../../../platform/task.ts';
import { planPriceChange } from '../../emails/plan-price-change.ts';
import { planName, planPath } from '../plan-bill.ts';
import type { notifyPlanPriceTask } from './plan-jobs.ts';

/** Sends everybody whose plan is sold at another price a mail: what it will cost, and from which day. */
export async function notifyPlanPrice(
  { db, run }: Pick<AppContext, 'db' | 'run'>,
  { priceId }: PayloadOf<typeof notifyPlanPriceTask>,
): Promise<void> {
  await eachRowInPages(
    (after) => concernedAfter(db, { priceId, after }),
    (subscriptionId) => run(notifyOfPrice, { subscriptionId, priceId }),
  );
}

interface Place {
  readonly priceId: string;
  readonly after: string;
}

const concernedAfter = (db: Db, { priceId, after }: Place): Promise<{ readonly id: string }[]> =>
  concerned(db)
    .select('subscription.id')
    .where('price.id', '=', priceId)
    .where('subscription.id', '>', after)
    .orderBy('subscription.id')
    .limit(rowBatch)
    .execute();

/** Subscriptions in force with a coming price of their plan, interval and currency that is another one than theirs. */
const concerned = (db: Db) =>
  db
    .selectFrom('plan_subscription as subscription')
    .innerJoin('plan_price as sold', 'sold.id', 'subscription.price_id')
    .innerJoin('plan', 'plan.id', 'subscription.plan_id')
    .innerJoin('plan_price as price', (join) =>
      join
        .onRef('price.plan_id', '=', 'sold.plan_id')
        .onRef('price.interval', '=', 'sold.interval')
        .onRef('price.currency', '=', 'sold.currency')
        .onRef('price.amount_cents', '<>', 'sold.amount_cents')
        .onRef('price.valid_from', '>', 'sold.valid_from'),
    )
    .where('subscription.status', 'in', ['ACTIVE', 'PAST_DUE', 'SUSPENDED'])
    .where('subscription.paid_until', 'is not', null);

/** One mail for each subscription and price, however often it is tried. */
export async function notifyOfPrice(
  tx: Tx<'em' | 'now' | 'enqueue' | 'config'>,
  { subscriptionId, priceId }: { readonly subscriptionId: string; readonly priceId: string },
): Promise<void> {
  const row = await concerned(tx.em.getKysely() as unknown as Db)
    .select([
      'subscription.person_id',
      'subscription.paid_until',
      'subscription.anchor_day',
      'plan.name_fr',
      'plan.name_en',
    ])
    .select(['price.interval', 'price.amount_cents', 'price.currency', 'price.valid_from'])
    .where('subscription.id', '=', subscriptionId)
    .where('price.id', '=', priceId)
    .executeTakeFirst();
  const recipient = row && (await recipientsOf(tx, [row.person_id])).get(row.person_id);
  if (row === undefined || recipient === undefined) return;
  const { locale, firstName } = recipient;
  await queueMail(tx, {
    template: planPriceChange,
    recipient,
    locale,
    dedupeKey: `${planPriceChange.name}:${priceId}:${subscriptionId}`,
    data: {
      firstName,
      plan: planName({ nameFr: row.name_fr, nameEn: row.name_en }, locale),
      amount: money(Number(row.amount_cents), row.currency),
      from: firstStart(row.paid_until as string, { ...row, validFrom: row.valid_from }),
      planUrl: `${tx.config.frontUrl}${planPath}`,
    },
  });
}

/** The first day of a period of theirs that is sold at the new price. */
function firstStart(
  paidUntil: string,
  { interval, anchor_day, validFrom }: { interval: 'MONTH' | 'YEAR'; anchor_day: number; validFrom: string },
): string {
  let start = paidUntil;
  while (start < validFrom) start = nextStart(start, { interval, anchorDay: Number(anchor_day) });
  return start;
}

/** Prices that were set before this plan was chosen and count later: whoever chooses it is notified of them too. */
export async function comingPricesOf(tx: Tx<'em'>, subscriptionId: string): Promise<string[]> {
  const rows = await concerned(tx.em.getKysely() as unknown as Db)
    .select('price.id')
    .where('subscription.id', '=', subscriptionId)
    .execute();
  return rows.map(({ id }) => id);
}
