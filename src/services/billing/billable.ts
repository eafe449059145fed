import type { ListedProduct } from '../adapters/payments/port.ts';
import type { Money } from '../kernel/money.ts';
import type { Payer } from '../kernel/payer.ts';
import type { Subject, SubjectType } from '../kernel/subject.ts';
import type { Operation } from '../kernel/vat.ts';
import type { Tx } from '../platform/context.ts';

/** One line of what is sold, as the invoice prints it. */
export interface BillLine {
  /** At most 500 characters. */
  readonly description: string;
  /** A whole number, 1 or more. */
  readonly quantity: number;
  /** As printed after the quantity: « pages »; empty for none. */
  readonly unit: string;
  /** The whole line, VAT included. */
  readonly gross: Money;
  /** VAT in basis points, where the seller charges any; the usual 20 % unless said. */
  readonly rate?: number | undefined;
}

/** What is to be paid, and by whom. The lines sum to the total. */
export interface Bill {
  readonly payer: Payer;
  /** One line for the payment page, at most 255 characters. */
  readonly description: string;
  /** VAT included; nothing is paid at once, without an invoice. */
  readonly total: Money;
  readonly lines: readonly BillLine[];
  /** How the payment page names and prices it; absent for what is on no list. */
  readonly listed?: ListedProduct | undefined;
  /** What of the total is paid by crediting an earlier invoice of the same payer: its credit note is issued with this one. */
  readonly credited?: { readonly invoiceId: string; readonly amount: Money } | undefined;
  /** Paid in advance: its invoice is one of a deposit, which the final one deducts. */
  readonly isDeposit?: boolean | undefined;
  /** Whether only methods will do whose money is there at once: somebody waits for the answer. */
  readonly isInstant?: boolean | undefined;
  /** What is sold; services unless said. */
  readonly operation?: Operation | undefined;
  /** Where the payer comes back to in the front-end: a path. */
  readonly returnPath: string;
}

/**
 * What became of the subject when its payment was confirmed. Only PAID, HELD and INVOICE_PAID changed it; PAID with a `subject`: it has become
 * another one, of the payer of the bill, and the payment is for that one from now on. HELD: it is paid, and whose it is turns out later, when
 * `handOverPayment` issues its invoice, or `oweHeldPayment` gives the money back. INVOICE_PAID: it is an invoice that was
 * issued before, and no other is. NOT_PAYABLE: it no longer waits for a
 * payment (cancelled). AMOUNT_DIFFERS: its price is not what was paid.
 */
export type PaymentOutcome =
  | { readonly outcome: 'PAID'; readonly bill: Bill; readonly subject?: Subject }
  | { readonly outcome: 'HELD' }
  | { readonly outcome: 'INVOICE_PAID' }
  | { readonly outcome: 'ALREADY_PAID' | 'NOT_PAYABLE' | 'AMOUNT_DIFFERS' };

export interface PaidSubject {
  readonly subjectId: string;
  readonly paymentId: string;
  readonly amount: Money;
}

export type ConfirmationContext = Tx<'em' | 'actor' | 'now' | 'config' | 'emit' | 'enqueue' | 'record' | 'publish'>;

/** What happened to a quote for a subject. `send`: its first sending, and that of every revision. */
export interface QuoteStep {
  readonly verb: 'send' | 'accept' | 'refuse' | 'expire';
  readonly subjectId: string;
  readonly quoteId: string;
  /** Whose quote it is; null for a person without an account. */
  readonly buyerId: string | null;
  /** VAT included. */
  readonly total: Money;
  /** Of an acceptance by a person: whether the work begins within the withdrawal period. */
  readonly startBeforeWithdrawal?: boolean | null;
}

export type QuoteContext = Tx<'em' | 'actor' | 'now' | 'emit' | 'enqueue' | 'record' | 'publish'>;

/**
 * What billing asks of the module that owns a type of subject. All lock the subject's row until the commit
 * (`LockMode.PESSIMISTIC_WRITE` in the finding query), and all run inside billing's transaction.
 */
export interface BillableRules {
  /** Whose it is: they alone are invoiced for it. Null when there is no such subject. Locks it as the other two do. */
  ownerOf(tx: Tx<'em'>, subjectId: string): Promise<string | null>;
  /**
   * What this person would pay now. Refuses with `NOT_FOUND` (not theirs), `ACTION_NOT_ALLOWED`, or an error of its own when
   * it is paid already.
   */
  describe(tx: Tx<'em' | 'actor'>, subjectId: string): Promise<Bill>;
  /** The payment is confirmed: moves the subject to its paid state, once. Never throws for a state: it answers. */
  confirmPayment(tx: ConfirmationContext, payment: PaidSubject): Promise<PaymentOutcome>;
  /** Money that it did not accept goes back by itself; where this is left out, the admins are alerted and decide. */
  readonly goesBackByItself?: true;
  /**
   * A quote for it was sent, accepted, refused, or has expired: moves the subject with the quote, or refuses both. Of a subject that
   * has this, one quote at a time can be accepted. Left out: quotes change nothing of such a subject.
   */
  readonly moveByQuote?: (tx: QuoteContext, step: QuoteStep) => Promise<void>;
}

/** The rules of every type of subject that can be paid for. */
export type Billables = Readonly<Record<SubjectType, BillableRules>>;
