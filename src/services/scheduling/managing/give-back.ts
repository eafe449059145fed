import { refundWithin, type ConfirmationContext } from '../../billing/index.ts';
import { money } from '../../kernel/money.ts';
import type { AppContext } from '../../platform/context.ts';
import type { MoneyBack } from './cancellation-terms.ts';

/** Refunds so much of a deposit, from the newest payment on. */
export async function giveBack(
  tx: ConfirmationContext,
  providers: AppContext['payments'],
  { payments, refundCents }: Pick<MoneyBack, 'payments' | 'refundCents'>,
): Promise<void> {
  let owed = refundCents;
  for (const { paymentId, leftCents, currency } of payments) {
    const share = Math.min(owed, leftCents);
    if (share > 0)
      await refundWithin(providers)(tx, {
        ...{ paymentId, amount: money(share, currency) },
        reason: 'REQUESTED_BY_CUSTOMER',
      });
    owed -= share;
  }
}
