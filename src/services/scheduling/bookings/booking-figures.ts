import { numberFrom } from '../../platform/orm/values.ts';
import type { MeasureDefinition } from '../../platform/measures.ts';
import type { MetricDefinition } from '../../platform/metrics.ts';
import { bookingExpired, bookingPaidLate } from '../events.ts';

const dayMs = 24 * 3_600_000;

/** How many of an event there were within the day: older ones do not change, and counting all would cost. */
const countOfDay =
  (name: string): MetricDefinition['read'] =>
  async ({ db, now }) => {
    const row = await db
      .selectFrom('outbox_event')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('created_at', '>=', new Date(now.getTime() - dayMs))
      .where('name', '=', name)
      .executeTakeFirstOrThrow();
    return [{ value: numberFrom(row.count) }];
  };

export const bookingMetrics: readonly MetricDefinition[] = [
  {
    name: 'hold_expired_total',
    help: 'Bookings of the last day that nobody paid, or nobody answered, in time',
    read: countOfDay(bookingExpired.name),
  },
  {
    name: 'paid_late_total',
    help: 'Deposits of the last day that came after their hold',
    read: countOfDay(bookingPaidLate.name),
  },
];

export const bookingMeasures: readonly MeasureDefinition[] = [
  {
    name: 'booking_create_seconds',
    help: 'Time to make a booking, with the beginning of its payment',
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  },
  {
    name: 'reminder_late_seconds',
    help: 'Time between the hour of a reminder and its sending',
    buckets: [1, 10, 60, 600, 3_600, 10_800],
  },
  { name: 'slot_refused_total', help: 'Times that were asked for in vain, by reason', labelNames: ['reason'] },
];
