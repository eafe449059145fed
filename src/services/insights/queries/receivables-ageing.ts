import { sql } from 'kysely';
import { requirePermission } from '../../access/actor.ts';
import { receivableAges, type ReceivableAge } from '../../kernel/figures.ts';
import { money, type Currency, type Money } from '../../kernel/money.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import { today } from '../buckets.ts';
import { momentOf, type StatsContext } from '../stats-context.ts';

export interface AgedReceivables {
  readonly age: ReceivableAge;
  readonly count: number;
  readonly owed: Money;
}

/** What buyers owe on invoices, by how long it has been due: each age of each currency in which something is owed. */
export async function receivablesAgeing(ctx: StatsContext): Promise<AgedReceivables[]> {
  requirePermission(ctx.actor, 'stats:read');
  const day = today(momentOf(ctx));
  const back = (days: number): string => day.subtract({ days }).toString();
  const { rows } = await sql<{ age: ReceivableAge; currency: Currency; n: unknown; owed: unknown }>`
    select age, currency, count(*) as n, sum(balance_cents) as owed from (
      select currency, balance_cents, case when due_on >= ${back(0)} then 'NOT_DUE'
        when due_on >= ${back(30)} then 'DAYS_0_30' when due_on >= ${back(60)} then 'DAYS_31_60'
        when due_on >= ${back(90)} then 'DAYS_61_90' else 'DAYS_OVER_90' end as age
      from invoice where status in ('GENERATED', 'SENT', 'OVERDUE') and kind <> 'CREDIT_NOTE' and balance_cents > 0
    ) owing group by age, currency`.execute(ctx.db);
  const currencies = [...new Set(rows.map(({ currency }) => currency))].toSorted();
  return currencies.flatMap((currency) =>
    receivableAges.map((age) => {
      const row = rows.find((each) => each.age === age && each.currency === currency);
      return { age, count: numberFrom(row?.n), owed: money(numberFrom(row?.owed), currency) };
    }),
  );
}
