import { localDateOf } from '../../kernel/format.ts';
import { DomainError } from '../../kernel/errors.ts';
import { money } from '../../kernel/money.ts';
import { instantFrom, writing } from '../../platform/orm/values.ts';
import type { Tx, AppContext } from '../../platform/context.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import { notify, queueMail, type NotificationWords } from '../../notifications/index.ts';
import { creditNoteIssued } from '../emails/credit-note-issued.ts';
import { creditNoteToPerson } from '../emails/credit-note-to-person.ts';
import { invoiceIssued } from '../emails/invoice-issued.ts';
import { invoiceToPerson } from '../emails/invoice-to-person.ts';
import { addInvoiceToken } from '../invoice-token.ts';
import { isOwed } from '../invoice.states.ts';
import { payerFrom, personColumnsIn, recipientFor, type PayerRecipient } from '../payer.ts';
import { lockKnownInvoice, sendFirst, wasMailedToBuyer, type SendNeeds } from '../sending/send-invoice.ts';
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
  /** Of the link that a person without an account is mailed. */
  readonly derived: DerivedSecrets;
}

/** Notifies the buyer that an invoice can be downloaded: one e-mail and one notification, however often it is tried. */
export const notifyInvoiceReady = (
  { run, derived }: Pick<AppContext, 'run' | 'derived'>,
  { invoiceId }: PayloadOf<typeof notifyInvoiceReadyTask>,
): Promise<void> => run(notifyBuyer, { invoiceId, derived });

type NotifyContext = SendNeeds & Tx<'publish'>;

async function notifyBuyer(tx: NotifyContext, { invoiceId, derived }: Ready): Promise<void> {
  const invoice = await findInvoice(tx, invoiceId);
  const recipient = await recipientFor(tx, payerFrom(invoice));
  if (recipient === undefined) return;
  await sendOrMail(tx, { invoiceId, derived, invoice, recipient });
  const { userId, locale } = recipient;
  if (userId === null) return;
  const words = invoice.correctedNumber === null ? invoiceWords : creditNoteWords;
  await notify(tx, {
    userId,
    ...words[locale]({ number: invoice.number }),
    type: 'PAYMENT',
    actionUrl: pathOf(invoiceId),
    data: { invoiceId },
    dedupeKey: `invoice-ready:${invoiceId}:${userId}`,
  });
}

type ReadyInvoice = Awaited<ReturnType<typeof findInvoice>>;

async function findInvoice({ em }: Tx<'em'>, invoiceId: string) {
  const invoice = await writing(em)
    .db.selectFrom('invoice')
    .leftJoin('invoice as corrected', 'corrected.id', 'invoice.corrects_id')
    .select(['invoice.number', 'invoice.issued_at', 'invoice.gross_cents', 'invoice.currency'])
    .select(['invoice.buyer_id as userId', ...personColumnsIn('invoice'), 'corrected.number as correctedNumber'])
    .where('invoice.id', '=', invoiceId)
    .executeTakeFirst();
  if (invoice === undefined) throw new DomainError('NOT_FOUND', { invoiceId });
  return invoice;
}

const pathOf = (invoiceId: string): string => `/factures/${invoiceId}`;

interface MailedInvoice extends Ready {
  readonly invoice: ReadyInvoice;
  readonly recipient: PayerRecipient;
}

/** One mail for one invoice: where something is owed of it, the one that asks for it; none where somebody has sent it meanwhile. */
async function sendOrMail(tx: NotifyContext, mailed: MailedInvoice): Promise<void> {
  const { invoiceId, derived, recipient } = mailed;
  const invoice = await lockKnownInvoice(tx, invoiceId);
  if (isOwed(invoice)) return sendFirst(tx, { invoice, recipient, derived });
  if (await wasMailedToBuyer(tx, invoice)) return;
  const deliveryId = await mailBuyer(tx, mailed);
  if (deliveryId !== undefined) tx.record({ action: 'INVOICE_SENT', targetId: invoiceId, payload: { deliveryId } });
}

/** The delivery's id; undefined when it was queued before. A person without an account gets a link that carries a token. */
async function mailBuyer(
  tx: NotifyContext,
  { invoiceId, derived, invoice, recipient }: MailedInvoice,
): Promise<string | undefined> {
  const { userId, locale, firstName } = recipient;
  const { number: invoiceNumber, correctedNumber } = invoice;
  const facts = {
    firstName,
    invoiceNumber,
    issuedOn: localDateOf(instantFrom(invoice.issued_at), tx.config.TIME_ZONE),
    total: money(Number(invoice.gross_cents), invoice.currency),
  };
  const to = { recipient, locale };
  const keyed = <Mail extends { readonly name: string }>(template: Mail) => ({
    ...to,
    template,
    dedupeKey: `${template.name}:${invoiceId}:${userId ?? 'person'}`,
  });
  if (userId !== null) {
    const data = { ...facts, invoiceUrl: `${tx.config.frontUrl}${pathOf(invoiceId)}` };
    return correctedNumber === null
      ? queueMail(tx, { ...keyed(invoiceIssued), data })
      : queueMail(tx, { ...keyed(creditNoteIssued), data: { ...data, correctedNumber } });
  }
  const deliveryId = await (correctedNumber === null
    ? queueMail(tx, { ...keyed(invoiceToPerson), data: facts })
    : queueMail(tx, { ...keyed(creditNoteToPerson), data: { ...facts, correctedNumber } }));
  if (deliveryId !== undefined) addInvoiceToken(tx, { purpose: 'READ_INVOICE', invoiceId, deliveryId, derived });
  return deliveryId;
}
