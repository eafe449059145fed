import { z } from 'zod';
import { Invoice } from '../../../entities/billing/invoice.entity.ts';
import { Payment } from '../../../entities/billing/payment.entity.ts';
import { money } from '../../kernel/money.ts';
import { notify, queueMail, recipientsOf, type NotificationWords } from '../../notifications/index.ts';
import type { Tx, AppContext } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { subjectTypeShape } from '../../platform/subject-shape.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import { isOwed } from '../invoice.states.ts';
import { invoicePaymentFailed } from '../emails/invoice-payment-failed.ts';
import { paymentFailed } from '../emails/payment-failed.ts';
import { mailOwed, owedFacts, type MailNeeds } from '../sending/mail-owed.ts';
import { addresseeOf } from '../sending/send-invoice.ts';
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
  { run, derived }: Pick<AppContext, 'run' | 'derived'>,
  failed: PayloadOf<typeof notifyPaymentFailedTask>,
): Promise<void> => run(notifyPayer, { ...failed, derived });

type Failed = z.infer<typeof payload> & { readonly derived: DerivedSecrets };

async function notifyPayer(
  tx: Tx<'em' | 'now' | 'publish' | 'enqueue' | 'config'>,
  { paymentId, subjectType, subjectId, payerId, derived }: Failed,
): Promise<void> {
  if (subjectType === 'INVOICE') await mailPayAgain(tx, { paymentId, invoiceId: subjectId, derived });
  else if (payerId === null) await mailPerson(tx, paymentId);
  if (payerId === null) return;
  const recipient = (await recipientsOf(tx, [payerId])).get(payerId);
  if (recipient === undefined) return;
  await notify(tx, {
    userId: payerId,
    ...words[recipient.locale]({}),
    type: 'PAYMENT',
    priority: 'HIGH',
    isCritical: true,
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

interface PayAgain {
  readonly paymentId: string;
  readonly invoiceId: string;
  readonly derived: DerivedSecrets;
}

/** An issued invoice is paid again from the mail, whoever owes it. */
async function mailPayAgain(tx: MailNeeds, { paymentId, invoiceId, derived }: PayAgain): Promise<void> {
  const invoice = await tx.em.findOne(Invoice, { id: invoiceId });
  const recipient = invoice === null || !isOwed(invoice) ? undefined : await addresseeOf(tx, invoice);
  if (invoice === null || recipient === undefined) return;
  const template = invoicePaymentFailed;
  const data = owedFacts(tx, invoice, recipient);
  await mailOwed(tx, { invoice, recipient, derived, template, data, dedupeKey: `${template.name}:${paymentId}` });
}
