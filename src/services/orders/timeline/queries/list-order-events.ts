import type { OrderEventKind } from '../../../../entities/orders/order-event.entity.ts';
import { orderStatuses, type OrderStatus } from '../../../../entities/orders/order.entity.ts';
import { peopleByIds, type Person } from '../../../identity/index.ts';
import type { SortOf } from '../../../kernel/list-orders.ts';
import type { OrderAuthor } from '../../../kernel/order-authors.ts';
import type { Currency, Money } from '../../../kernel/money.ts';
import { sortKey, type Orders } from '../../../platform/keyset.ts';
import { listPage } from '../../../platform/list.ts';
import { jsonFrom } from '../../../platform/orm/values.ts';
import type { ListRequest, PageOf } from '../../../platform/page.ts';
import type { ReadContext } from '../../../platform/context.ts';
import { roleIn, type OrderParties } from '../../order.policy.ts';
import { audiencesIn, authorIn, isNamed } from '../audiences.ts';

type Sort = SortOf<'OrderEventSort'>;

export interface ListOfOrder<N extends string> extends ListRequest<N> {
  /** The caller has checked that the actor may see it. */
  readonly order: Pick<OrderParties, 'id' | 'customerId' | 'proofreaderId'>;
}

/** A step of an order's life, as its reader sees it. */
export interface OrderEventRow {
  readonly id: string;
  readonly kind: OrderEventKind;
  readonly at: unknown;
  readonly by: OrderAuthor;
  readonly actor: Person | null;
  readonly from: OrderStatus | null;
  readonly to: OrderStatus | null;
  readonly dueAt: string | null;
  readonly previousDueAt: string | null;
  readonly isGranted: boolean | null;
  readonly amount: Money | null;
  readonly fileId: string | null;
  readonly noteId: string | null;
}

const createdAt = sortKey<OrderEventRow>('e.created_at', 'instant', (row) => row.at);
const id = sortKey<OrderEventRow>('e.id', 'id', (row) => row.id);
const orders: Orders<OrderEventRow, Sort> = {
  CREATED_AT_ASC: [createdAt.asc, id.asc],
  CREATED_AT_DESC: [createdAt.desc, id.desc],
};

/** What happened to an order, oldest first unless said: what its reader may see, and nothing of the rest. */
export const listOrderEvents = (
  ctx: ReadContext,
  { order, orderBy, ...page }: ListOfOrder<Sort>,
): Promise<PageOf<OrderEventRow>> =>
  listPage({
    db: ctx.db,
    query: ctx.db
      .selectFrom('order_event as e')
      .select(['e.id', 'e.kind', 'e.created_at as at', 'e.actor_id as actorId', 'e.facts'])
      .where('e.order_id', '=', order.id)
      .where('e.visible_to', 'in', audiencesIn(ctx.actor, order)),
    orders,
    orderBy: orderBy ?? 'CREATED_AT_ASC',
    page,
    shape: (rows) => eventRows(ctx, rows as unknown as Found[], order),
  });

interface Found {
  readonly id: string;
  readonly kind: OrderEventKind;
  readonly at: unknown;
  readonly actorId: string | null;
  readonly facts: unknown;
}

type Facts = Readonly<Partial<Record<string, string | number | boolean | null>>>;
type Parties = ListOfOrder<Sort>['order'];

async function eventRows(ctx: ReadContext, found: readonly Found[], order: Parties): Promise<OrderEventRow[]> {
  const named = found.flatMap(({ actorId }) =>
    actorId !== null && isNamed(ctx.actor, order, authorIn(order, actorId)) ? [actorId] : [],
  );
  const people = await peopleByIds(ctx, [...new Set(named)]);
  const seesMoney = roleIn(ctx.actor, order) !== 'PROOFREADER';
  return found.map(({ actorId, facts: stored, ...row }) => {
    const facts = jsonFrom<Facts>(stored);
    return {
      ...row,
      by: authorIn(order, actorId),
      actor: (named.includes(actorId ?? '') ? people.get(actorId ?? '') : undefined) ?? null,
      ...said(facts),
      amount: seesMoney ? amountOf(facts) : null,
    };
  });
}

const text = (value: Facts[string]): string | null => (typeof value === 'string' ? value : null);

const statusOf = (value: Facts[string]): OrderStatus | null => orderStatuses.find((status) => status === value) ?? null;

/** The facts that the API shows; another one is not shown to anybody. */
const said = (facts: Facts) => ({
  from: statusOf(facts['from']),
  to: statusOf(facts['to']),
  dueAt: text(facts['dueAt']),
  previousDueAt: text(facts['previousDueAt']),
  isGranted: typeof facts['isGranted'] === 'boolean' ? facts['isGranted'] : null,
  fileId: text(facts['fileId']),
  noteId: text(facts['noteId']),
});

const amountOf = ({ amountCents, currency }: Facts): Money | null =>
  typeof amountCents === 'number' && typeof currency === 'string'
    ? { amount: amountCents, currency: currency as Currency }
    : null;
