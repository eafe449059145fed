import { LockMode } from '@mikro-orm/core';
import { Invoice } from '../../entities/billing/invoice.entity.ts';
import { personOf } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import type { Locale } from '../kernel/locale.ts';
import { money, sameMoney, subtract, type Money } from '../kernel/money.ts';
import { allows, transition } from '../kernel/states.ts';
import type { Tx } from '../platform/context.ts';
import type { Bill, BillableRules, ConfirmationContext, PaidSubject, PaymentOutcome } from './billable.ts';
import { invoiceStates } from './invoice.states.ts';

/** Paying an invoice that was issued before. The payment pays for it, and no second invoice is issued. */
export const billableInvoice: BillableRules = { ownerOf: buyerOf, describe: describeInvoice, confirmPayment: takePayment };

const lockedInvoice = async ({ em }: Tx<'em'>, id: string): Promise<Invoice | null> =>
  isId(id) ? em.findOne(Invoice, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;

async function buyerOf(tx: Tx<'em'>, id: string): Promise<string | null> {
  return (await lockedInvoice(tx, id))?.buyer.id ?? null;
}

const balanceOf = (invoice: Invoice): Money =>
  subtract(money(invoice.grossCents, invoice.currency), money(invoice.creditedCents, invoice.currency));

const words: Record<Locale, (number: string) => string> = {
  fr: (number) => `Facture ${number}`,
  en: (number) => `Invoice ${number}`,
};

async function describeInvoice(tx: Tx<'em' | 'actor'>, id: string): Promise<Bill> {
  const invoice = await lockedInvoice(tx, id);
  if (invoice === null || invoice.kind === 'CREDIT_NOTE' || invoice.buyer.id !== personOf(tx.actor))
    throw new DomainError('NOT_FOUND');
  if (!allows(invoiceStates, invoice.status, 'pay'))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'pay', status: invoice.status });
  const total = balanceOf(invoice);
  const description = words[invoice.locale as Locale](invoice.number);
  return {
    payerId: invoice.buyer.id,
    description,
    total,
    lines: [{ description, quantity: 1, unit: '', gross: total }],
    returnPath: `/factures/${id}`,
  };
}

async function takePayment(tx: ConfirmationContext, { subjectId, amount }: PaidSubject): Promise<PaymentOutcome> {
  const invoice = await lockedInvoice(tx, subjectId);
  if (invoice === null) return { outcome: 'NOT_PAYABLE' };
  if (invoice.status === 'PAID') return { outcome: 'ALREADY_PAID' };
  if (!allows(invoiceStates, invoice.status, 'pay')) return { outcome: 'NOT_PAYABLE' };
  if (!sameMoney(amount, balanceOf(invoice))) return { outcome: 'AMOUNT_DIFFERS' };
  transition(invoiceStates, invoice, 'pay');
  invoice.paidAt = tx.now;
  return { outcome: 'INVOICE_PAID', invoiceId: invoice.id };
}
