import { sql, type Selectable } from 'kysely';
import type { Tables } from '../../../entities/index.ts';
import type { OrderStatus } from '../../../entities/orders/order.entity.ts';
import { can, personOf, type Actor } from '../../access/actor.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { dialectOfReader, sortKey, type Orders } from '../../platform/keyset.ts';
import { forcingIndex } from '../../platform/forcing-index.ts';
import { listPage, type ListShape } from '../../platform/list.ts';
import type { TextSearch } from '../../platform/text-search.ts';
import type { PageOf, SearchRequest } from '../../platform/page.ts';
import type { Db, ReadContext } from '../../platform/context.ts';
import { selectionWithin, type Selection } from '../../platform/selection.ts';
import { alias, conditionsOf, plainConditionsOf, shapeOf, type OrderFilter } from './order-filter.ts';
import { completeOrders } from './order-parts.ts';
import { orderColumns, type OrderRow } from './order-row.ts';

type Sort = SortOf<'OrderSort'>;

export interface ListMyOrders extends SearchRequest<Sort> {
  readonly status?: OrderStatus | null;
}

export interface ListOrders extends ListMyOrders {
  readonly customerId?: string | null;
  readonly proofreaderId?: string | null;
  readonly filter?: OrderFilter | null;
}

const createdAt = sortKey<OrderRow>('o.created_at', 'instant', (row) => row.createdAt);
const title = sortKey<OrderRow>('o.title_key', 'folded', (row) => row.title);
const total = sortKey<OrderRow>('o.total_cents', 'number', (row) => row.totalCents);
const due = sortKey<OrderRow>('o.due_key', 'number', (row) => row.dueKey);
const urgency = sortKey<OrderRow>('o.urgency_rank', 'number', (row) => row.urgencyRank);
const lastActivityAt = sortKey<OrderRow>('o.last_activity_at', 'instant', (row) => row.lastActivityAt);
const id = sortKey<OrderRow>('o.id', 'id', (row) => row.id);

/** Orders without a due date come after those with one. */
const orders: Orders<OrderRow, Sort> = {
  CREATED_AT_DESC: [createdAt.desc, id.desc],
  CREATED_AT_ASC: [createdAt.asc, id.asc],
  TITLE_ASC: [title.asc, id.asc],
  TITLE_DESC: [title.desc, id.desc],
  TOTAL_DESC: [total.desc, id.desc],
  TOTAL_ASC: [total.asc, id.asc],
  DUE_AT_ASC: [due.asc, id.asc],
  PRIORITY_DESC: [{ ...urgency.asc, isCoarse: true }, due.asc, id.asc],
  LAST_ACTIVITY_AT_DESC: [lastActivityAt.desc, id.desc],
  LAST_ACTIVITY_AT_ASC: [lastActivityAt.asc, id.asc],
};

/** What an order reads beside the columns that every row has, by the fields of the row. */
const readBy: Partial<Readonly<Record<Sort, readonly string[]>>> = {
  TITLE_ASC: ['title'],
  TITLE_DESC: ['title'],
  DUE_AT_ASC: ['dueKey'],
  PRIORITY_DESC: ['urgencyRank', 'dueKey'],
  LAST_ACTIVITY_AT_DESC: ['lastActivityAt'],
  LAST_ACTIVITY_AT_ASC: ['lastActivityAt'],
};

/** What people know an order by; the last is its reference, as `orderReference` makes it, in small letters. */
const known = { within: ['o.service'], folded: ['o.title_key', sql`concat('sl-', substr(o.id, -8))`] } as const;

/** Its customer, as their name and address are searched; an address only by those who may see it. */
const customerText = (actor: Actor) =>
  can(actor, 'user:read')
    ? sql`(select u.search_text from user as u where u.id = o.customer_id)`
    : sql`(select concat(u.first_name_key, ' ', u.last_name_key) from user as u where u.id = o.customer_id)`;

/** What a filter's text is searched in: more than a search of one's own orders, where the other party is not to be found out. */
export const searchOf = (actor: Actor, text: string): TextSearch => ({
  text,
  within: known.within,
  folded: [...known.folded, customerText(actor)],
});

/** The columns by which the two orders that have an index for one value of them begin, by the field of the filter. */
const indexed: Readonly<Record<string, Partial<Readonly<Record<keyof OrderFilter, string>>>>> = {
  created_at: {
    statuses: 'status',
    customerId: 'customer_id',
    proofreaderId: 'proofreader_id',
    needsAttention: 'needs_attention',
  },
  due_key: { statuses: 'status' },
};

