import { localDateOf } from '../../kernel/format.ts';
import { DomainError } from '../../kernel/errors.ts';
import { money } from '../../kernel/money.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { Needs, Surroundings } from '../../platform/scope.ts';
import { notify, queueMail, recipientsOf, type NotificationWords, type Recipient } from '../../notifications/index.ts';
import { invoiceIssued as template, type InvoiceIssuedMail } from '../emails/invoice-issued.ts';

const words: NotificationWords<{ number: string }> = {
  fr: ({ number }) => ({ title: 'Votre facture est disponible', message: `La facture ${number} peut être téléchargée depuis votre espace.` }),
  en: ({ number }) => ({ title: 'Your invoice is available', message: `Invoice ${number} can be downloaded from your space.` }),
};

interface Telling {
  readonly invoiceId: string;
  readonly recipient: Recipient;
  readonly path: string;
  readonly data: InvoiceIssuedMail;
}

/** Tells the customer that an invoice can be downloaded: one mail and one notification, however often it is tried. */
export async function tellInvoiceReadyNow(needs: Pick<Surroundings, 'db' | 'run' | 'config'>, { invoiceId, customerId }: { invoiceId: string; customerId: string }): Promise<void> {
  const { db, config } = needs;
  const invoice = await db.selectFrom('invoice').select(['number', 'issued_at', 'gross_cents', 'currency']).where('id', '=', invoiceId).executeTakeFirst();
  if (invoice === undefined) throw new DomainError('NOT_FOUND', { invoiceId });
  const recipient = (await recipientsOf(db, [customerId])).get(customerId);
  if (recipient === undefined) return;
  const path = `/factures/${invoiceId}`;
  await needs.run(tell, {
    invoiceId, recipient, path,
    data: {
      firstName: recipient.firstName, invoiceNumber: invoice.number,
      issuedOn: localDateOf(instantFrom(invoice.issued_at), config.TIME_ZONE),
      total: money(Number(invoice.gross_cents), invoice.currency), invoiceUrl: `${config.frontUrl}${path}`,
    },
  });
}

async function tell(needs: Needs<'em' | 'now' | 'enqueue' | 'announce' | 'record'>, { invoiceId, recipient, path, data }: Telling): Promise<void> {
  const { userId, locale } = recipient;
  const deliveryId = await queueMail(needs, { template, recipient, locale, data, dedupeKey: `${template.name}:${invoiceId}:${userId}` });
  if (deliveryId !== undefined) needs.record({ action: 'INVOICE_SENT', targetId: invoiceId, payload: { deliveryId } });
  await notify(needs, {
    userId, ...words[locale]({ number: data.invoiceNumber }), type: 'PAYMENT', actionUrl: path, data: { invoiceId },
    dedupeKey: `invoice-ready:${invoiceId}:${userId}`,
  });
}
