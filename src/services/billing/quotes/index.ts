/** What quotes bring to billing. */
import { subscribe, type Subscription } from '../../platform/context.ts';
import { schedule, type Schedule } from '../../platform/schedules.ts';
import { implementTask, type Task } from '../../platform/task.ts';
import { quoteAccepted, quoteRefused, quoteSent } from './events.ts';
import { expireQuotes } from './expire-quotes.ts';
import { mailQuote } from './mail-quote.ts';
import { notifyQuoteAccepted } from './notify-quote-accepted.ts';
import { notifyQuoteRefused } from './notify-quote-refused.ts';
import { printQuote } from './print-quote.ts';
import {
  expireQuotesTask,
  mailQuoteTask,
  notifyQuoteAcceptedTask,
  notifyQuoteRefusedTask,
  printQuoteTask,
  warnEndingQuotesTask,
} from './quote-jobs.ts';
import { warnEndingQuotes } from './warn-ending-quotes.ts';

export const quoteTasks: readonly Task[] = [
  implementTask(printQuoteTask, printQuote),
  implementTask(mailQuoteTask, mailQuote),
  implementTask(notifyQuoteAcceptedTask, notifyQuoteAccepted),
  implementTask(notifyQuoteRefusedTask, notifyQuoteRefused),
  implementTask(warnEndingQuotesTask, warnEndingQuotes),
  implementTask(expireQuotesTask, expireQuotes),
];

/** `quote.expired` has no task: nobody asked for the quote any more, and admins find it among the quotes. */
export const quoteSubscriptions: readonly Subscription[] = [
  subscribe(quoteSent, printQuoteTask),
  subscribe(quoteAccepted, notifyQuoteAcceptedTask),
  subscribe(quoteRefused, notifyQuoteRefusedTask),
];

export const quoteSchedules: readonly Schedule[] = [
  schedule({ name: 'billing.expire-quotes', cron: '5 0 * * *', task: expireQuotesTask }),
  schedule({ name: 'billing.warn-ending-quotes', cron: '0 8 * * *', task: warnEndingQuotesTask }),
];
