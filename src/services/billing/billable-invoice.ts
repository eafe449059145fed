import { LockMode } from '@mikro-orm/core';
import { Invoice } from '../../entities/billing/invoice.entity.ts';
import { Payment } from '../../entities/billing/payment.entity.ts';
import { personOf } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import type { Locale } from '../kernel/locale.ts';
import { money } from '../kernel/money.ts';
import type { Payer } from '../kernel/payer.ts';
import type { Tx } from '../platform/context.ts';
import { allocatePayment } from './allocate-payment.ts';
import type { Bill, BillableRules, ConfirmationContext, PaidSubject, PaymentOutcome } from './billable.ts';
import { isOwed } from './invoice.states.ts';
import { payPath } from './invoice-token.ts';
import { buyerOnRow } from './payer.ts';
import { queueReceipt } from './sending/mail-receipt.ts';

/** Paying an invoice that was issued before: the payment counts for it, and no second invoice is issued. */
export const billableInvoice: BillableRules = {
  ownerOf: buyerOf,
  describe: describeInvoice,
  confirmPayment: takePayment,
};

const lockedInvoice = async ({ em }: Tx<'em'>, id: string): Promise<Invoice | null> =>
  isId(id) ? em.findOne(Invoice, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;

async function buyerOf(tx: Tx<'em'>, id: string): Promise<string | null> {
  return (await lockedInvoice(tx, id))?.buyer?.id ?? null;
}

const words: Record<Locale, (number: string) => string> = {
  fr: (number) => `Facture ${number}`,
  en: (number) => `Invoice ${number}`,
};

/** What is still owed of it. */
async function describeInvoice(tx: Tx<'em' | 'actor'>, id: string): Promise<Bill> {
  const invoice = await lockedInvoice(tx, id);
  const userId = personOf(tx.actor);
  if (invoice === null || invoice.kind === 'CREDIT_NOTE' || invoice.buyer?.id !== userId)
    throw new DomainError('NOT_FOUND');
  return billOf(invoice, { userId }, `/factures/${id}`);
}

/** The same for whoever holds a mailed link that pays it: the buyer of the invoice pays, whoever that is. */
async function describeForHolder(tx: Tx<'em'>, id: string): Promise<Bill> {
  const invoice = await lockedInvoice(tx, id);
  if (invoice === null) throw new DomainError('NOT_FOUND');
  return billOf(invoice, buyerOnRow(invoice), payPath);
}

/** Paying an issued invoice by a mailed link. The provider is not given the token: the front-end still has it. */
export const billableByToken: BillableRules = { ...billableInvoice, describe: describeForHolder };

function billOf(invoice: Invoice, payer: Payer, returnPath: string): Bill {
  if (!isOwed(invoice)) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'pay', status: invoice.status });
  const total = money(invoice.balanceCents, invoice.currency);
  const description = words[invoice.locale as Locale](invoice.number);
  return {
    payer,
    description,
    total,
    lines: [{ description, quantity: 1, unit: '', gross: total }],
    returnPath,
  };
}

/** What is more than is owed by now is due for a refund; all of it where nothing is owed. */
async function takePayment(
  tx: ConfirmationContext,
  { subjectId, paymentId, amount }: PaidSubject,
): Promise<PaymentOutcome> {
  const invoice = await lockedInvoice(tx, subjectId);
  if (invoice === null || invoice.status === 'CANCELLED') return { outcome: 'NOT_PAYABLE' };
  if (!isOwed(invoice)) return { outcome: 'ALREADY_PAID' };
  if (amount.currency !== invoice.currency) return { outcome: 'AMOUNT_DIFFERS' };
  const payment = await tx.em.findOneOrFail(Payment, { id: paymentId });
  allocatePayment(tx, { payment, invoice });
  queueReceipt(tx, payment);
  return { outcome: 'INVOICE_PAID' };
}
