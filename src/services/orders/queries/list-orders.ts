import { sql, type Selectable } from 'kysely';
import type { Tables } from '../../../entities/index.ts';
import type { OrderStatus } from '../../../entities/orders/order.entity.ts';
import { personOf } from '../../access/actor.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { forcingIndex } from '../../platform/forcing-index.ts';
import { listPage } from '../../platform/list.ts';
import type { PageOf, SearchRequest } from '../../platform/page.ts';
import type { ReadContext } from '../../platform/context.ts';
import { selectionWithin, type Selection } from '../../platform/selection.ts';
import { completeOrders } from './order-parts.ts';
import { orderColumns, type OrderRow } from './order-row.ts';

type Sort = SortOf<'OrderSort'>;

export interface ListMyOrders extends SearchRequest<Sort> {
  readonly status?: OrderStatus | null;
}

export interface ListOrders extends ListMyOrders {
  readonly customerId?: string | null;
  readonly proofreaderId?: string | null;
}

const createdAt = sortKey<OrderRow>('o.created_at', 'instant', (row) => row.createdAt);
const title = sortKey<OrderRow>('o.title_key', 'folded', (row) => row.title);
const total = sortKey<OrderRow>('o.total_cents', 'number', (row) => row.totalCents);
const id = sortKey<OrderRow>('o.id', 'id', (row) => row.id);

const orders: Orders<OrderRow, Sort> = {
  CREATED_AT_DESC: [createdAt.desc, id.desc],
  CREATED_AT_ASC: [createdAt.asc, id.asc],
  TITLE_ASC: [title.asc, id.asc],
  TITLE_DESC: [title.desc, id.desc],
  TOTAL_DESC: [total.desc, id.desc],
  TOTAL_ASC: [total.asc, id.asc],
};

/** What people know an order by; the last is its reference, as `orderReference` makes it, in small letters. */
const known = { within: ['o.service'], folded: ['o.title_key', sql`concat('sl-', substr(o.id, -8))`] } as const;

/** Of one status, one customer, or one proofreader: the index in whose order they are. */
function indexFor({ status, customerId, proofreaderId }: ListOrders): string | undefined {
  const filters = { status, customer_id: customerId, proofreader_id: proofreaderId };
  const [column, another] = Object.entries(filters).flatMap(([name, value]) => (value ? [name] : []));
  return column && !another ? `customer_order_${column}_created_at_id_index` : undefined;
}

const ordersFor = (args: ListOrders, orderBy: Sort) =>
  forcingIndex<Selectable<Tables['customer_order']>, 'o'>(
    { table: 'customer_order', as: 'o' },
    orderBy.startsWith('CREATED_AT') ? indexFor(args) : undefined,
  );

/** A page of all orders, newest first unless said, as admins see them. `selection` is that of the connection. */
export async function listOrders(ctx: ReadContext, args: ListOrders, selection: Selection): Promise<PageOf<OrderRow>> {
  const asked = selectionWithin(selection, 'nodes', 'edges.node');
  const orderBy = args.orderBy ?? 'CREATED_AT_DESC';
  const needed: Selection = { has: (path) => asked.has(path) || (path === 'title' && orderBy.startsWith('TITLE')) };
  let query = ctx.db.selectFrom(ordersFor(args, orderBy)).select(orderColumns(needed));
  if (args.status) query = query.where('status', '=', args.status);
  if (args.customerId) query = query.where('customer_id', '=', args.customerId);
  if (args.proofreaderId) query = query.where('proofreader_id', '=', args.proofreaderId);
  const page = await listPage({
    db: ctx.db,
    query,
    orders,
    orderBy,
    page: args,
    search: { text: args.search, ...known },
    shape: (rows) => rows as unknown as OrderRow[],
  });
  await completeOrders(ctx, page.nodes, asked);
  return page;
}

/** A page of one's own orders: those a customer placed, those a proofreader was given. */
export function listMyOrders(ctx: ReadContext, args: ListMyOrders, selection: Selection): Promise<PageOf<OrderRow>> {
  const me = personOf(ctx.actor);
  const mine =
    ctx.actor.role === 'PROOFREADER'
      ? { proofreaderId: me, customerId: null }
      : { customerId: me, proofreaderId: null };
  return listOrders(ctx, { ...args, ...mine }, selection);
}
