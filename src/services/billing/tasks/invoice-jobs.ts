import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

const invoice = z.object({ invoiceId: z.uuid(), customerId: z.uuid() });

/** Makes an issued invoice's PDF and seals it. */
export const printInvoice = defineTask('billing.print-invoice', invoice, { priority: 50 });

/** Tells the customer, by mail and by the bell, that an invoice can be downloaded. */
export const tellInvoiceReady = defineTask('billing.tell-invoice-ready', invoice);
