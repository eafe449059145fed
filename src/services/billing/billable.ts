import type { Billable } from '../../entities/billing/payment.entity.ts';
import type { Money } from '../kernel/money.ts';
import type { Tx } from '../platform/context.ts';

/** One line of what is sold, as the invoice will say it. */
export interface BillLine {
  /** At most 500 characters. */
  readonly description: string;
  /** A whole number, 1 or more. */
  readonly quantity: number;
  /** As printed after the quantity: « pages »; empty when there is nothing to say. */
  readonly unit: string;
  /** The whole line, VAT included. */
  readonly gross: Money;
}

/** What is to be paid, and by whom. The lines sum to the total. */
export interface Bill {
  readonly payerId: string;
  /** One line for the payment page, at most 255 characters. */
  readonly description: string;
  /** VAT included; more than nothing. */
  readonly total: Money;
  readonly lines: readonly BillLine[];
  /** Where the payer comes back to in the front-end: `/commandes/<id>`. */
  readonly returnPath: string;
}

/**
 * What became of the thing when money came for it. Only SETTLED changed it. NOT_PAYABLE: it no longer waits for money
 * (cancelled). AMOUNT_DIFFERS: its price is not what was paid.
 */
export type Settlement =
  | { readonly outcome: 'SETTLED'; readonly bill: Bill }
  | { readonly outcome: 'ALREADY_PAID' | 'NOT_PAYABLE' | 'AMOUNT_DIFFERS' };

export interface PaidSubject {
  readonly subjectId: string;
  readonly paymentId: string;
  readonly amount: Money;
}

export type SettlementNeeds = Tx<'em' | 'actor' | 'now' | 'emit' | 'enqueue' | 'record' | 'publish'>;

/**
 * What billing asks of the domain whose thing is paid for; given to it by the composition root. Both lock the thing's row
 * until the commit (`LockMode.PESSIMISTIC_WRITE` in the finding query), and both run inside billing's transaction.
 */
export interface BillableRules {
  /**
   * What this person would pay now. Refuses with `NOT_FOUND` (not theirs), `ORDER_ALREADY_PAID`, or `ACTION_NOT_ALLOWED`.
   */
  describe(tx: Tx<'em' | 'actor'>, subjectId: string): Promise<Bill>;
  /** The payment was believed: moves the thing to its paid state, once. Never throws for a state: it answers. */
  settle(tx: SettlementNeeds, payment: PaidSubject): Promise<Settlement>;
}

/** The rules of every kind of thing that can be paid for. */
export type Billables = Readonly<Record<Billable, BillableRules>>;