/** The index in whose order the rows of a filter are, where it says at most one thing. The database knows better otherwise. */
function indexFor(filter: OrderFilter, orderBy: Sort): string | undefined {
  const columns = orders[orderBy].map(({ column }) => column.slice(alias.length + 1));
  const [one, another] = Object.entries(filter);
  if (another !== undefined || (one !== undefined && isOfMany(one[1]))) return undefined;
  const first = one && indexed[columns[0] as string]?.[one[0] as keyof OrderFilter];
  if (one !== undefined && first === undefined) return undefined;
  return `customer_order_${[first, ...columns].filter(Boolean).join('_')}_index`;
}

const isOfMany = (value: unknown): boolean => Array.isArray(value) && value.length > 1;

/** What finds fewer orders than several states do. */
const narrower = [
  'proofreaderId',
  'customerId',
  'needsAttention',
  'isLate',
  'createdFrom',
  'createdTo',
  'dueFrom',
  'dueTo',
];

/** Of several states, newest first: the embedded database would read all of them by the index of due dates, and sort them. */
const isMerged = (db: Db, filter: OrderFilter, orderBy: Sort): boolean =>
  dialectOfReader(db) === 'sqlite' &&
  orderBy.startsWith('CREATED_AT') &&
  isOfMany(filter.statuses) &&
  !Object.keys(filter).some((name) => narrower.includes(name));

const ordersIn = (db: Db, filter: OrderFilter, orderBy: Sort) => {
  type Row = Selectable<Tables['customer_order']>;
  if (isMerged(db, filter, orderBy))
    return sql<Row>`customer_order`.as<typeof alias>(
      sql.raw(`${alias} indexed by customer_order_status_created_at_id_index`),
    );
  return forcingIndex<Row, typeof alias>({ table: 'customer_order', as: alias }, indexFor(filter, orderBy));
};

/** The arguments that were there before the filter are fields of it. */
const filterOf = ({ filter, status, customerId, proofreaderId }: ListOrders): readonly OrderFilter[] => {
  const given: OrderFilter = { statuses: status ? [status] : null, customerId, proofreaderId };
  const { text: _text, ...said } = filter ?? {};
  return [given, said];
};

const textOf = ({ search, filter }: ListOrders): string => [search, filter?.text].filter(Boolean).join(' ');

/** A page of all orders, newest first unless said, as admins see them. `selection` is that of the connection. */
export const listOrders = (ctx: ReadContext, args: ListOrders, selection: Selection): Promise<PageOf<OrderRow>> =>
  pageOf(ctx, args, { selection, search: searchOf(ctx.actor, textOf(args)) });

interface Reading {
  readonly selection: Selection;
  readonly search: TextSearch;
}

async function pageOf(ctx: ReadContext, args: ListOrders, { selection, search }: Reading): Promise<PageOf<OrderRow>> {
  const asked = selectionWithin(selection, 'nodes', 'edges.node');
  const orderBy = args.orderBy ?? 'CREATED_AT_DESC';
  const needed: Selection = { has: (path) => asked.has(path) || readBy[orderBy]?.includes(path) === true };
  const filters = filterOf(args);
  const both = Object.assign({}, ...filters.map(withoutAbsent)) as OrderFilter;
  const columns = orderColumns(needed);
  const shapes = filters.map(shapeOf);
  const isShaped = shapes.every((shape) => shape !== undefined);
  const awaited = isShaped ? [] : (await Promise.all(filters.map((filter) => conditionsOf(ctx, filter)))).flat();
  const query = () => {
    const conditions = isShaped ? filters.flatMap(plainConditionsOf) : awaited;
    return conditions.reduce(
      (chosen, condition) => chosen.where(condition),
      ctx.db.selectFrom(ordersIn(ctx.db, both, orderBy)).select(columns),
    );
  };
  const page = await listPage({
    db: ctx.db,
    query,
    compiled: isShaped ? shapeOfPage(shapes, orderBy, columns) : undefined,
    orders,
    orderBy,
    page: args,
    search,
    shape: (rows) => rows as unknown as OrderRow[],
  });
  await completeOrders(ctx, page.nodes, asked);
  return page;
}

const shapeOfPage = (shapes: readonly ListShape[], orderBy: Sort, columns: readonly string[]): ListShape => ({
  key: `orders ${orderBy} ${shapes.map(({ key }) => key).join(' and ')} ${columns.join()}`,
  values: shapes.flatMap(({ values }) => values),
});

const withoutAbsent = (filter: OrderFilter): OrderFilter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null && value !== undefined));

/** A page of one's own orders: those a customer placed, those a proofreader was given. */
export function listMyOrders(ctx: ReadContext, args: ListMyOrders, selection: Selection): Promise<PageOf<OrderRow>> {
  const me = personOf(ctx.actor);
  const mine =
    ctx.actor.role === 'PROOFREADER'
      ? { proofreaderId: me, customerId: null }
      : { customerId: me, proofreaderId: null };
  return pageOf(ctx, { ...args, ...mine }, { selection, search: { text: args.search, ...known } });
}
