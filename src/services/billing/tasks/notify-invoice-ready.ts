import { localDateOf } from '../../kernel/format.ts';
import { DomainError } from '../../kernel/errors.ts';
import { money } from '../../kernel/money.ts';
import { instantFrom, writing } from '../../platform/orm/values.ts';
import type { Tx, AppContext } from '../../platform/context.ts';
import { notify, queueMail, recipientsOf, type NotificationWords } from '../../notifications/index.ts';
import { creditNoteIssued } from '../emails/credit-note-issued.ts';
import { invoiceIssued } from '../emails/invoice-issued.ts';
import type { notifyInvoiceReadyTask } from './invoice-jobs.ts';
import type { PayloadOf } from '../../platform/task.ts';

const invoiceWords: NotificationWords<{ number: string }> = {
  fr: ({ number }) => ({
    title: 'Votre facture est disponible',
    message: `La facture ${number} peut être téléchargée depuis votre espace.`,
  }),
  en: ({ number }) => ({
    title: 'Your invoice is available',
    message: `Invoice ${number} can be downloaded from your space.`,
  }),
};

const creditNoteWords: NotificationWords<{ number: string }> = {
  fr: ({ number }) => ({
    title: 'Votre avoir est disponible',
    message: `L’avoir ${number} peut être téléchargé depuis votre espace.`,
  }),
  en: ({ number }) => ({
    title: 'Your credit note is available',
    message: `Credit note ${number} can be downloaded from your space.`,
  }),
};

interface Ready {
  readonly invoiceId: string;
}

/** Notifies the buyer that an invoice can be downloaded: one e-mail and one notification, however often it is tried. */
export const notifyInvoiceReady = (
  { run }: Pick<AppContext, 'run'>,
  ready: PayloadOf<typeof notifyInvoiceReadyTask>,
): Promise<void> => run(notifyBuyer, ready);

async function notifyBuyer(
  tx: Tx<'em' | 'now' | 'enqueue' | 'publish' | 'record' | 'config'>,
  { invoiceId }: Ready,
): Promise<void> {
  const { db } = writing(tx.em);
  const invoice = await db
    .selectFrom('invoice')
    .leftJoin('invoice as corrected', 'corrected.id', 'invoice.corrects_id')
    .select(['invoice.number', 'invoice.issued_at', 'invoice.gross_cents', 'invoice.currency', 'invoice.buyer_id'])
    .select('corrected.number as correctedNumber')
    .where('invoice.id', '=', invoiceId)
    .executeTakeFirst();
  if (invoice === undefined) throw new DomainError('NOT_FOUND', { invoiceId });
  const recipient = (await recipientsOf(tx, [invoice.buyer_id])).get(invoice.buyer_id);
  if (recipient === undefined) return;
  const path = `/factures/${invoiceId}`;
  const { userId, locale, firstName } = recipient;
  const { correctedNumber } = invoice;
  const words = correctedNumber === null ? invoiceWords : creditNoteWords;
  const data = {
    firstName,
    invoiceNumber: invoice.number,
    issuedOn: localDateOf(instantFrom(invoice.issued_at), tx.config.TIME_ZONE),
    total: money(Number(invoice.gross_cents), invoice.currency),
    invoiceUrl: `${tx.config.frontUrl}${path}`,
  };
  const dedupeKeyOf = (template: string): string => `${template}:${invoiceId}:${userId}`;
  const to = { recipient, locale };
  const deliveryId =
    correctedNumber === null
      ? await queueMail(tx, { ...to, template: invoiceIssued, dedupeKey: dedupeKeyOf(invoiceIssued.name), data })
      : await queueMail(tx, {
          ...to,
          template: creditNoteIssued,
          dedupeKey: dedupeKeyOf(creditNoteIssued.name),
          data: { ...data, correctedNumber },
        });
  if (deliveryId !== undefined) tx.record({ action: 'INVOICE_SENT', targetId: invoiceId, payload: { deliveryId } });
  await notify(tx, {
    userId,
    ...words[locale]({ number: invoice.number }),
    type: 'PAYMENT',
    actionUrl: path,
    data: { invoiceId },
    dedupeKey: `invoice-ready:${invoiceId}:${userId}`,
  });
}
