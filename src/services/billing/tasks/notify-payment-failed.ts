import { z } from 'zod';
import { notify, recipientsOf, type NotificationWords } from '../../notifications/index.ts';
import type { Tx, AppContext } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { subjectTypeShape } from '../../platform/subject-shape.ts';

const payload = z.object({
  paymentId: z.uuid(),
  subjectType: subjectTypeShape,
  subjectId: z.uuid(),
  payerId: z.uuid(),
});

/** Notifies the payer that nothing was charged and that they can try again. */
export const notifyPaymentFailedTask = defineTask('billing.tell-payment-failed', payload);

const words: NotificationWords<object> = {
  fr: () => ({
    title: 'Votre paiement n’a pas abouti',
    message: 'Rien n’a été débité. Vous pouvez recommencer le paiement.',
  }),
  en: () => ({
    title: 'Your payment did not go through',
    message: 'Nothing was charged. You can make the payment again.',
  }),
};

export const notifyPaymentFailed = (
  { run }: Pick<AppContext, 'run'>,
  failed: PayloadOf<typeof notifyPaymentFailedTask>,
): Promise<void> => run(notifyPayer, failed);

async function notifyPayer(
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
