import { sql } from 'kysely';
import {
  ticketPriorities,
  ticketStatuses,
  type TicketPriority,
  type TicketStatus,
} from '../../../entities/support/ticket.entity.ts';
import { businessMsBetween } from '../../kernel/business-time.ts';
import { fieldError } from '../../kernel/errors.ts';
import { medianOf } from '../../kernel/quantiles.ts';
import { instantFrom, jsonFrom, numberFrom } from '../../platform/orm/values.ts';
import type { ReadContext } from '../../platform/context.ts';
import type { TicketPause } from '../../../entities/support/ticket.entity.ts';
import { businessHours } from '../sla/calendar.ts';
import { pausedMinutes } from '../sla/ticket-clock.ts';
import { unresolvedStatuses } from '../ticket.states.ts';
import { breachedAt } from './list-tickets.ts';

export interface Minutes {
  readonly median: number;
  readonly mean: number;
}

export interface TicketStats {
  readonly byStatus: readonly { readonly status: TicketStatus; readonly count: number }[];
  /** Of the unresolved ones. */
  readonly byPriority: readonly { readonly priority: TicketPriority; readonly count: number }[];
  readonly unassigned: number;
  readonly breached: number;
  /** Of those opened within the period, in minutes of business time. */
  readonly firstResponse: Minutes | null;
  readonly resolution: Minutes | null;
  readonly satisfaction: number | null;
}

interface Period {
  readonly from: Date;
  readonly to: Date;
  /** Of the application. */
  readonly zone: string;
}

const longestDays = 366;

/** How tickets stand now, and how those opened within a period went. Errors: INPUT_INVALID. */
export async function ticketStats(ctx: ReadContext, { from, to, zone }: Period): Promise<TicketStats> {
  if (to <= from) throw fieldError('to', 'period');
  if (to.getTime() - from.getTime() > longestDays * 24 * 3_600_000) throw fieldError('to', 'year');
  return { ...(await ticketsNow(ctx)), ...(await went(ctx, { from, to, zone })) };
}

async function ticketsNow({ db, now }: ReadContext) {
  const count = sql<unknown>`count(*)`.as('n');
  const statuses = await db.selectFrom('ticket').select(['status', count]).groupBy('status').execute();
  const unresolved = db.selectFrom('ticket as t').where('t.status', 'in', unresolvedStatuses);
  const priorities = await unresolved.select(['t.priority', count]).groupBy('t.priority').execute();
  const unassigned = await unresolved.select(count).where('t.assignee_id', 'is', null).executeTakeFirstOrThrow();
  const breached = await unresolved.select(count).where(breachedAt(now)).executeTakeFirstOrThrow();
  return {
    byStatus: ticketStatuses.map((status) => ({
      status,
      count: numberFrom(statuses.find((row) => row.status === status)?.n),
    })),
    byPriority: ticketPriorities.map((priority) => ({
      priority,
      count: numberFrom(priorities.find((row) => row.priority === priority)?.n),
    })),
    unassigned: numberFrom(unassigned.n),
    breached: numberFrom(breached.n),
  };
}

/** What was merged into another one counts there. */
async function went({ db }: ReadContext, { from, to, zone }: Period) {
  const rows = await db
    .selectFrom('ticket')
    .select(['opened_at as openedAt', 'first_response_at as answeredAt', 'resolved_at as resolvedAt'])
    .select(['pauses', 'satisfaction'])
    .where('created_at', '>=', from)
    .where('created_at', '<', to)
    .where('merged_into_id', 'is', null)
    .execute();
  const hours = await businessHours(db, zone);
  const between = (start: unknown, end: unknown) =>
    businessMsBetween(hours, instantFrom(start), instantFrom(end)) / 60_000;
  const marks = rows.flatMap(({ satisfaction }) => satisfaction ?? []);
  return {
    firstResponse: minutesOf(
      rows.flatMap(({ openedAt, answeredAt }) => (answeredAt === null ? [] : [between(openedAt, answeredAt)])),
    ),
    resolution: minutesOf(
      rows.flatMap(({ openedAt, resolvedAt, pauses }) =>
        resolvedAt === null
          ? []
          : [between(openedAt, resolvedAt) - pausedMinutes(hours, jsonFrom<readonly TicketPause[]>(pauses))],
      ),
    ),
    satisfaction: meanOf(marks),
  };
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, each) => sum + each, 0) / values.length;

function minutesOf(minutes: readonly number[]): Minutes | null {
  const median = medianOf(minutes.toSorted((a, b) => a - b));
  return median === null ? null : { median, mean: meanOf(minutes) as number };
}
