/** The mails of this domain. */
import { implementMail, type ListedMail } from '../../notifications/index.ts';
import { prepareInvoiceLink, preparePayLink } from '../invoice-token.ts';
import { attachInvoice } from '../sending/attach-invoice.ts';
import { creditNoteIssued } from './credit-note-issued.ts';
import { creditNoteToPerson } from './credit-note-to-person.ts';
import { depositInvoice } from './deposit-invoice.ts';
import { invoiceDue } from './invoice-due.ts';
import { invoiceIssued } from './invoice-issued.ts';
import { invoiceReminder } from './invoice-reminder.ts';
import { invoiceSent } from './invoice-sent.ts';
import { invoiceToPerson } from './invoice-to-person.ts';
import { invoicePaymentFailed } from './invoice-payment-failed.ts';
import { paymentReceived } from './payment-received.ts';
import { paymentFailed } from './payment-failed.ts';
import { refundFailed } from './refund-failed.ts';
import { refundMade } from './refund-made.ts';
import { refundMadeToPerson } from './refund-made-to-person.ts';

export const billingMails = [
  creditNoteIssued,
  implementMail(creditNoteToPerson, { prepare: prepareInvoiceLink }),
  implementMail(depositInvoice, { prepare: preparePayLink, attach: attachInvoice }),
  implementMail(invoiceDue, { prepare: preparePayLink, attach: attachInvoice }),
  invoiceIssued,
  implementMail(invoiceReminder, { prepare: preparePayLink, attach: attachInvoice }),
  implementMail(invoiceSent, { prepare: prepareInvoiceLink, attach: attachInvoice }),
  implementMail(invoiceToPerson, { prepare: prepareInvoiceLink }),
  implementMail(invoicePaymentFailed, { prepare: preparePayLink }),
  paymentFailed,
  implementMail(paymentReceived, { prepare: prepareInvoiceLink }),
  refundFailed,
  refundMade,
  refundMadeToPerson,
] as const satisfies readonly ListedMail[];
