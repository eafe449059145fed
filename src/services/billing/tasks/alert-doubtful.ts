import type { PayloadOf } from '../../platform/task.ts';
import { alarm, type AlertNeeds, type Words } from './alert-admins.ts';
import type { alertDebitReportedTask, alertDoubtfulPaymentTask } from './mobile-money-jobs.ts';

const doubtfulWords: Words = {
  fr: {
    title: 'Un paiement mobile reste sans réponse',
    message:
      'Depuis un jour, personne ne sait si le client a été débité. Cherchez ce paiement dans l’espace du prestataire.',
  },
  en: {
    title: 'A mobile payment has no answer',
    message:
      'For a day nobody has known whether the customer was debited. Look for this payment in the provider’s dashboard.',
  },
};
const debitWords: Words = {
  fr: {
    title: 'Un client dit avoir été débité',
    message:
      'Un client signale que son paiement mobile a été débité, et nous ne le savons pas. Cherchez-le dans l’espace du prestataire.',
  },
  en: {
    title: 'A customer says that they were debited',
    message:
      'A customer reports that their mobile payment was debited, and we do not know it. Look for it in the provider’s dashboard.',
  },
};

export const alertDoubtfulPayment = (
  ctx: AlertNeeds,
  payment: PayloadOf<typeof alertDoubtfulPaymentTask>,
): Promise<void> => alarm(ctx, { key: 'payment-doubtful', words: doubtfulWords, payment });
export const alertDebitReported = (ctx: AlertNeeds, payment: PayloadOf<typeof alertDebitReportedTask>): Promise<void> =>
  alarm(ctx, { key: 'payment-debit-reported', words: debitWords, payment });
