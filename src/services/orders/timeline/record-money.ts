import { OrderEvent, type OrderEventKind } from '../../../entities/orders/order-event.entity.ts';
import type { Order } from '../../../entities/orders/order.entity.ts';
import { paymentDisputed, paymentRefunded } from '../../billing/index.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { lockOrder } from '../deadlines/lock-order.ts';
import { publishFor } from '../live.ts';
import { orderSubjectType } from '../order-subject.ts';
import { recordStep, type OrderStep } from '../order-timeline.ts';

/** Money of an order went back: a step of its timeline. */
export const recordRefundTask = defineTask('orders.record-refund', paymentRefunded.payload);
/** The customer's bank claims the money of an order back: a step that admins see. */
export const recordDisputeTask = defineTask('orders.record-dispute', paymentDisputed.payload);

type Running = Pick<AppContext, 'run'>;
type RecordingTx = Tx<'em' | 'actor' | 'now' | 'publish'>;
type Facts = NonNullable<OrderStep['facts']>;

export async function recordRefund(
  { run }: Running,
  { subjectType, subjectId, paymentId, refundedCents, isWhole }: PayloadOf<typeof recordRefundTask>,
): Promise<void> {
  if (subjectType !== orderSubjectType) return;
  await run(recordOnce, {
    orderId: subjectId,
    kind: 'REFUNDED',
    visibleTo: 'ALL',
    factsOf: ({ currency }) => ({ paymentId, amountCents: refundedCents, currency, isWhole }),
  });
}

export async function recordDispute(
  { run }: Running,
  { subjectType, subjectId, disputeId, amountCents, currency }: PayloadOf<typeof recordDisputeTask>,
): Promise<void> {
  if (subjectType !== orderSubjectType) return;
  await run(recordOnce, {
    orderId: subjectId,
    kind: 'DISPUTED',
    visibleTo: 'ADMIN',
    factsOf: () => ({ disputeId, amountCents, currency }),
  });
}

interface MoneyStep extends Pick<OrderStep, 'visibleTo'> {
  readonly orderId: string;
  readonly kind: OrderEventKind;
  readonly factsOf: (order: Order) => Facts;
}

/** A job may run twice; what it says is on the timeline once. */
async function recordOnce(tx: RecordingTx, { orderId, kind, visibleTo, factsOf }: MoneyStep): Promise<void> {
  const order = await lockOrder(tx, orderId);
  if (order === null) return;
  const facts = factsOf(order);
  const known = await tx.em.find(OrderEvent, { order, kind });
  if (known.some((event) => isSame(event.facts, facts))) return;
  recordStep(tx, order, { kind, facts, ...(visibleTo === undefined ? {} : { visibleTo }) });
  publishFor(tx, order, visibleTo ?? 'ALL');
}

const isSame = (one: Facts, other: Facts): boolean => Object.keys(other).every((name) => one[name] === other[name]);
