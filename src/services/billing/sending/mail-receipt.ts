import { z } from 'zod';
import { Invoice } from '../../../entities/billing/invoice.entity.ts';
import { Payment } from '../../../entities/billing/payment.entity.ts';
import { localDateOf } from '../../kernel/format.ts';
import type { Locale } from '../../kernel/locale.ts';
import { money } from '../../kernel/money.ts';
import { queueMail } from '../../notifications/index.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import { paymentReceived } from '../emails/payment-received.ts';
import { addInvoiceToken } from '../invoice-token.ts';
import { addresseeOf } from './send-invoice.ts';
import type { MailNeeds } from './mail-owed.ts';

/** Money came for an invoice that was issued before: its buyer gets a receipt. */
export const mailReceiptTask = defineTask('billing.mail-receipt', z.object({ paymentId: z.uuid() }));

/** Queued in the transaction that takes the payment for the invoice. */
export const queueReceipt = ({ enqueue }: Tx<'enqueue'>, { id: paymentId }: Payment): void =>
  enqueue(mailReceiptTask, { paymentId }, { dedupeKey: `${mailReceiptTask.kind}:${paymentId}` });

/** One mail for each payment, however often it is tried; none where nothing of it counts for the invoice. */
export const mailReceipt = (
  { run, derived }: Pick<AppContext, 'run' | 'derived'>,
  { paymentId }: PayloadOf<typeof mailReceiptTask>,
): Promise<void> => run(mail, { paymentId, derived });

interface Receipt {
  readonly paymentId: string;
  readonly derived: DerivedSecrets;
}

async function mail(tx: MailNeeds, { paymentId, derived }: Receipt): Promise<void> {
  const { em, config } = tx;
  const payment = await em.findOneOrFail(Payment, { id: paymentId });
  const invoice = payment.invoiceId === null ? null : await em.findOne(Invoice, { id: payment.invoiceId });
  if (invoice === null || payment.allocatedCents <= 0) return;
  const recipient = await addresseeOf(tx, invoice);
  if (recipient === undefined) return;
  const deliveryId = await queueMail(tx, {
    template: paymentReceived,
    recipient,
    locale: invoice.locale as Locale,
    dedupeKey: `${paymentReceived.name}:${paymentId}`,
    data: {
      firstName: recipient.firstName,
      invoiceNumber: invoice.number,
      amount: money(payment.allocatedCents, payment.currency),
      receivedOn: payment.receivedOn ?? localDateOf(payment.paidAt ?? tx.now, config.TIME_ZONE),
      isPaid: invoice.balanceCents <= 0,
      owed: money(Math.max(0, invoice.balanceCents), invoice.currency),
    },
  });
  if (deliveryId !== undefined)
    addInvoiceToken(tx, { purpose: 'READ_INVOICE', invoiceId: invoice.id, deliveryId, derived });
}
