import { LockMode } from '@mikro-orm/core';
import { InvoiceEvent } from '../../../entities/billing/invoice-event.entity.ts';
import { Invoice } from '../../../entities/billing/invoice.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { localDateOf } from '../../kernel/format.ts';
import { isId, newId } from '../../kernel/ids.ts';
import type { Locale } from '../../kernel/locale.ts';
import { money } from '../../kernel/money.ts';
import { allows, transition } from '../../kernel/states.ts';
import { queueMail } from '../../notifications/index.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import { jsonFrom, writing } from '../../platform/orm/values.ts';
import { onceByKey, type Keyed } from '../../platform/request-keys.ts';
import { depositInvoice } from '../emails/deposit-invoice.ts';
import { invoiceDue } from '../emails/invoice-due.ts';
import { invoiceSent as sentMail } from '../emails/invoice-sent.ts';
import { invoiceSent } from '../events.ts';
import { invoiceStates, isOwed } from '../invoice.states.ts';
import { addInvoiceToken } from '../invoice-token.ts';
import { buyerOnRow, recipientFor } from '../payer.ts';
import { invoiceIdsOf } from '../update-balance.ts';
import { mailOwed, owedFacts, type InvoiceAddressee, type MailNeeds } from './mail-owed.ts';

export interface SendInvoice extends Keyed {
  readonly invoiceId: string;
  /** An address of somebody else than the buyer, such as their accountant. */
  readonly to?: string | null | undefined;
}

/**
 * Mails an invoice with its PDF, and with a link to pay it where something is owed; again at will, and each time in the audit log.
 * It goes to the buyer unless another address is given. Answers the invoice's id. Refuses a buyer who is gone (`INPUT_INVALID` on
 * `input.to`).
 */
export const sendInvoice: Operation<'run' | 'derived', SendInvoice, string> = async ({ run, derived }, input) =>
  (await run(sendOnce, { ...input, derived })).id;

export type SendNeeds = MailNeeds & Tx<'actor' | 'emit' | 'record'>;
type Sending = SendInvoice & { readonly derived: DerivedSecrets };

const sendOnce = (tx: SendNeeds, { key, derived, ...content }: Sending): Promise<Invoice> =>
  onceByKey<Invoice>(
    tx,
    { operation: 'sendInvoice', key, content },
    {
      first: () => send(tx, { ...content, derived }),
      again: (id) => tx.em.findOneOrFail(Invoice, { id }),
    },
  );

async function send(tx: SendNeeds, { invoiceId, to, derived }: Sending): Promise<Invoice> {
  const invoice = await lockKnownInvoice(tx, invoiceId);
  const recipient = await addresseeOf(tx, invoice, to);
  if (recipient === undefined) throw fieldError('input.to', 'required');
  await deliver(tx, { invoice, recipient, derived, isToBuyer: !to });
  return invoice;
}

/** To its buyer, when it is ready: one mail, which asks for what is owed. One that they were sent by then is not sent again. */
export async function sendFirst(tx: SendNeeds, sending: Omit<ToMail, 'isToBuyer'>): Promise<void> {
  if (!(await wasMailedToBuyer(tx, sending.invoice))) await deliver(tx, { ...sending, isToBuyer: true });
}

const buyerKey = (name: string, { id }: Invoice): string => `${name}:${id}:buyer:`;

export async function wasMailedToBuyer({ em }: Tx<'em'>, invoice: Invoice): Promise<boolean> {
  const keys = [invoiceDue, depositInvoice, sentMail].map(({ name }) => buyerKey(name, invoice));
  const found = await writing(em)
    .db.selectFrom('email_delivery')
    .select('id')
    .where((eb) => eb.or(keys.map((key) => eb('dedupe_key', 'like', `${key}%`))))
    .executeTakeFirst();
  return found !== undefined;
}

async function deliver(tx: SendNeeds, sending: ToMail): Promise<void> {
  const { invoice, isToBuyer } = sending;
  const deliveryId = (await mail(tx, sending)) as string;
  if (allows(invoiceStates, invoice.status, 'send')) transition(invoiceStates, invoice, 'send');
  invoice.sentAt ??= tx.now;
  tx.em.create(InvoiceEvent, { invoice, kind: 'SENT', at: tx.now });
  tx.emit(invoiceSent, { ...invoiceIdsOf(invoice), deliveryId });
  const payload = { number: invoice.number, deliveryId, isToBuyer };
  tx.record({ action: 'INVOICE_SENT', targetType: 'invoice', targetId: invoice.id, payload });
}

/** An invoice until the commit. Refuses an id of none with `NOT_FOUND`. */
export async function lockKnownInvoice({ em }: Tx<'em'>, id: string): Promise<Invoice> {
  const invoice = isId(id) ? await em.findOne(Invoice, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (invoice === null) throw new DomainError('NOT_FOUND');
  return invoice;
}

/** Somebody else is addressed by the name that the invoice was made out to. */
export async function addresseeOf(
  tx: Tx<'em'>,
  invoice: Invoice,
  to?: string | null,
): Promise<InvoiceAddressee | undefined> {
  if (!to) return recipientFor(tx, buyerOnRow(invoice));
  const { buyer } = jsonFrom<{ buyer?: { name: string } }>(invoice.document);
  const name = buyer?.name ?? to;
  return { userId: null, email: to, name, firstName: name };
}

interface ToMail {
  readonly invoice: Invoice;
  readonly recipient: InvoiceAddressee;
  readonly derived: DerivedSecrets;
  readonly isToBuyer: boolean;
}

async function mail(tx: SendNeeds, { invoice, recipient, derived, isToBuyer }: ToMail): Promise<string | undefined> {
  const keyOf = (name: string): string => `${isToBuyer ? buyerKey(name, invoice) : `${name}:${invoice.id}:`}${newId()}`;
  if (isOwed(invoice)) {
    const template = invoice.kind === 'DEPOSIT' ? depositInvoice : invoiceDue;
    const data = owedFacts(tx, invoice, recipient);
    return mailOwed(tx, { invoice, recipient, derived, template, data, dedupeKey: keyOf(template.name) });
  }
  const deliveryId = await queueMail(tx, {
    template: sentMail,
    recipient,
    locale: invoice.locale as Locale,
    dedupeKey: keyOf(sentMail.name),
    data: {
      firstName: recipient.firstName,
      invoiceNumber: invoice.number,
      issuedOn: localDateOf(invoice.issuedAt, tx.config.TIME_ZONE),
      total: money(invoice.grossCents, invoice.currency),
      isCreditNote: invoice.kind === 'CREDIT_NOTE',
    },
  });
  if (deliveryId !== undefined)
    addInvoiceToken(tx, { purpose: 'READ_INVOICE', invoiceId: invoice.id, deliveryId, derived });
  return deliveryId;
}
