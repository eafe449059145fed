import type { Invoice, InvoiceStatus } from '../../entities/billing/invoice.entity.ts';
import { allows, type StateTable } from '../kernel/states.ts';

export type InvoiceVerb = 'send' | 'pay' | 'fallDue' | 'reopen' | 'cancel';

/**
 * Issued, perhaps sent, then paid: at once when the payment issues it. Money that is lost again (a dispute, a bounced cheque) makes
 * it owed again. It is cancelled by credit notes only, and for ever: what is sold again is invoiced again.
 */
export const invoiceStates: StateTable<InvoiceStatus, InvoiceVerb> = {
  GENERATED: { send: 'SENT', pay: 'PAID', fallDue: 'OVERDUE', cancel: 'CANCELLED' },
  SENT: { pay: 'PAID', fallDue: 'OVERDUE', cancel: 'CANCELLED' },
  PAID: { reopen: 'SENT', fallDue: 'OVERDUE', cancel: 'CANCELLED' },
  OVERDUE: { pay: 'PAID', cancel: 'CANCELLED' },
  CANCELLED: {},
};

/** Can it be paid: is something owed of it, and was it not credited in full? */
export const isOwed = ({ status, balanceCents }: Pick<Invoice, 'status' | 'balanceCents'>): boolean =>
  allows(invoiceStates, status, 'pay') && balanceCents > 0;
