import type { Payment } from '../../entities/billing/payment.entity.ts';
import { Refund } from '../../entities/billing/refund.entity.ts';
import type { PaymentProviders } from '../adapters/payments/port.ts';
import { personOf } from '../access/actor.ts';
import { fieldError } from '../kernel/errors.ts';
import { money, type Currency, type Money } from '../kernel/money.ts';
import type { RefundReason } from '../kernel/refund-reasons.ts';
import { isRepeated, keyed, type Keyed } from '../platform/request-keys.ts';
import type { AppContext, Operation, Tx } from '../platform/context.ts';
import { addRefund } from './add-refund.ts';
import { refundedLines, type RefundedLines } from './refunded-lines.ts';
import { requireUndisputed } from './require-undisputed.ts';
import { lockPaymentOf } from './lock-refunds.ts';
import { movedCentsOf } from './offset-invoice.ts';
import { refundable, requireAvailable, requireRefundable } from './refund.policy.ts';
import type { LineChoice } from './wanted-credit.ts';

export interface RefundPayment extends Keyed {
  readonly paymentId: string;
  /** What goes back; all that is left unless said. */
  readonly amount?: { readonly amount: number; readonly currency: Currency } | null | undefined;
  /** These lines of its invoice, instead of an amount. */
  readonly lines?: readonly LineChoice[] | null | undefined;
  readonly reason: RefundReason;
}

type RefundContext = Tx<'em' | 'actor' | 'now' | 'emit' | 'record'>;

/**
 * Decides that money of a payment goes back. A job asks the provider; one that has no refunds leaves it to be paid by hand.
 * Refuses with `REFUND_TOO_LARGE { available }`, with `CREDIT_TOO_LARGE { available }` more of a line than is left of it, while a dispute is open with `PAYMENT_DISPUTED` and, for money that never came, `ACTION_NOT_ALLOWED`.
 */
export const refundPayment: Operation<RefundNeeds, RefundPayment, Refund> = async (ctx, input) => {
  const { key, ...content } = input;
  // What is asked a second time after a lost answer is no second refund.
  if (!(await isRepeated(ctx, { operation, key, content }))) await takeRefund(ctx);
  return ctx.run(keyed(operation, refundWithin(ctx.payments), findRefund), input);
};

const operation = 'refundPayment';
type RefundNeeds = 'run' | 'payments' | 'limits' | 'db' | 'actor';

/** Thirty refunds a minute are more than one person decides. */
export const takeRefund = ({ limits, actor }: Pick<AppContext, 'limits' | 'actor'>): Promise<void> | void =>
  limits.take('refund/person', personOf(actor));

export const findRefund = ({ em }: Tx<'em'>, id: string): Promise<Refund> => em.findOneOrFail(Refund, { id });

/** The same in a transaction of the caller’s, which decides about the subject of the payment and its money at once. */
export const refundWithin =
  (providers: PaymentProviders) =>
  async (tx: RefundContext, { paymentId, reason, ...choice }: RefundPayment): Promise<Refund> => {
    const { payment, refunds } = await lockPaymentOf(tx, paymentId);
    requireRefundable(payment);
    await requireUndisputed(tx, payment);
    const chosen = await chosenOf(tx, payment, choice);
    const available = refundable(payment, refunds, await movedCentsOf(tx, payment));
    const amount = chosen?.amount ?? available;
    requireAvailable(amount.amount > 0 ? amount : money(1, payment.currency), available);
    return addRefund(tx, providers, { payment, amount, lines: chosen?.lines, reason, creditNote: null });
  };

/** Null for all that is left. */
async function chosenOf(
  tx: Tx<'em'>,
  payment: Payment,
  { amount, lines }: Pick<RefundPayment, 'amount' | 'lines'>,
): Promise<{ readonly amount: Money; readonly lines?: RefundedLines['lines'] } | null> {
  if (amount && lines) throw fieldError('input.amount', 'isWithoutLines');
  if (lines) return refundedLines(tx, payment, lines);
  if (!amount) return null;
  if (amount.currency !== payment.currency) throw fieldError('input.amount.currency', 'currency');
  return { amount: money(amount.amount, amount.currency) };
}
