import type { GivenCancellationReason } from '../../../entities/orders/cancellation-reason.ts';
import type { Order } from '../../../entities/orders/order.entity.ts';
import { refundWithin, withdrawBill, type SubjectPayment } from '../../billing/index.ts';
import { fieldError } from '../../kernel/errors.ts';
import { money, type Currency } from '../../kernel/money.ts';
import type { RefundReason } from '../../kernel/refund-reasons.ts';
import { allows } from '../../kernel/states.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import { writing } from '../../platform/orm/values.ts';
import type { AppContext, Operation, Tx } from '../../platform/context.ts';
import { loadOrder } from '../load-order.ts';
import { orderStates } from '../order.states.ts';
import { orderSubject } from '../order-subject.ts';
import { requireNoDispute } from '../suspension/resume-order.ts';
import { cancel, type CancellingTx } from './cancel.ts';
import { termsOf, type CancellationTerms } from './cancellation-terms.ts';

export interface CancelOrder {
  readonly orderId: string;
  readonly reason?: GivenCancellationReason | null;
  /** Words for the team. */
  readonly note?: string | null;
  /** What goes back; what the terms say unless given, and never less. */
  readonly refund?: { readonly amount: number; readonly currency: Currency } | null;
}

export type Providers = AppContext['payments'];
type CancelTx = CancellingTx & Tx<'config' | 'enqueue'>;

/**
 * Gives an order up. The customer may while nothing is paid; an admin always until it is delivered, and then the money goes back in the
 * same transaction: by the terms, or more. That a refund fails later changes nothing of the order: admins see it as failed, and ask for it
 * again. Errors: INPUT_INVALID (no reason for a paid order; less than the terms, or a refund of what nobody paid), REFUND_TOO_LARGE,
 * PAYMENT_DISPUTED.
 */
export const cancelOrder: Operation<'run' | 'payments', CancelOrder, Order> = ({ run, payments }, input) =>
  run(cancelWith(payments), input);

/** The same in a transaction that has begun. */
export const cancelWith =
  (providers: Providers) =>
  async (tx: CancelTx, { orderId, reason, note, refund }: CancelOrder): Promise<Order> => {
    const order = await loadOrder(tx, orderId, 'cancel');
    await requireNoDispute(tx, order);
    const { terms, payments } = await termsOf(writing(tx.em).db, order);
    const isPaid = order.paidAt !== null;
    if (allows(orderStates, order.status, 'cancel') && isPaid && !reason)
      throw fieldError('input.reason', 'isRequired');
    const refundCents = wantedCents(terms, refund);
    cancel(tx, order, { reason: reason ?? 'CUSTOMER_REQUEST', note: note?.trim() || null, refundCents });
    await tx.em.flush();
    crashPoint('after-cancellation');
    await withdrawBill(tx, orderSubject(order.id));
    await giveBack(tx, {
      providers,
      payments,
      cents: refundCents,
      reason: refundReasons[reason ?? 'CUSTOMER_REQUEST'],
    });
    return order;
  };

function wantedCents({ refund, available }: CancellationTerms, wanted: CancelOrder['refund']): number {
  if (!wanted) return refund.amount;
  if (wanted.currency !== refund.currency) throw fieldError('input.refund.currency', 'currency');
  if (wanted.amount < refund.amount) throw fieldError('input.refund.amount', 'min');
  if (available.amount === 0) throw fieldError('input.refund', 'isPaid');
  return wanted.amount;
}

/** Why the money goes back, as billing knows it. */
const refundReasons: Readonly<Record<GivenCancellationReason, RefundReason>> = {
  CUSTOMER_REQUEST: 'REQUESTED_BY_CUSTOMER',
  WITHDRAWAL: 'WITHDRAWAL',
  NO_PROOFREADER: 'NOT_DELIVERED',
  NOT_FEASIBLE: 'NOT_DELIVERED',
  DUPLICATE: 'DUPLICATE',
  FRAUD: 'FRAUD',
  OTHER: 'NOT_DELIVERED',
};

interface GivingBack {
  readonly providers: Providers;
  readonly payments: readonly SubjectPayment[];
  readonly cents: number;
  readonly reason: RefundReason;
}

/** From the newest payment on. What is more than all of them together is refused with the last one. */
async function giveBack(tx: CancelTx, { providers, payments, cents, reason }: GivingBack): Promise<void> {
  const usable = payments.filter(({ leftCents }) => leftCents > 0);
  let owed = cents;
  for (const [i, { paymentId, leftCents, currency }] of usable.entries()) {
    const share = i === usable.length - 1 ? owed : Math.min(owed, leftCents);
    if (share > 0) await refundWithin(providers)(tx, { paymentId, amount: money(share, currency), reason });
    owed -= share;
  }
}
