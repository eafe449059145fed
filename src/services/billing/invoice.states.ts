import type { InvoiceStatus } from '../../entities/billing/invoice.entity.ts';
import type { StateTable } from '../kernel/states.ts';

export type InvoiceVerb = 'cancel';

/**
 * Issued once it is paid, an invoice is cancelled by credit notes only, and for ever: what is sold again is invoiced again.
 */
export const invoiceStates: StateTable<InvoiceStatus, InvoiceVerb> = {
  PAID: { cancel: 'CANCELLED' },
  GENERATED: { cancel: 'CANCELLED' },
  SENT: { cancel: 'CANCELLED' },
  OVERDUE: { cancel: 'CANCELLED' },
  CANCELLED: {},
};

/** No invoice is ever in these yet: none is issued before it is paid. */
export const unreachedInvoiceStatuses: readonly InvoiceStatus[] = ['GENERATED', 'SENT', 'OVERDUE'];
