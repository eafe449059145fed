import { OrderEvent, type OrderEventKind } from '../../../entities/orders/order-event.entity.ts';
import type { Order } from '../../../entities/orders/order.entity.ts';
import { invoicesById, paymentDisputed, paymentRefunded } from '../../billing/index.ts';
import type { SubjectType } from '../../kernel/subject.ts';
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

type Recording = Pick<AppContext, 'run' | 'db' | 'actor' | 'now'>;
type RecordingTx = Tx<'em' | 'actor' | 'now' | 'publish'>;
type Facts = NonNullable<OrderStep['facts']>;

export const recordRefund = (
  ctx: Recording,
  { paymentId, refundedCents, isWhole, ...about }: PayloadOf<typeof recordRefundTask>,
): Promise<void> =>
  recordOf(ctx, about, {
    kind: 'REFUNDED',
    visibleTo: 'ALL',
    known: ['paymentId', 'amountCents'],
    factsOf: ({ currency }) => ({ paymentId, amountCents: refundedCents, currency, isWhole }),
  });

export const recordDispute = (
  ctx: Recording,
  { disputeId, amountCents, currency, ...about }: PayloadOf<typeof recordDisputeTask>,
): Promise<void> =>
  recordOf(ctx, about, {
    kind: 'DISPUTED',
    visibleTo: 'ADMIN',
    known: ['disputeId'],
    factsOf: () => ({ disputeId, amountCents, currency }),
  });

interface MoneyStep extends Required<Pick<OrderStep, 'visibleTo'>> {
  readonly kind: OrderEventKind;
  /** The facts that say which step it is. */
  readonly known: readonly string[];
  readonly factsOf: (order: Order) => Facts;
}

interface About {
  readonly subjectType: SubjectType;
  readonly subjectId: string;
}

/** The money of an order: paid for it, or for an invoice of it that was issued before it was paid. */
async function recordOf(ctx: Recording, { subjectType, subjectId }: About, step: MoneyStep): Promise<void> {
  if (subjectType === orderSubjectType) return ctx.run(recordOnce, { orderId: subjectId, step });
  if (subjectType !== 'INVOICE') return;
  const invoice = (await invoicesById(ctx, [subjectId])).get(subjectId);
  if (invoice?.subjectType === orderSubjectType && invoice.subjectId !== null)
    await ctx.run(recordOnce, { orderId: invoice.subjectId, step });
}

/** A job may run twice; what it says is on the timeline once. */
async function recordOnce(
  tx: RecordingTx,
  { orderId, step: { kind, visibleTo, known, factsOf } }: { readonly orderId: string; readonly step: MoneyStep },
): Promise<void> {
  const order = await lockOrder(tx, orderId);
  if (order === null) return;
  const facts = factsOf(order);
  const steps = await tx.em.find(OrderEvent, { order, kind });
  if (steps.some((event) => known.every((name) => event.facts[name] === facts[name]))) return;
  recordStep(tx, order, { kind, facts, visibleTo });
  publishFor(tx, order, visibleTo);
}
