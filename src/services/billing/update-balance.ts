import type { Invoice } from '../../entities/billing/invoice.entity.ts';
import { localDateOf } from '../kernel/format.ts';
import { transition } from '../kernel/states.ts';
import type { Tx } from '../platform/context.ts';
import { invoiceOverdue, invoicePaid, type InvoiceIds } from './events.ts';
import { invoiceStates, type InvoiceVerb } from './invoice.states.ts';

export type BalanceNeeds = Tx<'now' | 'config' | 'emit' | 'record'>;
type Sums = Pick<Invoice, 'grossCents' | 'creditedCents' | 'paidCents' | 'refundedCents' | 'lostCents'>;

/** What the buyer owes, or is owed when negative. */
export const balanceOf = ({ grossCents, creditedCents, paidCents, refundedCents, lostCents }: Sums): number =>
  grossCents - creditedCents - paidCents + refundedCents + lostCents;

/** Ids of an invoice, as its events carry them. */
export const invoiceIdsOf = ({ id, buyer, subjectType, subjectId }: Invoice): InvoiceIds => ({
  invoiceId: id,
  buyerId: buyer?.id ?? null,
  subjectType,
  subjectId,
});

/**
 * Brings balance and status of a locked invoice in line with its sums and with the day: the only writer of both. `paidAt` is when
 * the money that pays it came, where that was not now.
 */
export function updateBalance(tx: BalanceNeeds, invoice: Invoice, paidAt: Date = tx.now): void {
  invoice.balanceCents = balanceOf(invoice);
  const verb = verbOf(tx, invoice);
  if (verb === undefined) return;
  transition(invoiceStates, invoice, verb);
  effects[verb](tx, invoice, paidAt);
}

function verbOf({ now, config }: Tx<'now' | 'config'>, invoice: Invoice): BalanceVerb | undefined {
  const { status, balanceCents, dueOn } = invoice;
  if (status === 'CANCELLED') return undefined;
  if (isCreditedInFull(invoice)) return 'cancel';
  if (balanceCents <= 0) return status === 'PAID' ? undefined : 'pay';
  if (status === 'OVERDUE') return undefined;
  if (dueOn < localDateOf(now, config.TIME_ZONE)) return 'fallDue';
  return status === 'PAID' ? 'reopen' : undefined;
}

/** An invoice of nothing, after deposits, is not. */
const isCreditedInFull = ({ creditedCents, grossCents }: Invoice): boolean =>
  creditedCents > 0 && creditedCents >= grossCents;

type BalanceVerb = Exclude<InvoiceVerb, 'send'>;

const effects: Readonly<Record<BalanceVerb, (tx: BalanceNeeds, invoice: Invoice, paidAt: Date) => void>> = {
  pay: (tx, invoice, paidAt) => {
    invoice.paidAt = paidAt;
    invoice.overdueAt = null;
    tx.emit(invoicePaid, invoiceIdsOf(invoice));
  },
  reopen: (_tx, invoice) => {
    invoice.paidAt = null;
  },
  fallDue: (tx, invoice) => {
    invoice.paidAt = null;
    invoice.overdueAt = tx.now;
    tx.emit(invoiceOverdue, invoiceIdsOf(invoice));
  },
  cancel: (tx, invoice) => {
    invoice.cancelledAt = tx.now;
    invoice.overdueAt = null;
    invoice.liveFor = null;
    tx.record({
      action: 'INVOICE_CANCELLED',
      targetType: 'invoice',
      targetId: invoice.id,
      payload: { number: invoice.number },
    });
  },
};
