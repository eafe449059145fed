import { z } from 'zod';
import { Payment } from '../../../entities/billing/payment.entity.ts';
import { money } from '../../kernel/money.ts';
import { notify, queueMail, recipientsOf, type NotificationWords } from '../../notifications/index.ts';
import type { Tx, AppContext } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { subjectTypeShape } from '../../platform/subject-shape.ts';
import { paymentFailed } from '../emails/payment-failed.ts';
import { payerOf, recipientFor } from '../payer.ts';

const payload = z.object({
  paymentId: z.uuid(),
  subjectType: subjectTypeShape,
  subjectId: z.uuid(),
  payerId: z.uuid().nullable(),
});

/** Notifies the payer that nothing was charged and that they can try again: a person without an account by mail. */
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
  tx: Tx<'em' | 'now' | 'publish' | 'enqueue' | 'config'>,
  { paymentId, subjectId, payerId }: z.infer<typeof payload>,
): Promise<void> {
  if (payerId === null) return mailPerson(tx, paymentId);
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

async function mailPerson(tx: Tx<'em' | 'now' | 'enqueue' | 'config'>, paymentId: string): Promise<void> {
  const payment = await tx.em.findOne(Payment, { id: paymentId });
  const recipient = payment === null ? undefined : await recipientFor(tx, payerOf(payment));
  if (payment === null || recipient === undefined) return;
  const { amountCents, currency, description } = payment;
  const { firstName, locale } = recipient;
  await queueMail(tx, {
    template: paymentFailed,
    recipient,
    locale,
    dedupeKey: `${paymentFailed.name}:${paymentId}`,
    data: { firstName, amount: money(amountCents, currency), description, homeUrl: tx.config.frontUrl },
  });
}
