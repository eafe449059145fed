import type { ReadContext } from '../../platform/context.ts';
import { openDeliveries, type OpenDelivery } from '../deliveries/delivery-rows.ts';
import { actionsFor } from '../order.policy.ts';
import type { OrderVerb } from '../order.states.ts';
import type { OrderRow } from './order-row.ts';

/** What nobody asks for once a quote has agreed the price. */
const unlessQuoted: readonly OrderVerb[] = ['submitForReview', 'requestConsultation'];

const actionsOf = ({ actor }: ReadContext, order: OrderRow): OrderVerb[] =>
  actionsFor(actor, order).filter((verb) => (order.quoteId ?? null) === null || !unlessQuoted.includes(verb));

/** What the caller may do with each order now. A delivery is answered once, and changes are asked for while there is time and the order includes them. */
export async function attachActions(ctx: ReadContext, orders: readonly OrderRow[]): Promise<void> {
  for (const order of orders) order.availableActions = actionsOf(ctx, order);
  const answered = orders.filter(({ availableActions }) => availableActions?.includes('acceptDelivery'));
  if (answered.length === 0) return;
  const open = await openDeliveries(
    ctx.db,
    answered.map(({ id }) => id),
  );
  for (const order of answered) {
    const hidden = hiddenOf(open.get(order.id), ctx.now);
    order.availableActions = order.availableActions?.filter((verb) => !hidden.includes(verb)) ?? [];
  }
}

const onceAnswered: readonly OrderVerb[] = ['acceptDelivery', 'requestChanges'];

function hiddenOf(open: OpenDelivery | undefined, now: Date): readonly OrderVerb[] {
  if (open === undefined) return onceAnswered;
  return now > open.until || open.revisionsLeft <= 0 ? ['requestChanges'] : [];
}
