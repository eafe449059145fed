import { Invoice } from '../../../entities/billing/invoice.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { system, type Actor } from '../../access/actor.ts';
import { grossLeft } from '../../kernel/credit.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { formatMoney, localDateOf } from '../../kernel/format.ts';
import { isId } from '../../kernel/ids.ts';
import { add, allocate, money, subtract, type Money } from '../../kernel/money.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Subject } from '../../kernel/subject.ts';
import { one } from '../../kernel/unit-price.ts';
import { standardRate } from '../../kernel/vat.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import type { Bill, Billables } from '../billable.ts';
import { buyerOf, requireBillingProfile } from '../buyer.ts';
import { composeDocument, type Buyer } from '../compose-document.ts';
import { dueDateOf } from '../due-date.ts';
import { issueDocument, type IssueNeeds } from '../issue-document.ts';
import { depositOf } from '../quotes/deposit-part.ts';
import { requireBelieved, requireBelievedClock } from '../require-believed-clock.ts';
import type { SoldLine } from '../sold-line.ts';
import { depositsOfSale } from './deposits-of-sale.ts';
import { requireUninvoiced } from './issue-draft.ts';

/** One of both: a part of the price, or an amount, VAT included. */
export interface IssueDeposit extends Keyed {
  readonly subject: Subject;
  readonly percent?: number | null | undefined;
  readonly amount?: Money | null | undefined;
}

type Needed = IssueNeeds & Tx<'actor'>;

/**
 * Issues the invoice of a deposit on what somebody is to pay for, shared over its rates. Refuses what is not to be paid now, and, with
 * `DEPOSIT_EXCEEDS_TOTAL`, more than the price less earlier deposits. The same key issues one.
 */
export const issueDeposit: Operation<'run' | 'billables', IssueDeposit, Invoice> = async (
  { run, billables },
  input,
) => {
  await requireBelievedClock({ run });
  return run(
    keyed('issueDepositInvoice', issue(billables), ({ em }, id) => em.findOneOrFail(Invoice, { id })),
    input,
  );
};

const issue =
  (billables: Billables) =>
  async (tx: Needed, input: Omit<IssueDeposit, 'key'>): Promise<Invoice> => {
    const { subject, percent, amount } = input;
    if (Boolean(percent) === Boolean(amount)) throw fieldError('input', 'percentOrAmount');
    const { bill, userId } = await billOf(tx, billables, subject);
    const wanted = wantedOf(bill, input);
    await requireUninvoiced(tx, subject);
    await requireBillingProfile(tx, userId);
    const payer = { userId };
    const { currency } = bill.total;
    const { deposits } = await depositsOfSale(tx, { subject, buyer: payer, currency });
    const earlier = deposits.reduce((sum, { left }) => add(sum, grossLeft(left, currency)), money(0, currency));
    const excess = subtract(add(earlier, wanted), bill.total);
    if (excess.amount > 0) throw new DomainError('DEPOSIT_EXCEEDS_TOTAL', { excess });
    const buyer = await buyerOf(tx, payer);
    const invoice = await issueDocument(tx, { compose: composition(bill, wanted, buyer), subject, payer, payload: {} });
    requireBelieved(invoice !== null);
    return invoice as Invoice;
  };

/** What its owner would pay now. What is paid by an invoice, or is a deposit itself, takes none. */
async function billOf(
  tx: Needed,
  billables: Billables,
  { type, id }: Subject,
): Promise<{ readonly bill: Bill; readonly userId: string }> {
  const userId = isId(id) && type !== 'INVOICE' ? await billables[type].ownerOf(tx, id) : null;
  if (userId === null) throw fieldError('input.subject', 'unknown');
  const { role } = await tx.em.findOneOrFail(User, { id: userId });
  const owner: Actor = { ...system, kind: 'PERSON', userId, role };
  const bill = await billables[type].describe({ ...tx, actor: owner }, id);
  if (bill.isDeposit === true || bill.total.amount === 0) throw fieldError('input.subject', 'withoutDeposit');
  return { bill, userId };
}

function wantedOf({ total }: Bill, { percent, amount }: Omit<IssueDeposit, 'key'>): Money {
  if (percent) return depositOf(total, percent);
  if (amount?.currency !== total.currency) throw fieldError('input.amount.currency', 'currency');
  if (amount.amount <= 0) throw fieldError('input.amount.amount', 'min');
  return amount;
}

const descriptions: Readonly<Record<Locale, (what: string, total: string) => string>> = {
  fr: (what, total) => `Acompte sur «\u00a0${what}\u00a0», ${total}`,
  en: (what, total) => `Deposit on “${what}”, ${total}`,
};

type Compose = Parameters<typeof issueDocument>[1]['compose'];

const composition =
  (bill: Bill, wanted: Money, buyer: Buyer): Compose =>
  (taken, terms) => {
    const issuedOn = localDateOf(taken.issuedAt, terms.timeZone);
    const termDays = terms.seller.paymentTermDays;
    return composeDocument(taken, {
      ...{ ...terms, kind: 'DEPOSIT', buyer, basis: 'GROSS', currency: wanted.currency, deposits: [], payments: [] },
      operation: bill.operation ?? 'SERVICES',
      lines: depositLines(bill, wanted, buyer.locale),
      dueOn: dueDateOf({ issuedOn, dueOn: null, buyer: buyer.kind, termDays }, 'input.subject'),
    });
  };

/** For each rate of what is sold one line, with its part of the deposit. */
function depositLines({ description: what, total, lines }: Bill, wanted: Money, locale: Locale): SoldLine[] {
  const description = descriptions[locale](what, formatMoney(total, locale)).slice(0, 500);
  const byRate = new Map<number, number>();
  for (const { rate = standardRate, gross } of lines) byRate.set(rate, (byRate.get(rate) ?? 0) + gross.amount);
  const parts = allocate(wanted, [...byRate.values()]);
  return [...byRate.keys()].flatMap((rate, i): SoldLine[] => {
    const part = parts[i] ?? money(0, wanted.currency);
    return part.amount === 0 ? [] : [{ description, quantity: one, unit: '', price: { total: part }, rate }];
  });
}
