import { z } from 'zod';
import { billables } from '../../../entities/billing/payment.entity.ts';
import { notify, recipientsOf, type NotificationWords } from '../../notifications/index.ts';
import type { Tx, AppContext } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';

const payload = z.object({
  paymentId: z.uuid(),
  subjectType: z.enum(billables),
  subjectId: z.uuid(),
  payerId: z.uuid(),
});

/** Tells the payer that nothing was charged and that they can try again. */
export const tellPaymentFailed = defineTask('billing.tell-payment-failed', payload);

const words: NotificationWords<object> = {
  fr: () => ({
    title: 'Votre paiement n’a pas abouti',
    message: 'Rien n’a été débité. Vous pouvez réessayer depuis votre commande.',
  }),
  en: () => ({
    title: 'Your payment did not go through',
    message: 'Nothing was charged. You can try again from your order.',
  }),
};

export const tellPaymentFailedNow = (
  { run }: Pick<AppContext, 'run'>,
  failed: PayloadOf<typeof tellPaymentFailed>,
): Promise<void> => run(tell, failed);

async function tell(
  tx: Tx<'em' | 'now' | 'publish'>,
  { paymentId, subjectId, payerId }: z.infer<typeof payload>,
): Promise<void> {
  const recipient = (await recipientsOf(tx, [payerId])).get(payerId);
  if (recipient === undefined) return;
  await notify(tx, {
    userId: payerId,
    ...words[recipient.locale]({}),
    type: 'PAYMENT',
    priority: 'HIGH',
    data: { paymentId, subjectId },
    dedupeKey: `payment-failed:${paymentId}:${payerId}`,
  });
}
