import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

const invoice = z.object({ invoiceId: z.uuid() });

/** Makes an issued invoice's PDF and seals it. */
export const printInvoiceTask = defineTask('billing.print-invoice', invoice, { priority: 50 });

/** Sends the buyer an e-mail and an in-app notification: the invoice can be downloaded. */
export const notifyInvoiceReadyTask = defineTask('billing.tell-invoice-ready', invoice);

/** An invoice is paid: the links that pay it open nothing any more, should it be owed again. */
export const dropPayLinksTask = defineTask('billing.drop-pay-links', invoice);
