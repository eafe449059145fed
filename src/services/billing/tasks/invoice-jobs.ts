import { z } from 'zod';
import type { JobType } from '../../platform/context.ts';

const invoice = z.object({ invoiceId: z.uuid() });

/** Makes an issued invoice's PDF and seals it. */
export const printInvoice: JobType<z.infer<typeof invoice>> = {
  kind: 'billing.print-invoice',
  payload: invoice,
  priority: 50,
};

/** Sends the buyer an e-mail and an in-app notification: the invoice can be downloaded. */
export const notifyInvoiceReady: JobType<z.infer<typeof invoice>> = {
  kind: 'billing.tell-invoice-ready',
  payload: invoice,
};
