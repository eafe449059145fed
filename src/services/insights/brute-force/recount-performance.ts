import { medianOf, percentileOf } from '../../kernel/quantiles.ts';
import { money } from '../../kernel/money.ts';
import type { Bucket } from '../buckets.ts';
import { revisionsGiven, type OrderPerformance, type PerformanceRow } from '../queries/order-performance.ts';
import type { Recount } from './recount.ts';
import type { BruteOrder } from './rows.ts';

const dayMs = 86_400_000;

/** The orders of a period by state, payment and currency, computed again from single rows. */
export function recountPerformance(recount: Recount, bucket: Bucket): OrderPerformance {
  const placed = recount.placed(bucket);
  const groups = Map.groupBy(placed, ({ id, status, currency }) => [status, recount.paymentOf(id), currency].join());
  const days = placed
    .filter(({ status, paidAt, completedAt }) => status === 'COMPLETED' && paidAt !== null && completedAt !== null)
    .map(({ paidAt, completedAt }) => ((completedAt as Date).getTime() - (paidAt as Date).getTime()) / dayMs)
    .toSorted((a, b) => a - b);
  const rows = [...groups.values()].map((orders) => rowOf(orders, recount));
  return { bucket, rows: rows.toSorted(byName), medianDays: medianOf(days), p90Days: percentileOf(days, 0.9) };
}

export const nameOf = ({ status, payment, amount }: PerformanceRow): string =>
  [status, payment, amount.currency].join();
export const byName = (a: PerformanceRow, b: PerformanceRow): number => (nameOf(a) < nameOf(b) ? -1 : 1);

function rowOf(orders: readonly BruteOrder[], recount: Recount): PerformanceRow {
  const [{ id, status, currency }] = orders as [BruteOrder];
  const fixed = orders.filter(({ final, estimated }) => final !== null && estimated !== null);
  const estimates = sum(fixed.map(({ estimated }) => estimated));
  return {
    ...{ status, payment: recount.paymentOf(id), count: orders.length },
    amount: money(sum(orders.map(({ total }) => total)), currency),
    estimated: money(sum(orders.map(({ estimated }) => estimated)), currency),
    final: money(sum(orders.map(({ final }) => final)), currency),
    finalAgainstEstimate: estimates === 0 ? null : (sum(fixed.map(({ final }) => final)) - estimates) / estimates,
    averageDeclaredPages: meanOf(orders.map(({ declared }) => declared)),
    averageMeasuredPages: meanOf(orders.map(({ measured }) => measured)),
    averageVerifiedPages: meanOf(orders.map(({ verified }) => verified)),
    averageRevisions: meanOf(orders.map(({ revisionsLeft }) => revisionsGiven - revisionsLeft)) ?? 0,
  };
}

const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : sum(known) / known.length;
}
