import { z } from 'zod';
import { formatDate, localDateOf } from '../../kernel/format.ts';
import type { Locale } from '../../kernel/locale.ts';
import { money } from '../../kernel/money.ts';
import { notify, queueMail, recipientsIn } from '../../notifications/index.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { instantFrom, writing } from '../../platform/orm/values.ts';
import { subjectTypeShape } from '../../platform/subject-shape.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { paymentDisputed as template } from '../emails/payment-disputed.ts';
import { reasonWords } from '../provider-reasons.ts';

const dispute = z.object({
  paymentId: z.uuid(),
  subjectType: subjectTypeShape,
  subjectId: z.uuid(),
  payerId: z.uuid().nullable(),
  amountCents: z.int(),
  currency: z.string(),
  /** Absent from jobs that were queued before disputes were rows. */
  disputeId: z.uuid().optional(),
});

/** Alerts the admins: a dispute was opened, with the day to answer by; it was lost, or won. */
export const alertDisputeTask = defineTask('billing.alert-dispute', dispute, { priority: 50 });
export const alertDisputeLostTask = defineTask('billing.alert-dispute-lost', dispute, { priority: 50 });
export const alertDisputeWonTask = defineTask('billing.alert-dispute-won', dispute, { priority: 50 });

type Words = Readonly<Record<Locale, { readonly title: string; readonly message: string }>>;

const openedWords: Words = {
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
const lostWords: Words = {
  fr: {
    title: 'Un litige est perdu',
    message:
      'La banque a repris l’argent d’un paiement\u00a0: sa facture est de nouveau due. Réclamez-la au client, ou émettez un avoir.',
  },
  en: {
    title: 'A dispute is lost',
    message:
      'The bank took the money of a payment back: its invoice is owed again. Claim it from the customer, or credit it.',
  },
};
const wonWords: Words = {
  fr: { title: 'Un litige est gagné', message: 'L’argent d’un paiement contesté vous reste ou vous revient.' },
  en: { title: 'A dispute is won', message: 'The money of a disputed payment stays with you, or comes back.' },
};

type AlertNeeds = Pick<AppContext, 'run'>;
type Reported = z.infer<typeof dispute>;
interface Alert {
  readonly key: string;
  readonly words: Words;
  readonly reported: Reported;
}

export const alertDispute = async (ctx: AlertNeeds, reported: PayloadOf<typeof alertDisputeTask>): Promise<void> => {
  await ctx.run(notifyAdmins, { key: 'payment-dispute', words: openedWords, reported });
  if (reported.disputeId !== undefined) await ctx.run(mailAdmins, { disputeId: reported.disputeId });
};
export const alertDisputeLost = (ctx: AlertNeeds, reported: PayloadOf<typeof alertDisputeLostTask>): Promise<void> =>
  ctx.run(notifyAdmins, { key: 'dispute-lost', words: lostWords, reported });
export const alertDisputeWon = (ctx: AlertNeeds, reported: PayloadOf<typeof alertDisputeWonTask>): Promise<void> =>
  ctx.run(notifyAdmins, { key: 'dispute-won', words: wonWords, reported });

async function notifyAdmins(tx: Tx<'em' | 'now' | 'publish'>, { key, words, reported }: Alert): Promise<void> {
  const { paymentId, subjectId, disputeId } = reported;
  for (const { userId, locale } of await recipientsIn(tx, 'ADMIN')) {
    await notify(tx, {
      userId,
      ...words[locale],
      type: 'PAYMENT',
      priority: 'URGENT',
      data: { paymentId, subjectId, ...(disputeId === undefined ? {} : { disputeId }) },
      dedupeKey: `${key}:${disputeId ?? paymentId}:${userId}`,
    });
  }
}

async function mailAdmins(
  tx: Tx<'em' | 'now' | 'enqueue' | 'config'>,
  { disputeId }: { readonly disputeId: string },
): Promise<void> {
  const { amount_cents, currency, respond_by, reason, description } = await writing(tx.em)
    .db.selectFrom('dispute')
    .innerJoin('payment', 'payment.id', 'dispute.payment_id')
    .select(['dispute.amount_cents', 'dispute.currency', 'dispute.reason', 'dispute.respond_by', 'payment.description'])
    .where('dispute.id', '=', disputeId)
    .executeTakeFirstOrThrow();
  for (const recipient of await recipientsIn(tx, 'ADMIN')) {
    const { userId, locale, firstName } = recipient;
    await queueMail(tx, {
      template,
      recipient,
      locale,
      dedupeKey: `${template.name}:${disputeId}:${userId}`,
      data: {
        firstName,
        description,
        reason: reasonWords(reason, locale),
        amount: money(Number(amount_cents), currency),
        respondBy:
          respond_by === null ? '–' : formatDate(localDateOf(instantFrom(respond_by), tx.config.TIME_ZONE), locale),
        disputeUrl: `${tx.config.frontUrl}/admin/litiges/${disputeId}`,
      },
    });
  }
}
