import type { OrderAudience } from '../../../../entities/orders/order-event.entity.ts';
import type { OrderNote } from '../../../../entities/orders/order-note.entity.ts';
import { peopleByIds, type Person } from '../../../identity/index.ts';
import type { SortOf } from '../../../kernel/list-orders.ts';
import type { OrderAuthor } from '../../../kernel/order-authors.ts';
import { sortKey, type Orders } from '../../../platform/keyset.ts';
import { listPage } from '../../../platform/list.ts';
import type { PageOf } from '../../../platform/page.ts';
import type { ReadContext } from '../../../platform/context.ts';
import { audiencesIn, authorIn, isNamed } from '../audiences.ts';
import type { ListOfOrder } from './list-order-events.ts';

type Sort = SortOf<'OrderNoteSort'>;

export interface OrderNoteRow {
  readonly id: string;
  readonly text: string;
  readonly audience: OrderAudience;
  readonly createdAt: unknown;
  readonly by: OrderAuthor;
  readonly author: Person | null;
}

const createdAt = sortKey<OrderNoteRow>('n.created_at', 'instant', (row) => row.createdAt);
const id = sortKey<OrderNoteRow>('n.id', 'id', (row) => row.id);
const orders: Orders<OrderNoteRow, Sort> = {
  CREATED_AT_ASC: [createdAt.asc, id.asc],
  CREATED_AT_DESC: [createdAt.desc, id.desc],
};

/** The notes of an order that its reader may read, oldest first unless said. */
export const listOrderNotes = (
  ctx: ReadContext,
  { order, orderBy, ...page }: ListOfOrder<Sort>,
): Promise<PageOf<OrderNoteRow>> =>
  listPage({
    db: ctx.db,
    query: ctx.db
      .selectFrom('order_note as n')
      .select(['n.id', 'n.text', 'n.audience', 'n.created_at as createdAt', 'n.author_id as authorId'])
      .where('n.order_id', '=', order.id)
      .where('n.audience', 'in', audiencesIn(ctx.actor, order)),
    orders,
    orderBy: orderBy ?? 'CREATED_AT_ASC',
    page,
    shape: (rows) => noteRows(ctx, rows as unknown as Found[], order),
  });

type Found = Omit<OrderNoteRow, 'by' | 'author'> & { readonly authorId: string };

async function noteRows(
  ctx: ReadContext,
  found: readonly Found[],
  order: ListOfOrder<Sort>['order'],
): Promise<OrderNoteRow[]> {
  const named = found.flatMap(({ authorId }) =>
    isNamed(ctx.actor, order, authorIn(order, authorId)) ? [authorId] : [],
  );
  const people = await peopleByIds(ctx, [...new Set(named)]);
  return found.map(({ authorId, ...row }) => ({
    ...row,
    by: authorIn(order, authorId),
    author: (named.includes(authorId) ? people.get(authorId) : undefined) ?? null,
  }));
}

/** One that was just written, by the actor. */
export async function noteRowOf(ctx: ReadContext, note: OrderNote): Promise<OrderNoteRow> {
  const parties = await ctx.db
    .selectFrom('customer_order')
    .select(['id', 'customer_id as customerId', 'proofreader_id as proofreaderId'])
    .where('id', '=', note.order.id)
    .executeTakeFirstOrThrow();
  const { id, text, audience, createdAt, authorId } = note;
  const [row] = await noteRows(ctx, [{ id, text, audience, createdAt, authorId }], parties);
  return row as OrderNoteRow;
}
