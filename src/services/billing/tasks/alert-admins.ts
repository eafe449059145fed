import { z } from 'zod';
import { refundReasons } from '../../../entities/billing/payment.entity.ts';
import type { Locale } from '../../kernel/locale.ts';
import { notifyMany, recipientsIn } from '../../notifications/index.ts';
import type { Tx, AppContext } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { subjectTypeShape } from '../../platform/subject-shape.ts';

const about = { paymentId: z.uuid(), subjectType: subjectTypeShape, subjectId: z.uuid(), payerId: z.uuid() };
const refundDue = z.object({ ...about, reason: z.enum(refundReasons) });
const mismatched = z.object({ ...about, differences: z.array(z.string()) });
const disputed = z.object({ ...about, amountCents: z.int(), currency: z.string(), reason: z.string() });

/** Three alarms about money that a person must look at. */
export const alertRefundDueTask = defineTask('billing.alert-refund-due', refundDue, { priority: 50 });
export const alertMismatchTask = defineTask('billing.alert-mismatch', mismatched, { priority: 50 });
export const alertDisputeTask = defineTask('billing.alert-dispute', disputed, { priority: 50 });

type Words = Readonly<Record<Locale, { readonly title: string; readonly message: string }>>;

const refundDueWords: Words = {
  fr: {
    title: 'Un paiement est à rembourser',
    message:
      'Un paiement a été reçu pour un achat déjà payé, annulé ou dont le prix a changé. Remboursez-le depuis l’espace du prestataire de paiement.',
  },
  en: {
    title: 'A payment must be refunded',
    message:
      'Money came for a purchase that was already paid, is cancelled, or has another price. Refund it from the payment provider’s dashboard.',
  },
};
const mismatchWords: Words = {
  fr: {
    title: 'Un paiement ne correspond pas',
    message:
      'Le prestataire de paiement annonce un montant, une devise ou une référence qui ne sont pas les nôtres. Le paiement n’a pas été accepté\u00a0: vérifiez-le.',
  },
  en: {
    title: 'A payment does not match',
    message:
      'The payment provider reports an amount, a currency or a reference that does not match ours. The payment was not accepted: check it.',
  },
};
const disputeWords: Words = {
  fr: {
    title: 'Un paiement est contesté',
    message:
      'La banque du client conteste un paiement. Répondez avant la date limite dans l’espace du prestataire de paiement.',
  },
  en: {
    title: 'A payment is disputed',
    message: 'The customer’s bank disputes a payment. Answer before the deadline in the payment provider’s dashboard.',
  },
};

interface Alarm {
  readonly key: string;
  readonly words: Words;
  readonly payment: { readonly paymentId: string; readonly subjectId: string };
}

type AlertNeeds = Pick<AppContext, 'run'>;

const alarm = ({ run }: AlertNeeds, about: Alarm): Promise<void> => run(notifyAdmins, about);

async function notifyAdmins(tx: Tx<'em' | 'now' | 'publish'>, { key, words, payment }: Alarm): Promise<void> {
  const { paymentId, subjectId } = payment;
  await notifyMany(
    tx,
    (await recipientsIn(tx, 'ADMIN')).map(({ userId, locale }) => ({
      userId,
      ...words[locale],
      type: 'PAYMENT' as const,
      priority: 'URGENT' as const,
      data: { paymentId, subjectId },
      dedupeKey: `${key}:${paymentId}:${userId}`,
    })),
  );
}

export const alertRefundDue = (ctx: AlertNeeds, payment: PayloadOf<typeof alertRefundDueTask>): Promise<void> =>
  alarm(ctx, { key: 'payment-refund-due', words: refundDueWords, payment });
export const alertMismatch = (ctx: AlertNeeds, payment: PayloadOf<typeof alertMismatchTask>): Promise<void> =>
  alarm(ctx, { key: 'payment-mismatch', words: mismatchWords, payment });
export const alertDispute = (ctx: AlertNeeds, payment: PayloadOf<typeof alertDisputeTask>): Promise<void> =>
  alarm(ctx, { key: 'payment-dispute', words: disputeWords, payment });
