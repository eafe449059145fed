import type { Locale } from '../../kernel/locale.ts';
import { notify, queueMail, recipientsIn } from '../../notifications/index.ts';
import type { Tx, AppContext } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { refundFailed as template } from '../emails/refund-failed.ts';
import { reasonWords } from '../provider-reasons.ts';
import type { alertRefundFailedTask } from './refund-jobs.ts';
import { findRefundToReport } from './refund-to-report.ts';

const words: Readonly<Record<Locale, { readonly title: string; readonly message: string }>> = {
  fr: {
    title: 'Un remboursement a échoué',
    message:
      'L’argent n’est pas parti, ou la banque du client l’a renvoyé\u00a0: il reste dû. Relancez le remboursement, ou versez-le à la main.',
  },
  en: {
    title: 'A refund failed',
    message:
      'The money did not leave, or the customer’s bank sent it back: it is still owed. Try the refund again, or pay it by hand.',
  },
};
type Failed = PayloadOf<typeof alertRefundFailedTask>;

/** Notifies every admin, in the application and by mail: somebody must ask for the refund again or pay it by hand. */
export const alertRefundFailed = ({ run }: Pick<AppContext, 'run'>, failed: Failed): Promise<void> =>
  run(notifyAdmins, failed);

async function notifyAdmins(
  tx: Tx<'em' | 'now' | 'enqueue' | 'publish' | 'config'>,
  { refundId, paymentId, subjectId, attempt }: Failed,
): Promise<void> {
  const refund = await findRefundToReport(tx, refundId);
  if (refund === undefined) return;
  const path = `/admin/remboursements/${refundId}`;
  for (const recipient of await recipientsIn(tx, 'ADMIN')) {
    const { userId, locale, firstName } = recipient;
    const dedupeKey = `${template.name}:${refundId}:${attempt}:${userId}`;
    await queueMail(tx, {
      template,
      recipient,
      locale,
      dedupeKey,
      data: {
        firstName,
        amount: refund.amount,
        description: refund.description,
        reason: refund.failureReason === null ? '–' : reasonWords(refund.failureReason, locale),
        refundUrl: `${tx.config.frontUrl}${path}`,
      },
    });
    await notify(tx, {
      userId,
      ...words[locale],
      type: 'PAYMENT',
      priority: 'URGENT',
      isCritical: true,
      actionUrl: path,
      data: { refundId, paymentId, subjectId },
      dedupeKey,
    });
  }
}
