import type { PaymentProviders } from '../adapters/payments/port.ts';
import type { RefundDueReason } from '../../entities/billing/payment.entity.ts';
import { money } from '../kernel/money.ts';
import type { RefundReason } from '../kernel/refund-reasons.ts';
import type { Tx } from '../platform/context.ts';
import { addRefund } from './add-refund.ts';
import { lockPaymentOf } from './lock-refunds.ts';
import { movedCentsOf } from './offset-invoice.ts';
import { refundDueCents } from './refund-due.ts';
import { promisedRefunds, refundable } from './refund.policy.ts';

const reasons: Readonly<Record<RefundDueReason, RefundReason>> = {
  ALREADY_PAID: 'DUPLICATE',
  OVERPAID: 'DUPLICATE',
  NOT_PAYABLE: 'NOT_DELIVERED',
  AMOUNT_DIFFERS: 'NOT_DELIVERED',
};

/** Gives back what came and was not accepted, by the application itself. Done twice, it is done once: what is promised counts as gone. */
export const giveBackDue =
  (providers: PaymentProviders) =>
  async (tx: Tx<'em' | 'emit' | 'record'>, { paymentId }: { readonly paymentId: string }): Promise<void> => {
    const { payment, refunds } = await lockPaymentOf(tx, paymentId);
    const dueCents = refundDueCents({ ...payment, refundedCents: promisedRefunds(refunds) });
    const available = refundable(payment, refunds, await movedCentsOf(tx, payment));
    const cents = Math.min(dueCents, available.amount);
    const due: RefundDueReason | null = payment.refundDueReason;
    if (cents <= 0 || due === null) return;
    const amount = money(cents, payment.currency);
    await addRefund(tx, providers, { payment, amount, reason: reasons[due], creditNote: null });
  };
