import { DomainError } from '../../kernel/errors.ts';
import { idOf, type Actor } from '../../access/actor.ts';
import { isId } from '../../kernel/ids.ts';
import type { ReadContext } from '../../platform/context.ts';
import { mayRead, requireVisible } from '../ticket.policy.ts';
import { ticketColumns, type TicketRow } from './ticket-row.ts';

/** One ticket; another person’s does not exist. */
export async function getTicket(ctx: Pick<ReadContext, 'db' | 'actor'>, id: string): Promise<TicketRow> {
  const row = isId(id) ? (await ticketsByIds(ctx, [id])).get(id) : undefined;
  if (row === undefined) throw new DomainError('NOT_FOUND');
  requireVisible(ctx.actor, row);
  return row;
}

/** Tickets by their ids. Whether they may be seen is the caller’s rule. */
export async function ticketsByIds(
  { db }: Pick<ReadContext, 'db'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TicketRow>> {
  const rows = (await db
    .selectFrom('ticket as t')
    .select(ticketColumns)
    .where('t.id', 'in', ids)
    .execute()) as unknown as TicketRow[];
  return new Map(rows.map((row) => [row.id, row]));
}

/** Those of these people who may see a ticket now: checked again for every event. */
export async function whoSeesTicket(
  { db }: Pick<ReadContext, 'db'>,
  ticketId: string,
  people: readonly Actor[],
): Promise<ReadonlySet<string>> {
  const ticket = (await ticketsByIds({ db }, [ticketId])).get(ticketId);
  if (ticket === undefined) return new Set();
  return new Set(people.filter((person) => mayRead(person, ticket)).map((person) => idOf(person) ?? ''));
}
