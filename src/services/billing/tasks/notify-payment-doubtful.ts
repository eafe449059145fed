import { notify, recipientsOf, type NotificationWords } from '../../notifications/index.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import type { notifyPaymentDoubtfulTask } from './mobile-money-jobs.ts';

const words: NotificationWords<object> = {
  fr: () => ({
    title: 'Votre paiement est en cours de vérification',
    message:
      'Nous ne savons pas encore si vous avez été débité. Ne payez pas une seconde fois\u00a0: nous vous préviendrons dès que nous le saurons.',
  }),
  en: () => ({
    title: 'Your payment is being checked',
    message:
      'We do not know yet whether you were debited. Do not pay a second time: we will notify you as soon as we know.',
  }),
};

type Doubtful = PayloadOf<typeof notifyPaymentDoubtfulTask>;

/** Notifies the payer, once, that nobody knows what became of their payment. */
export const notifyPaymentDoubtful = ({ run }: Pick<AppContext, 'run'>, doubtful: Doubtful): Promise<void> =>
  run(notifyPayer, doubtful);

async function notifyPayer(
  tx: Tx<'em' | 'now' | 'publish'>,
  { paymentId, subjectId, payerId }: Doubtful,
): Promise<void> {
  // A person without an account has no in-app notifications.
  if (payerId === null) return;
  const recipient = (await recipientsOf(tx, [payerId])).get(payerId);
  if (recipient === undefined) return;
  await notify(tx, {
    userId: payerId,
    ...words[recipient.locale]({}),
    type: 'PAYMENT',
    priority: 'HIGH',
    actionUrl: `/paiements/${paymentId}`,
    data: { paymentId, subjectId },
    dedupeKey: `payment-doubtful:${paymentId}:${payerId}`,
  });
}
