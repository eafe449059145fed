import { sql, type RawBuilder } from 'kysely';
import { instantAt } from '../../kernel/business-time.ts';
import { localDateOf } from '../../kernel/format.ts';
import { numberFrom } from '../../platform/orm/values.ts';

/** A figure of a month, of a kind, or of a day. */
export interface Point {
  readonly bucket: string;
  readonly value: number;
}

/** The local months until now, the oldest first, as `2026-12`, with the instants between which each lies. */
export function lastMonths(now: Date, zone: string, count = 12) {
  const present = Temporal.PlainDate.from(localDateOf(now, zone)).with({ day: 1 });
  return Array.from({ length: count }, (_, i) => {
    const first = present.subtract({ months: count - 1 - i });
    const next = first.add({ months: 1 });
    return {
      bucket: first.toString().slice(0, 7),
      from: instantAt(first.toString(), '00:00', zone),
      to: instantAt(next.toString(), '00:00', zone),
    };
  });
}

/** One column for each month: the sum of a value over the rows whose instant lies in it. One reading of the table. */
export const monthlySums = (
  months: ReturnType<typeof lastMonths>,
  { at, value }: { readonly at: string; readonly value: string },
): RawBuilder<unknown>[] =>
  months.map(
    ({ from, to }, i) =>
      sql`sum(case when ${sql.ref(at)} >= ${from} and ${sql.ref(at)} < ${to} then ${sql.ref(value)} else 0 end) as ${sql.ref(`m${i}`)}`,
  );

/** Those columns as points. */
export const monthlyPoints = (
  months: ReturnType<typeof lastMonths>,
  row: Readonly<Record<string, unknown>> | undefined,
): Point[] => months.map(({ bucket }, i) => ({ bucket, value: numberFrom(row?.[`m${i}`]) }));
