import { orderStatuses, type Order, type OrderStatus } from '../../../entities/orders/order.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { AppContext, Operation, TransactionContext, UseCase } from '../../platform/context.ts';
import { cancelOrder } from '../cancellation/cancel-order.ts';
import { deliverOrder } from '../deliveries/deliver-order.ts';
import { findOrder, partiesOf } from '../load-order.ts';
import { actionsFor, isLeftByPrice, requireVisible } from '../order.policy.ts';
import { statesOf, type OrderVerb } from '../order.states.ts';
import { acceptMeasuredPages } from '../review/accept-measured-pages.ts';
import { closeOrderConsultation } from '../review/close-consultation.ts';
import { requestOrderConsultation } from '../review/request-consultation.ts';
import { submitOrderForReview } from '../review/submit-for-review.ts';
import { startOrder } from '../start-order.ts';
import { resumeOrder } from '../suspension/resume-order.ts';
import { suspendOrder } from '../suspension/suspend-order.ts';

interface Change {
  readonly orderId: string;
  readonly reason: string | null;
}

export interface SetOrderStatus {
  readonly orderId: string;
  readonly status: OrderStatus;
  /** Why, for the verbs that keep a reason. */
  readonly reason?: string | null | undefined;
}

type Needs = Pick<AppContext, 'run' | 'actor' | 'payments'>;
type Perform = (ctx: Needs, change: Change) => Promise<Order>;

const inTransaction =
  <K extends keyof TransactionContext>(useCase: UseCase<K, Change, Order>): Perform =>
  ({ run }, change) =>
    run(useCase, change);

/**
 * The use case of each verb that needs no more than the order and a reason. The others (paying, quoting, verifying, assigning) have
 * mutations of their own, which say what they need.
 */
const performed: Readonly<Partial<Record<OrderVerb, Perform>>> = {
  submitForReview: inTransaction(submitOrderForReview),
  requestConsultation: inTransaction(requestOrderConsultation),
  closeConsultation: inTransaction(closeOrderConsultation),
  acceptMeasuredPages: inTransaction(acceptMeasuredPages),
  start: inTransaction(startOrder),
  deliver: inTransaction(deliverOrder),
  suspend: inTransaction(suspendOrder),
  resume: inTransaction(resumeOrder),
  cancel: (ctx, { orderId, reason }) => cancelOrder(ctx, { orderId, reason: 'OTHER', note: reason }),
};

/**
 * Brings an order into a state by the one verb that leads there, with its rule and its effects, for front-ends that know states only.
 * None or several: `ACTION_NOT_ALLOWED { allowed }`, with the states that can be set.
 */
export const setOrderStatus: Operation<'run' | 'actor' | 'payments', SetOrderStatus, Order> = async (
  ctx,
  { orderId, status, reason },
) => {
  const seen = await ctx.run(see, orderId);
  const [verb, ...more] = verbsTo(ctx, seen, status);
  const perform = verb === undefined || more.length > 0 ? undefined : performed[verb];
  if (perform === undefined)
    throw new DomainError('ACTION_NOT_ALLOWED', {
      action: 'setStatus',
      status: seen.order.status,
      allowed: allowedIn(ctx, seen),
    });
  return perform(ctx, { orderId, reason: reason ?? null });
};

interface Seen {
  readonly order: Order;
  readonly states: ReturnType<typeof statesOf>;
}

const see: UseCase<'em' | 'actor', string, Seen> = async (tx, orderId) => {
  const order = await findOrder(tx, orderId);
  requireVisible(tx.actor, partiesOf(order));
  return { order, states: statesOf(order) };
};

/** What this person may do now without saying more, that leads to a state. */
const verbsTo = ({ actor }: Pick<Needs, 'actor'>, { order, states }: Seen, status: OrderStatus): OrderVerb[] =>
  actionsFor(actor, partiesOf(order)).filter(
    (verb) =>
      performed[verb] !== undefined && states[partiesOf(order).status][verb] === status && isLeftByPrice(order, verb),
  );

const allowedIn = (ctx: Pick<Needs, 'actor'>, seen: Seen): OrderStatus[] =>
  orderStatuses.filter((status) => verbsTo(ctx, seen, status).length === 1);
