import { sql, type Selectable } from 'kysely';
import type { Tables } from '../../../entities/index.ts';
import type { OrderStatus } from '../../../entities/orders/order.entity.ts';
import { personOf } from '../../access/actor.ts';
import { cursorForm, decodeCursor, keyIn } from '../../kernel/cursor.ts';
import { pageOf, type PageOf } from '../../platform/page.ts';
import type { ReadScope } from '../../platform/scope.ts';
import { selectionWithin, type Selection } from '../../platform/selection.ts';
import { completeOrders } from './order-parts.ts';
import { orderColumns, type OrderRow } from './order-row.ts';

const cursors = cursorForm('orders', 'instant', 'id');

export interface ListMyOrders {
  readonly first: number;
  readonly after?: string | null;
  readonly status?: OrderStatus | null;
}

export interface ListOrders extends ListMyOrders {
  readonly customerId?: string | null;
  readonly proofreaderId?: string | null;
}

const byStatus = 'customer_order_status_created_at_id_index';

/**
 * The table, and for lists of one status the index to seek in: MariaDB otherwise reads all of that status down to the
 * cursor. Only MySQL and MariaDB read the hint; for SQLite, which seeks by itself, it is a comment.
 */
const ordersFor = ({ status, customerId, proofreaderId }: ListOrders) =>
  sql<Selectable<Tables['customer_order']>>`customer_order`
    .as<'o'>(sql.raw(status && !customerId && !proofreaderId ? `o /*! force index (${byStatus}) */` : 'o'));

/** A page of all orders, newest first, as admins see them. `selection` is that of the connection. */
export async function listOrders(scope: ReadScope, args: ListOrders, selection: Selection): Promise<PageOf<OrderRow>> {
  const asked = selectionWithin(selection, 'nodes', 'edges.node');
  let query = scope.db.selectFrom(ordersFor(args)).select(orderColumns(asked));
  if (args.status) query = query.where('status', '=', args.status);
  if (args.customerId) query = query.where('customer_id', '=', args.customerId);
  if (args.proofreaderId) query = query.where('proofreader_id', '=', args.proofreaderId);
  if (args.after) {
    const [createdAt, id] = decodeCursor(args.after, cursors);
    // Spelt so that both databases seek in (…, created_at, id): the first condition bounds the range, the second ends it.
    query = query.where('created_at', '<=', createdAt)
      .where((eb) => eb.or([eb('created_at', '<', createdAt), eb('id', '<', id)]));
  }
  const rows = (await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(args.first + 1).execute()) as unknown as OrderRow[];
  const page = pageOf(rows, args.first, (row) => keyIn(cursors, row.createdAt as string | number, row.id));
  await completeOrders(scope, page.nodes, asked);
  return page;
}

/** A page of one's own orders: those a customer placed, those a proofreader was given. */
export function listMyOrders(scope: ReadScope, args: ListMyOrders, selection: Selection): Promise<PageOf<OrderRow>> {
  const me = personOf(scope.actor);
  const { first, after, status } = args;
  const mine = scope.actor.role === 'PROOFREADER' ? { proofreaderId: me } : { customerId: me };
  return listOrders(scope, { first, after: after ?? null, status: status ?? null, ...mine }, selection);
}
