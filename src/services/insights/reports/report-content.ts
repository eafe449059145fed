import type { Locale } from '../../kernel/locale.ts';
import { formatDate } from '../../kernel/format.ts';
import type { Money } from '../../kernel/money.ts';
import { bucketsOf, type Period } from '../buckets.ts';
import { statsOf, type MonthStats } from '../queries/monthly-stats.ts';
import { momentOf, type StatsContext } from '../stats-context.ts';

/** A report as both formats write it: one row for each month, one column for each figure. */
export interface ReportContent {
  readonly locale: Locale;
  readonly period: Period;
  readonly madeAt: Date;
  readonly months: readonly MonthStats[];
}

/** The figures of `monthlyStats`, of the months of the period; those at its ends are cut off there. */
export async function reportContent(
  ctx: Pick<StatsContext, 'db' | 'now' | 'config'>,
  { period, locale }: { readonly period: Period; readonly locale: Locale },
): Promise<ReportContent> {
  const buckets = bucketsOf(period, 'MONTH', momentOf(ctx));
  return { locale, period, madeAt: ctx.now, months: await statsOf(ctx, buckets) };
}

export const reportWords = {
  fr: {
    title: 'Chiffres',
    period: (from: string, to: string) => `Du ${formatDate(from, 'fr')} au ${formatDate(to, 'fr')}`,
    note: 'Encaissements moins remboursements, au jour de chacun. Les commandes annulées n’y comptent pas.',
    partial: ' (en cours)',
    columns: ['Du', 'Commandes', 'Livrées', 'Annulées', 'Pages', 'Comptes', 'Encaissé net', 'Panier moyen'],
  },
  en: {
    title: 'Figures',
    period: (from: string, to: string) => `From ${formatDate(from, 'en')} to ${formatDate(to, 'en')}`,
    note: 'Money received minus refunds, by the day of each. Cancelled orders do not count.',
    partial: ' (running)',
    columns: ['From', 'Orders', 'Delivered', 'Cancelled', 'Pages', 'Accounts', 'Net received', 'Average basket'],
  },
} as const satisfies Record<Locale, unknown>;

/** Several currencies are never added together: each has its own text. */
export const moneyTexts = (amounts: readonly Money[], format: (amount: Money) => string): string =>
  amounts.length === 0 ? '–' : amounts.map(format).join(' + ');
