import { sql } from 'kysely';
import { fiveYears } from '../kernel/retention.ts';
import type { RetentionClass } from '../platform/retention.ts';

/** How long a ticket is kept once it is over. */
export const supportRetention: readonly RetentionClass[] = [
  {
    name: 'TICKETS',
    description: { fr: 'demandes d’assistance, après leur clôture', en: 'support tickets, after they were closed' },
    table: 'ticket',
    days: { usual: fiveYears, least: 365, most: 3_653 },
    ground: 'LIMITATION',
    action: 'DELETE',
    since: sql.ref('ticket.closed_at'),
  },
];
