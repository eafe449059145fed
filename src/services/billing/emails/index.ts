/** The mails of this domain. */
import { implementMail, type ListedMail } from '../../notifications/index.ts';
import { prepareInvoiceLink } from '../invoice-token.ts';
import { creditNoteIssued } from './credit-note-issued.ts';
import { creditNoteToPerson } from './credit-note-to-person.ts';
import { invoiceIssued } from './invoice-issued.ts';
import { invoiceToPerson } from './invoice-to-person.ts';
import { paymentFailed } from './payment-failed.ts';
import { refundFailed } from './refund-failed.ts';
import { refundMade } from './refund-made.ts';
import { refundMadeToPerson } from './refund-made-to-person.ts';

export const billingMails = [
  creditNoteIssued,
  implementMail(creditNoteToPerson, { prepare: prepareInvoiceLink }),
  invoiceIssued,
  implementMail(invoiceToPerson, { prepare: prepareInvoiceLink }),
  paymentFailed,
  refundFailed,
  refundMade,
  refundMadeToPerson,
] as const satisfies readonly ListedMail[];
