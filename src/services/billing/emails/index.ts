/** The mails of this domain. */
import { implementMail, type ListedMail } from '../../notifications/index.ts';
import { prepareInvoiceLink, preparePayLink } from '../invoice-token.ts';
import { attachQuotePdf, prepareQuoteLink } from '../quotes/quote-mails.ts';
import { cardEnding } from './card-ending.ts';
import { attachInvoice } from '../sending/attach-invoice.ts';
import { creditNoteIssued } from './credit-note-issued.ts';
import { creditNoteToPerson } from './credit-note-to-person.ts';
import { depositInvoice } from './deposit-invoice.ts';
import { invoiceDue } from './invoice-due.ts';
import { invoiceIssued } from './invoice-issued.ts';
import { mobileMoneyWaiting } from './mobile-money-waiting.ts';
import { planBegun } from './plan-begun.ts';
import { planCardRenewal } from './plan-card-renewal.ts';
import { planEndedMail } from './plan-ended.ts';
import { planPaymentFailed } from './plan-payment-failed.ts';
import { planPriceChange } from './plan-price-change.ts';
import { planRenewal } from './plan-renewal.ts';
import { planSuspendedMail } from './plan-suspended.ts';
import { invoiceToPerson } from './invoice-to-person.ts';
import { paymentDisputed } from './payment-disputed.ts';
import { invoiceReminder } from './invoice-reminder.ts';
import { invoiceSent } from './invoice-sent.ts';
import { invoicePaymentFailed } from './invoice-payment-failed.ts';
import { paymentReceived } from './payment-received.ts';
import { paymentFailed } from './payment-failed.ts';
import { quoteAcceptedAdmin } from './quote-accepted-admin.ts';
import { quoteAcceptedMail } from './quote-accepted.ts';
import { quoteEnding } from './quote-ending.ts';
import { quoteSentMail } from './quote-sent.ts';
import { reconciliationDifferences } from './reconciliation-differences.ts';
import { refundFailed } from './refund-failed.ts';
import { refundMade } from './refund-made.ts';
import { refundMadeToPerson } from './refund-made-to-person.ts';

export const billingMails = [
  cardEnding,
  creditNoteIssued,
  implementMail(creditNoteToPerson, { prepare: prepareInvoiceLink }),
  implementMail(depositInvoice, { prepare: preparePayLink, attach: attachInvoice }),
  implementMail(invoiceDue, { prepare: preparePayLink, attach: attachInvoice }),
  invoiceIssued,
  mobileMoneyWaiting,
  planBegun,
  planCardRenewal,
  planEndedMail,
  planPaymentFailed,
  planPriceChange,
  planRenewal,
  planSuspendedMail,
  implementMail(invoiceToPerson, { prepare: prepareInvoiceLink }),
  paymentDisputed,
  paymentFailed,
  implementMail(quoteAcceptedMail, { prepare: prepareQuoteLink, attach: attachQuotePdf }),
  quoteAcceptedAdmin,
  implementMail(quoteEnding, { prepare: prepareQuoteLink }),
  implementMail(quoteSentMail, { prepare: prepareQuoteLink, attach: attachQuotePdf }),
  reconciliationDifferences,
  implementMail(invoiceReminder, { prepare: preparePayLink, attach: attachInvoice }),
  implementMail(invoiceSent, { prepare: prepareInvoiceLink, attach: attachInvoice }),
  implementMail(invoicePaymentFailed, { prepare: preparePayLink }),
  implementMail(paymentReceived, { prepare: prepareInvoiceLink }),
  refundFailed,
  refundMade,
  refundMadeToPerson,
] as const satisfies readonly ListedMail[];
