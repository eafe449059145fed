import type { InvoiceStatus } from '../../entities/billing/invoice.entity.ts';
import type { StateTable } from '../kernel/states.ts';

export type InvoiceVerb = 'pay' | 'cancel';

/**
 * An invoice is paid after it was issued, or was paid before; it is cancelled by credit notes only, and for ever: what is sold again is invoiced again.
 */
export const invoiceStates: StateTable<InvoiceStatus, InvoiceVerb> = {
  GENERATED: { pay: 'PAID', cancel: 'CANCELLED' },
  SENT: { pay: 'PAID', cancel: 'CANCELLED' },
  PAID: { cancel: 'CANCELLED' },
  OVERDUE: { pay: 'PAID', cancel: 'CANCELLED' },
  CANCELLED: {},
};

/** No invoice is ever in these yet. */
export const unreachedInvoiceStatuses: readonly InvoiceStatus[] = ['SENT', 'OVERDUE'];
