import { z } from 'zod';
import { refundDueReasons } from '../../../entities/billing/payment.entity.ts';
import type { Locale } from '../../kernel/locale.ts';
import { notifyMany, recipientsIn } from '../../notifications/index.ts';
import { giveBackDue } from '../give-back-due.ts';
import type { Tx, AppContext } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import type { alertManualRefundTask, alertOutsideRefundTask } from './refund-jobs.ts';
import { subjectTypeShape } from '../../platform/subject-shape.ts';

const about = { paymentId: z.uuid(), subjectType: subjectTypeShape, subjectId: z.uuid(), payerId: z.uuid().nullable() };
const refundDue = z.object({ ...about, reason: z.enum(refundDueReasons) });
const mismatched = z.object({ ...about, differences: z.array(z.string()) });

/** Alarms about money that a person must look at. */
export const alertRefundDueTask = defineTask('billing.alert-refund-due', refundDue, { priority: 50 });
export const alertMismatchTask = defineTask('billing.alert-mismatch', mismatched, { priority: 50 });

export type Words = Readonly<Record<Locale, { readonly title: string; readonly message: string }>>;

const refundDueWords: Words = {
  fr: {
    title: 'Un paiement est à rembourser',
    message:
      'Un paiement a été reçu pour un achat déjà payé, annulé ou dont le prix a changé, ou dépasse ce qui était dû. Remboursez ce qui revient au client depuis la page du paiement.',
  },
  en: {
    title: 'A payment must be refunded',
    message:
      'Money came for a purchase that was already paid, is cancelled, or has another price, or more came than was owed. Refund what is the customer’s from the page of the payment.',
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
const manualRefundWords: Words = {
  fr: {
    title: 'Un remboursement est à verser à la main',
    message:
      'Le prestataire de ce paiement ne rembourse pas. Versez la somme autrement, puis enregistrez le remboursement avec son justificatif.',
  },
  en: {
    title: 'A refund must be paid by hand',
    message: 'The provider of this payment makes no refunds. Pay the amount otherwise, then record it with its proof.',
  },
};
const outsideRefundWords: Words = {
  fr: {
    title: 'Un remboursement a été fait chez le prestataire',
    message:
      'Quelqu’un a remboursé un paiement depuis l’espace du prestataire de paiement. Vérifiez qu’il était dû\u00a0; l’avoir d’une somme facturée est émis aussitôt.',
  },
  en: {
    title: 'A refund was made at the provider',
    message:
      'Somebody refunded a payment from the payment provider’s dashboard. Check that it was owed; the credit note of an invoiced amount is issued at once.',
  },
};

interface Alarm {
  readonly key: string;
  readonly words: Words;
  readonly payment: {
    readonly paymentId: string;
    readonly subjectId: string;
    readonly refundId?: string;
    readonly attempt?: number;
  };
}

export type AlertNeeds = Pick<AppContext, 'run'>;

/** One alarm to every admin, once. */
export const alarm = ({ run }: AlertNeeds, about: Alarm): Promise<void> => run(notifyAdmins, about);

async function notifyAdmins(tx: Tx<'em' | 'now' | 'publish'>, { key, words, payment }: Alarm): Promise<void> {
  const { paymentId, subjectId, refundId, attempt } = payment;
  await notifyMany(
    tx,
    (await recipientsIn(tx, 'ADMIN')).map(({ userId, locale }) => ({
      userId,
      ...words[locale],
      type: 'PAYMENT' as const,
      priority: 'URGENT' as const,
      data: { paymentId, subjectId, ...(refundId === undefined ? {} : { refundId }) },
      dedupeKey: `${key}:${refundId === undefined ? paymentId : `${refundId}:${attempt}`}:${userId}`,
    })),
  );
}

/** Money that must go back: by itself where its subject says so, else the admins hear of it. */
export const alertRefundDue = async (
  ctx: AlertNeeds & Pick<AppContext, 'payments' | 'billables'>,
  payment: PayloadOf<typeof alertRefundDueTask>,
): Promise<void> => {
  if (ctx.billables[payment.subjectType].goesBackByItself) await ctx.run(giveBackDue(ctx.payments), payment);
  else await alarm(ctx, { key: 'payment-refund-due', words: refundDueWords, payment });
};
export const alertMismatch = (ctx: AlertNeeds, payment: PayloadOf<typeof alertMismatchTask>): Promise<void> =>
  alarm(ctx, { key: 'payment-mismatch', words: mismatchWords, payment });
export const alertManualRefund = async (
  ctx: AlertNeeds,
  { isManual, ...payment }: PayloadOf<typeof alertManualRefundTask>,
): Promise<void> => {
  if (isManual) await alarm(ctx, { key: 'refund-manual', words: manualRefundWords, payment });
};
export const alertOutsideRefund = (ctx: AlertNeeds, payment: PayloadOf<typeof alertOutsideRefundTask>): Promise<void> =>
  alarm(ctx, { key: 'refund-outside', words: outsideRefundWords, payment });
