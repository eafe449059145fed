import type { MetricDefinition } from '../platform/metrics.ts';
import { numberFrom } from '../platform/orm/values.ts';
import { unresolvedStatuses } from './ticket.states.ts';

/** What of the team's tickets is late, as the dashboard says it. */
export const ticketMetrics: readonly MetricDefinition[] = [
  {
    name: 'tickets_breached',
    help: 'Tickets that are not resolved and past their next target',
    read: async ({ db, now }) => {
      const row = await db
        .selectFrom('ticket')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('status', 'in', unresolvedStatuses)
        .where('due_key', '<', now.getTime())
        .executeTakeFirstOrThrow();
      return [{ value: numberFrom(row.count) }];
    },
  },
];
