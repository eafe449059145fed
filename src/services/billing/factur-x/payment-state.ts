/** What an invoice says about its payment on the day of issue. A payment that comes later changes the status, not the file. */
import { localDateOf } from '../../kernel/format.ts';
import { add, money, subtract, type Money } from '../../kernel/money.ts';
import type { Operation } from '../../kernel/vat.ts';
import type { InvoiceDocument } from '../invoice-document.ts';

/** The first letter of the frame (BT-23): goods, services, both. */
const letters: Record<Operation, 'B' | 'S' | 'M'> = { GOODS: 'B', SERVICES: 'S', MIXED: 'M' };

export interface PaymentState {
  /** BT-23: `S1` to be paid, `S2` paid in full, `S4` what is left after deposits. */
  readonly frame: string;
  /** BT-113: deposits deducted below the total, and what was paid. */
  readonly prepaid: Money;
  /** BT-115. */
  readonly due: Money;
  /** BT-9, a local date. */
  readonly dueOn: string;
}

export function paymentStateOf(document: InvoiceDocument): PaymentState {
  const { totals, payments, timeZone, issuedAt, operation, currency, lines } = document;
  const paid = payments.reduce((sum, { amount }) => add(sum, amount), money(0, currency));
  const deducted = totals.deposits ?? money(0, currency);
  const prepaid = add(paid, deducted);
  const due = subtract(totals.gross, prepaid);
  const issuedOn = localDateOf(issuedAt, timeZone);
  const letter = letters[operation];
  if (deducted.amount !== 0 || lines.some(({ deposit }) => deposit !== undefined))
    return { frame: `${letter}4`, prepaid, due, dueOn: laterOf(document.dueOn, issuedOn) };
  const paidOn = payments.map(({ paidAt }) => localDateOf(paidAt, timeZone)).sort();
  return due.amount === 0 && paidOn.length > 0
    ? { frame: `${letter}2`, prepaid, due, dueOn: paidOn.at(-1) as string }
    : { frame: `${letter}1`, prepaid, due, dueOn: laterOf(document.dueOn, issuedOn) };
}

/** A credit note has no due date, and no date stands before the day of issue (BR-FR-CO-07). */
const laterOf = (dueOn: string | undefined, issuedOn: string): string =>
  dueOn !== undefined && dueOn > issuedOn ? dueOn : issuedOn;
