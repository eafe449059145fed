/** The mails of this domain. */
import type { ListedMail } from '../../notifications/index.ts';
import { invoiceIssued } from './invoice-issued.ts';

export const billingMails = [invoiceIssued] as const satisfies readonly ListedMail[];
