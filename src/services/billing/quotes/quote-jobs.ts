import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';

const sent = z.object({ quoteId: z.uuid(), timesSent: z.int() });
const about = z.object({ quoteId: z.uuid() });

/** Makes a sent quote's PDF and seals it, then has it mailed. */
export const printQuoteTask = defineTask('billing.print-quote', sent, { priority: 50 });
/** Sends the buyer the quote with its PDF. */
export const mailQuoteTask = defineTask('billing.mail-quote', sent);
/** Sends the buyer a receipt with the PDF, and the admins the news. */
export const notifyQuoteAcceptedTask = defineTask('billing.notify-quote-accepted', about);
/** Notifies the admins that a quote was declined. */
export const notifyQuoteRefusedTask = defineTask('billing.notify-quote-refused', about);
/** Every morning: mails to buyers whose quotes end in three days. */
export const warnEndingQuotesTask = defineTask('billing.warn-ending-quotes', z.object({}));
/** Every night: quotes whose last day is over. */
export const expireQuotesTask = defineTask('billing.expire-quotes', z.object({}));
