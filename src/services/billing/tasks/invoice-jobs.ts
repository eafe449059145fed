import { z } from 'zod';
import type { JobType } from '../../platform/context.ts';

const invoice = z.object({ invoiceId: z.uuid(), customerId: z.uuid() });

/** Makes an issued invoice's PDF and seals it. */
export const printInvoice: JobType<z.infer<typeof invoice>> = {
  kind: 'billing.print-invoice',
  payload: invoice,
  priority: 50,
};

/** Tells the customer, by mail and by the bell, that an invoice can be downloaded. */
export const tellInvoiceReady: JobType<z.infer<typeof invoice>> = {
  kind: 'billing.tell-invoice-ready',
  payload: invoice,
};
