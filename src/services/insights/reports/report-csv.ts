import { csvHead, csvLine } from '../../kernel/csv-cells.ts';
import { exponentOf, type Money } from '../../kernel/money.ts';
import type { MonthStats } from '../queries/monthly-stats.ts';
import type { ReportContent } from './report-content.ts';

const titles = ['from', 'to', 'is_partial', 'figure', 'currency', 'value'];

/** An amount with its decimals and a point: what spreadsheets and programs read the same. */
const decimal = ({ amount, currency }: Money): string =>
  (amount / 10 ** exponentOf(currency)).toFixed(exponentOf(currency));

const rowsOf = (month: MonthStats): (readonly [figure: string, currency: string, value: string | number])[] => [
  ['orders', '', month.orders],
  ['completed', '', month.completed],
  ['cancelled', '', month.cancelled],
  ['pages', '', month.pages],
  ['new_users', '', month.newUsers],
  ...month.revenue.map((net) => ['revenue', net.currency, decimal(net)] as const),
  ...month.averageBasket.map((basket) => ['average_basket', basket.currency, decimal(basket)] as const),
];

/** A line for each figure of each month, so that currencies need no columns of their own. */
export const reportCsv = ({ months }: ReportContent): Buffer =>
  Buffer.from(
    csvHead(titles) +
      months
        .flatMap((month) =>
          rowsOf(month).map((row) =>
            csvLine([month.bucket.startsOn, month.bucket.endsOn, String(month.bucket.isPartial), ...row]),
          ),
        )
        .join(''),
  );
