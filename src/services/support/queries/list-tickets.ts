import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type {
  TicketCategory,
  TicketPriority,
  TicketSource,
  TicketStatus,
} from '../../../entities/support/ticket.entity.ts';
import { personOf } from '../../access/actor.ts';
import { fieldError } from '../../kernel/errors.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { parseSearch } from '../../kernel/search-query.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import type { PageOf, ListRequest } from '../../platform/page.ts';
import type { ReadContext } from '../../platform/context.ts';
import { foundByWords } from '../../platform/word-search.ts';
import { unresolvedStatuses } from '../ticket.states.ts';
import { ticketColumns, type TicketRow } from './ticket-row.ts';

type Sort = SortOf<'TicketSort'>;

/** Which tickets; what is absent does not matter. */
export interface TicketFilter {
  readonly statuses?: readonly TicketStatus[] | null | undefined;
  readonly priorities?: readonly TicketPriority[] | null | undefined;
  readonly categories?: readonly TicketCategory[] | null | undefined;
  readonly sources?: readonly TicketSource[] | null | undefined;
  readonly assigneeId?: string | null | undefined;
  readonly isUnassigned?: boolean | null | undefined;
  readonly userId?: string | null | undefined;
  readonly orderId?: string | null | undefined;
  readonly tag?: string | null | undefined;
  /** Unresolved, and a target is missed. */
  readonly isBreached?: boolean | null | undefined;
  readonly createdFrom?: Date | null | undefined;
  readonly createdTo?: Date | null | undefined;
  /** Words of its reference, title and description, as messages are searched. */
  readonly text?: string | null | undefined;
}

export interface ListTickets extends ListRequest<Sort> {
  readonly filter?: TicketFilter | null | undefined;
}

const createdAt = sortKey<TicketRow>('t.created_at', 'instant', (row) => row.createdAt);
const due = sortKey<TicketRow>('t.due_key', 'number', (row) => row.dueKey);
const priority = sortKey<TicketRow>('t.priority_rank', 'number', (row) => row.priorityRank);
const id = sortKey<TicketRow>('t.id', 'id', (row) => row.id);

/** Tickets without a target to keep come after those with one. */
const orders: Orders<TicketRow, Sort> = {
  CREATED_AT_DESC: [createdAt.desc, id.desc],
  CREATED_AT_ASC: [createdAt.asc, id.asc],
  DUE_AT_ASC: [due.asc, id.asc],
  PRIORITY_DESC: [{ ...priority.desc, isCoarse: true }, due.asc, id.asc],
};

/** A page of all tickets, newest first unless said. Errors: SEARCH_QUERY_INVALID, INPUT_INVALID. */
export const listTickets = (ctx: ReadContext, args: ListTickets): Promise<PageOf<TicketRow>> =>
  pageOf(ctx, args, conditionsOf(ctx, args.filter ?? {}));

/** A page of one’s own. */
export const listMyTickets = (ctx: ReadContext, args: ListTickets): Promise<PageOf<TicketRow>> =>
  pageOf(ctx, args, [sql`t.user_id = ${personOf(ctx.actor)}`, ...conditionsOf(ctx, args.filter ?? {})]);

function pageOf(
  { db }: ReadContext,
  { orderBy, filter, ...page }: ListTickets,
  conditions: readonly RawBuilder<SqlBool>[],
): Promise<PageOf<TicketRow>> {
  const terms = parseSearch(filter?.text ?? '');
  const tickets = db.selectFrom('ticket as t').select(ticketColumns);
  return listPage({
    db,
    query: conditions.reduce((query, condition) => query.where(condition), tickets),
    orders,
    orderBy: orderBy ?? 'CREATED_AT_DESC',
    page,
    ...(filter?.text ? { search: { condition: foundByWords(db, 't.words', terms) } } : {}),
    shape: (rows) => rows as unknown as TicketRow[],
  });
}

const isOneOf = (column: string, values: readonly unknown[] | null | undefined): RawBuilder<SqlBool>[] =>
  values ? [values.length === 0 ? sql`1 = 0` : sql`${sql.ref(`t.${column}`)} in (${sql.join(values)})`] : [];

const isThis = (column: string, value: unknown): RawBuilder<SqlBool>[] =>
  value === null || value === undefined ? [] : [sql`${sql.ref(`t.${column}`)} = ${value}`];

function conditionsOf({ now }: Pick<ReadContext, 'now'>, filter: TicketFilter): RawBuilder<SqlBool>[] {
  const { isUnassigned, isBreached, tag, createdFrom, createdTo } = filter;
  if (createdFrom && createdTo && createdTo <= createdFrom) throw fieldError('filter.createdTo', 'period');
  return [
    ...isOneOf('status', filter.statuses),
    ...isOneOf('priority', filter.priorities),
    ...isOneOf('category', filter.categories),
    ...isOneOf('source', filter.sources),
    ...isThis('assignee_id', filter.assigneeId),
    ...isThis('user_id', filter.userId),
    ...isThis('order_id', filter.orderId),
    ...asked(isUnassigned, sql`t.assignee_id is null`),
    ...asked(isBreached, breachedAt(now)),
    ...(tag
      ? [sql<SqlBool>`exists (select 1 from ticket_tag g where g.ticket_id = t.id and g.tag = ${tag.toLowerCase()})`]
      : []),
    ...(createdFrom ? [sql<SqlBool>`t.created_at >= ${createdFrom}`] : []),
    ...(createdTo ? [sql<SqlBool>`t.created_at < ${createdTo}`] : []),
  ];
}

const asked = (is: boolean | null | undefined, condition: RawBuilder<SqlBool>): RawBuilder<SqlBool>[] =>
  typeof is === 'boolean' ? [is ? condition : sql`not (${condition})`] : [];

/** Unresolved, and what was to be kept next is past: the first answer, or the resolution whose clock runs. */
export const breachedAt = (now: Date): RawBuilder<SqlBool> =>
  sql`(t.status in (${sql.join(unresolvedStatuses)}) and t.due_key < ${now.getTime()})`;
