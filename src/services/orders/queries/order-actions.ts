import { awaitedSubjects, disputedSubjects } from '../../billing/index.ts';
import type { Db, ReadContext } from '../../platform/context.ts';
import { openDeliveries, type OpenDelivery } from '../deliveries/delivery-rows.ts';
import { orderSubjectType } from '../order-subject.ts';
import { actionsFor, isLeftByPrice } from '../order.policy.ts';
import type { OrderVerb } from '../order.states.ts';
import type { OrderRow } from './order-row.ts';

/**
 * What the caller may do with each order now: what is offered works. Beside the state and the roles, the price decides, the delivery that
 * waits for an answer, an invoice that asks for the money, and a bank that claims it back.
 */
export async function attachActions(ctx: ReadContext, orders: readonly OrderRow[]): Promise<void> {
  for (const order of orders)
    order.availableActions = actionsFor(ctx.actor, order).filter((verb) => isLeftByPrice(order, verb));
  const hides = await Promise.all([
    hiddenByDelivery(ctx, offering(orders, ['acceptDelivery'])),
    hiddenByDispute(ctx.db, offering(orders, ['resume', 'cancel'])),
    hiddenByMoney(ctx.db, offering(orders, ['pay', 'quote'])),
  ]);
  for (const order of orders)
    for (const hidden of hides)
      order.availableActions = order.availableActions?.filter((verb) => !hidden(order.id).includes(verb)) ?? [];
}

/** The verbs that something about an order hides. */
type Hidden = (orderId: string) => readonly OrderVerb[];

const offering = (orders: readonly OrderRow[], verbs: readonly OrderVerb[]): OrderRow[] =>
  orders.filter(({ availableActions }) => availableActions?.some((verb) => verbs.includes(verb)));

const idsOf = (orders: readonly OrderRow[]): string[] => orders.map(({ id }) => id);

/** A delivery is answered once, and changes are asked for while there is time and the order includes them. */
async function hiddenByDelivery({ db, now }: ReadContext, orders: readonly OrderRow[]): Promise<Hidden> {
  if (orders.length === 0) return () => [];
  const open = await openDeliveries(db, idsOf(orders));
  return (id) => (orders.some((order) => order.id === id) ? hiddenOf(open.get(id), now) : []);
}

function hiddenOf(open: OpenDelivery | undefined, now: Date): readonly OrderVerb[] {
  if (open === undefined) return ['acceptDelivery', 'requestChanges'];
  return now > open.until || open.revisionsLeft <= 0 ? ['requestChanges'] : [];
}

/** The states in which money was taken that a bank may claim back. */
const paid: readonly OrderRow['status'][] = ['PAID', 'IN_PROGRESS', 'SUSPENDED'];

/** Nothing is decided about an order while a bank decides about its money. */
async function hiddenByDispute(db: Db, orders: readonly OrderRow[]): Promise<Hidden> {
  const ids = idsOf(orders.filter(({ status }) => paid.includes(status)));
  const disputed = await disputedSubjects(db, { type: orderSubjectType, ids });
  return (id) => (disputed.has(id) ? ['resume', 'cancel'] : []);
}

/** What is invoiced, or just being paid, has its price, and nobody pays it twice: what was invoiced is paid by its invoice. */
async function hiddenByMoney(db: Db, orders: readonly OrderRow[]): Promise<Hidden> {
  const awaited = await awaitedSubjects(db, { type: orderSubjectType, ids: idsOf(orders) });
  return (id) => (awaited.has(id) ? ['pay', 'quote'] : []);
}
