import { sql } from 'kysely';
import { unionCountries } from '../../kernel/company-numbers.ts';
import { inEuros, money, type Money } from '../../kernel/money.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import type { Db } from '../../platform/context.ts';

/** At `from` or later, before `to`. */
export interface Stretch {
  readonly from: Date;
  readonly to: Date;
}

/** As SQLite reads a text out of JSON, and as MariaDB does, which leaves the quotes. */
const written = (texts: readonly string[]): string[] => texts.flatMap((text) => [text, JSON.stringify(text)]);

const abroad = written(unionCountries.filter((country) => country !== 'FR'));
const person = written(['PERSON']);

/**
 * What plans brought from persons elsewhere in the Union, without VAT, in euros: invoices less credit notes by their day of issue, each as
 * it froze its buyer. From 10,000 € a year on, VAT is due where the buyer lives (directive 2006/112/CE, article 59 quater; CGI art. 259 D).
 */
export async function electronicSalesInUnion(db: Db, { from, to }: Stretch): Promise<Money> {
  const rows = await db
    .selectFrom('invoice')
    .select(['kind', 'currency', ({ fn }) => fn.sum('net_cents').as('net')])
    .where('subject_type', '=', 'PLAN_PERIOD')
    .where('issued_at', '>=', from)
    .where('issued_at', '<', to)
    .where(sql<string>`json_extract(document, '$.buyer.kind')`, 'in', person)
    .where(sql<string>`json_extract(document, '$.buyer.postal.country')`, 'in', abroad)
    .groupBy(['kind', 'currency'])
    .execute();
  const cents = rows.map(({ kind, currency, net }) => {
    const euros = inEuros(money(Math.abs(numberFrom(net)), currency)).amount;
    return kind === 'CREDIT_NOTE' ? -euros : euros;
  });
  return money(cents.reduce((sum, each) => sum + each, 0));
}
