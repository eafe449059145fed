import { unionCountries } from '../../kernel/company-numbers.ts';
import { inEuros, money, type Currency } from '../../kernel/money.ts';
import { instantFrom, jsonFrom, numberFrom } from '../../platform/orm/values.ts';
import type { Db } from '../../platform/context.ts';
import type { Bucket } from '../buckets.ts';

const abroad: readonly string[] = unionCountries.filter((country) => country !== 'FR');

interface Frozen {
  readonly buyer?: { readonly kind?: string; readonly postal?: { readonly country?: string } };
}

const isPersonAbroad = ({ buyer }: Frozen): boolean =>
  buyer?.kind === 'PERSON' && abroad.includes(buyer.postal?.country ?? 'FR');

/** What plans brought from persons elsewhere in the Union, in cents of euros, from whole invoices without a condition of SQL. */
export async function recountUnionSales(db: Db, { from, to }: Bucket): Promise<number> {
  const rows = await db
    .selectFrom('invoice')
    .select(['kind', 'currency', 'net_cents', 'issued_at', 'subject_type', 'document'])
    .execute();
  const counted = rows.filter(({ subject_type, issued_at, document }) => {
    const at = instantFrom(issued_at);
    return subject_type === 'PLAN_PERIOD' && at >= from && at < to && isPersonAbroad(jsonFrom<Frozen>(document));
  });
  // Francs are converted once for each kind of document, as the figure does: a sum is rounded once.
  const sums = Map.groupBy(counted, ({ kind, currency }) => `${kind} ${currency}`);
  return [...sums].reduce((sum, [name, invoices]) => {
    const [kind, currency] = name.split(' ') as [string, Currency];
    const cents = Math.abs(invoices.reduce((total, { net_cents }) => total + numberFrom(net_cents), 0));
    const euros = inEuros(money(cents, currency)).amount;
    return kind === 'CREDIT_NOTE' ? sum - euros : sum + euros;
  }, 0);
}
