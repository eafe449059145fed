import assert from 'node:assert/strict';
import * as sdk from '../../../sdk/index.ts';
import { formatMoney } from '../../../src/services/kernel/format.ts';
import type { InvoicingContext } from './invoicing.context.ts';

/** The admin reads the dashboard: the money of the story, each currency by itself, and the same in the running month. */
export async function readFigures({ admin }: InvoicingContext): Promise<string> {
  const { dashboard } = await admin.query(sdk.DashboardDocument);
  const { monthlyStats } = await admin.query(sdk.MonthlyStatsDocument, { months: 1 });
  const { month } = dashboard.revenue;
  assert.deepEqual(month.map(({ currency }) => currency).toSorted(), ['EUR', 'XOF']);
  assert.ok(month.every(({ amount }) => amount > 0));
  assert.deepEqual(
    monthlyStats.map(({ revenue, bucket }) => [revenue, bucket.isPartial]),
    [[month, true]],
  );
  const { users, orders } = dashboard;
  return `${users.total} accounts, ${orders.total} orders, ${month.map((each) => formatMoney(each, 'en')).join(' and ')}`;
}
