import { formatMoney } from '../../kernel/format.ts';
import type { Tx, AppContext } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { notify, queueMail, type NotificationWords } from '../../notifications/index.ts';
import { refundMade as template } from '../emails/refund-made.ts';
import { refundMadeToPerson } from '../emails/refund-made-to-person.ts';
import { recipientFor } from '../payer.ts';
import { findRefundToReport } from './refund-to-report.ts';
import type { notifyRefundMadeTask } from './refund-jobs.ts';

const words: NotificationWords<{ amount: string }> = {
  fr: ({ amount }) => ({
    title: 'Votre remboursement est effectué',
    message: `${amount} vous ont été remboursés. La somme apparaîtra sur votre compte sous quelques jours, selon votre banque.`,
  }),
  en: ({ amount }) => ({
    title: 'Your refund has been made',
    message: `${amount} were refunded to you. The amount will appear on your account within a few days, depending on your bank.`,
  }),
};

type Made = PayloadOf<typeof notifyRefundMadeTask>;

/** Notifies the payer that money is back: one e-mail and one notification, however often it is tried. */
export const notifyRefundMade = ({ run }: Pick<AppContext, 'run'>, made: Made): Promise<void> => run(notifyPayer, made);

async function notifyPayer(
  tx: Tx<'em' | 'now' | 'enqueue' | 'publish' | 'config'>,
  { refundId, paymentId, attempt, subjectId }: Made,
): Promise<void> {
  const refund = await findRefundToReport(tx, refundId);
  // The bank may have sent the money back since.
  if (refund?.status !== 'SUCCEEDED') return;
  const recipient = await recipientFor(tx, refund.payer);
  if (recipient === undefined) return;
  const { userId, locale, firstName } = recipient;
  const { amount, description } = refund;
  const facts = { firstName, amount, description };
  if (userId === null) {
    const dedupeKey = `${refundMadeToPerson.name}:${refundId}:${attempt}`;
    await queueMail(tx, {
      template: refundMadeToPerson,
      recipient,
      locale,
      dedupeKey,
      data: { ...facts, homeUrl: tx.config.frontUrl },
    });
    return;
  }
  const path = `/paiements/${paymentId}`;
  const dedupeKey = `${template.name}:${refundId}:${attempt}:${userId}`;
  await queueMail(tx, {
    template,
    recipient,
    locale,
    dedupeKey,
    data: { ...facts, paymentUrl: `${tx.config.frontUrl}${path}` },
  });
  await notify(tx, {
    userId,
    ...words[locale]({ amount: formatMoney(amount, locale) }),
    type: 'PAYMENT',
    actionUrl: path,
    data: { refundId, paymentId, subjectId },
    dedupeKey,
  });
}
