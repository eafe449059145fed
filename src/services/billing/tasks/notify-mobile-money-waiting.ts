import { Payment } from '../../../entities/billing/payment.entity.ts';
import { formatMoney } from '../../kernel/format.ts';
import { mobileNetworkFacts, type MobileNetwork } from '../../kernel/mobile-money.ts';
import { money } from '../../kernel/money.ts';
import { notify, queueMail, type NotificationWords } from '../../notifications/index.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { mobileMoneyWaiting as template } from '../emails/mobile-money-waiting.ts';
import { payerOf, recipientFor } from '../payer.ts';
import type { notifyMobileMoneyWaitingTask } from './mobile-money-jobs.ts';

const words: NotificationWords<{ amount: string; network: string }> = {
  fr: ({ amount, network }) => ({
    title: 'Votre paiement mobile attend votre confirmation',
    message: `Confirmez le paiement de ${amount} avec ${network}. Rien d’autre n’est à faire ensuite.`,
  }),
  en: ({ amount, network }) => ({
    title: 'Your mobile payment waits for your confirmation',
    message: `Confirm the payment of ${amount} with ${network}. There is nothing else to do afterwards.`,
  }),
};

type Waiting = PayloadOf<typeof notifyMobileMoneyWaitingTask>;

/** Notifies the payer of a push that it waits for them, once; nothing when it has ended meanwhile, or is no push. */
export const notifyMobileMoneyWaiting = ({ run }: Pick<AppContext, 'run'>, waiting: Waiting): Promise<void> =>
  run(notifyPayer, waiting);

async function notifyPayer(
  tx: Tx<'em' | 'now' | 'enqueue' | 'publish' | 'config'>,
  { paymentId, subjectId }: Waiting,
): Promise<void> {
  const payment = await tx.em.findOne(Payment, { id: paymentId });
  if (payment?.status !== 'PROCESSING' || payment.network === null) return;
  const recipient = await recipientFor(tx, payerOf(payment));
  if (recipient === undefined) return;
  const { userId, locale, firstName } = recipient;
  const { description, phoneLast4 } = payment;
  const amount = money(payment.amountCents, payment.currency);
  const network = mobileNetworkFacts[payment.network as MobileNetwork].name;
  const path = `/paiements/${paymentId}`;
  const dedupeKey = `${template.name}:${paymentId}`;
  const paymentUrl = `${tx.config.frontUrl}${path}`;
  await queueMail(tx, {
    template,
    recipient,
    locale,
    dedupeKey,
    data: { firstName, amount, description, network, phoneLast4: phoneLast4 ?? '', paymentUrl },
  });
  if (userId === null) return;
  await notify(tx, {
    userId,
    ...words[locale]({ amount: formatMoney(amount, locale), network }),
    type: 'PAYMENT',
    actionUrl: path,
    data: { paymentId, subjectId },
    dedupeKey,
  });
}
